/** Corpus models: the newest of an analyser is the current one; old ones stay as long as a round names them. */
import { and, desc, eq, isNotNull, max, notInArray, sql } from 'drizzle-orm';
import { type ModelDescription, textsIn } from '../../domain/model-description.ts';
import type { KeptModel, ModelStore } from '../store.ts';
import { models } from './schema/models.ts';
import { rounds } from './schema/rounds.ts';
import { type Database, inOneWrite, type Session } from './session.ts';

/** Models that stay though no round names them. */
const LAST_KEPT = 3;

export function postgresModelStore(db: Database, clock: () => number): ModelStore {
  return {
    save: (description, bytes, replaces) =>
      inOneWrite(db, async (tx) => {
        await holdModels(tx);
        const current = (await currentOf(tx, description.analyser))?.fingerprint ?? null;
        if (replaces !== undefined && replaces !== current) return false;
        await keep(tx, description, bytes, clock());
        await dropOld(tx);
        return true;
      }),

    current: (analyser) => currentOf(db, analyser),

    list: async () => (await newestFirst(db)).map(keptOf),

    bytes: async (fingerprint) => {
      const [row] = await db
        .select({ bytes: models.bytes })
        .from(models)
        .where(eq(models.fingerprint, fingerprint));
      return row?.bytes ?? null;
    },
  };
}

/** Of two trainings that end at once the second sees what the first has kept; and no round can name a model that is being dropped. */
async function holdModels(tx: Session): Promise<void> {
  await tx.execute(sql`lock table ${models} in share row exclusive mode`);
  await tx.execute(sql`lock table ${rounds} in share row exclusive mode`);
}

/** All but the bytes, of which only the length is shown. */
const SHOWN = {
  fingerprint: models.fingerprint,
  analyser: models.analyser,
  records: models.records,
  background: models.background,
  lost: models.lost,
  createdAt: models.createdAt,
  size: sql<number>`length(${models.bytes})`,
};

async function currentOf(session: Session, analyser: string): Promise<KeptModel | null> {
  const [row] = await newestFirst(session).where(eq(models.analyser, analyser)).limit(1);
  return row ? keptOf(row) : null;
}

function newestFirst(session: Session) {
  return session.select(SHOWN).from(models).orderBy(desc(models.ordinal)).$dynamic();
}

async function keep(
  tx: Session,
  description: ModelDescription,
  bytes: Uint8Array,
  now: number,
): Promise<void> {
  const [last] = await tx.select({ ordinal: max(models.ordinal) }).from(models);
  const fields = {
    analyser: description.analyser,
    ordinal: (last?.ordinal ?? 0) + 1,
    records: description.records,
    backgroundTexts: textsIn(description.background),
    background: description.background,
    lost: description.lost,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    createdAt: now,
  };
  await tx
    .insert(models)
    .values({ fingerprint: description.fingerprint, ...fields })
    // tens of megabytes: given once, not twice
    .onConflictDoUpdate({ target: models.fingerprint, set: { ...fields, bytes: sql`excluded.bytes` } });
}

async function dropOld(tx: Session): Promise<void> {
  const last = tx
    .select({ kept: models.fingerprint })
    .from(models)
    .orderBy(desc(models.ordinal))
    .limit(LAST_KEPT);
  const named = tx.select({ kept: rounds.model }).from(rounds).where(isNotNull(rounds.model));
  await tx
    .delete(models)
    .where(and(notInArray(models.fingerprint, last), notInArray(models.fingerprint, named)));
}

type ShownRow = Omit<KeptModel, 'createdAt'> & { readonly createdAt: number };

function keptOf(row: ShownRow): KeptModel {
  return { ...row, createdAt: new Date(row.createdAt).toISOString() };
}

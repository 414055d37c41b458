/** Corpus models: the newest of an analyser is the current one; old ones stay as long as a round names them. */
import { and, desc, eq, isNotNull, max, notInArray, sql } from 'drizzle-orm';
import { type ModelDescription, textsIn } from '../../domain/model-description.ts';
import type { KeptModel, ModelStore } from '../store.ts';
import { type Database, inOneWrite } from './connection.ts';
import { models } from './schema/models.ts';
import { rounds } from './schema/rounds.ts';

/** Models that stay though no round names them. */
const LAST_KEPT = 3;

export function sqliteModelStore(db: Database, clock: () => number): ModelStore {
  return {
    save: async (description, bytes, replaces) =>
      inOneWrite(db, () => {
        const current = currentOf(db, description.analyser)?.fingerprint ?? null;
        if (replaces !== undefined && replaces !== current) return false;
        keep(db, description, bytes, clock());
        dropOld(db);
        return true;
      }),

    current: async (analyser) => currentOf(db, analyser),

    list: async () => newestFirst(db).all().map(keptOf),

    bytes: async (fingerprint) => {
      const row = db
        .select({ bytes: models.bytes })
        .from(models)
        .where(eq(models.fingerprint, fingerprint))
        .get();
      return row?.bytes ?? null;
    },
  };
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

function currentOf(db: Database, analyser: string): KeptModel | null {
  const row = newestFirst(db).where(eq(models.analyser, analyser)).limit(1).get();
  return row ? keptOf(row) : null;
}

function newestFirst(db: Database) {
  return db.select(SHOWN).from(models).orderBy(desc(models.ordinal)).$dynamic();
}

function keep(db: Database, description: ModelDescription, bytes: Uint8Array, now: number): void {
  const last =
    db
      .select({ ordinal: max(models.ordinal) })
      .from(models)
      .get()?.ordinal ?? 0;
  const fields = {
    analyser: description.analyser,
    ordinal: last + 1,
    records: description.records,
    backgroundTexts: textsIn(description.background),
    background: description.background,
    lost: description.lost,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    createdAt: now,
  };
  db.insert(models)
    .values({ fingerprint: description.fingerprint, ...fields })
    // tens of megabytes: given once, not twice
    .onConflictDoUpdate({ target: models.fingerprint, set: { ...fields, bytes: sql`excluded.bytes` } })
    .run();
}

function dropOld(db: Database): void {
  const last = db
    .select({ kept: models.fingerprint })
    .from(models)
    .orderBy(desc(models.ordinal))
    .limit(LAST_KEPT);
  const named = db.select({ kept: rounds.model }).from(rounds).where(isNotNull(rounds.model));
  db.delete(models)
    .where(and(notInArray(models.fingerprint, last), notInArray(models.fingerprint, named)))
    .run();
}

type ShownRow = Omit<KeptModel, 'createdAt'> & { readonly createdAt: number };

function keptOf(row: ShownRow): KeptModel {
  return { ...row, createdAt: new Date(row.createdAt).toISOString() };
}

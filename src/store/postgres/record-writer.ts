/** Writes drafts as records: new contents under their hash, and which content is current. */
import { asc, eq, sql } from 'drizzle-orm';
import type { RecordKind } from '../../domain/import-report.ts';
import type { RecordTraits } from '../rules/record-kinds.ts';
import { recordNamer } from '../rules/record-names.ts';
import { lastPlaces, outcomesOf, type RecordRow, rowOf } from '../rules/record-rows.ts';
import type { SavedRecord } from '../store.ts';
import { oneOf } from './one-of.ts';
import { withoutNul } from './schema/columns.ts';
import { RECORD_TABLES, type RecordTable, recordVersions, revisions } from './schema/records.ts';
import type { Session } from './session.ts';

/**
 * Call within a transaction. Of several drafts that are the same record the last is kept; the others are
 * reported as unchanged, with its id and hash, so that every record that changes counts once. Writers of one kind
 * come one after the other: what is a new record and what is not must not be decided by two at once.
 */
export async function writeRecords<T extends { id: string }, Draft extends { id?: string | undefined }>(
  tx: Session,
  traits: RecordTraits<T, Draft>,
  drafts: readonly Draft[],
  now: number,
): Promise<SavedRecord[]> {
  const before = await holdRevision(tx, traits.kind);
  const table = RECORD_TABLES[traits.kind];
  const ids = await nameDrafts(tx, table, traits, drafts);
  const rows = [...lastPlaces(ids)].map(([id, place]) => rowOf(traits, id, drafts[place]!));
  const hashes = await hashesOf(tx, table, rows);

  const changed = rows.filter(({ id, hash }) => hashes.get(id) !== hash);
  const written = changed.map((row, i) => ({ ...row, revision: before + i + 1 }));
  await keep(tx, table, traits.kind, written, now);
  if (changed.length > 0)
    await tx
      .update(revisions)
      .set({ revision: before + changed.length })
      .where(eq(revisions.kind, traits.kind));

  const saved = rows.map(({ id, hash }): [string, SavedRecord] => {
    const kept = hashes.get(id);
    return [
      id,
      { id, hash, outcome: kept === hash ? 'unchanged' : kept === undefined ? 'created' : 'updated' },
    ];
  });
  return outcomesOf(ids, new Map(saved));
}

/** Where the kind stands; its row is this writer's until the transaction ends. */
async function holdRevision(tx: Session, kind: RecordKind): Promise<number> {
  const [held] = await tx
    .insert(revisions)
    .values({ kind, revision: 0 })
    .onConflictDoUpdate({ target: revisions.kind, set: { revision: sql`${revisions.revision}` } })
    .returning({ revision: revisions.revision });
  return held?.revision ?? 0;
}

export async function revisionOf(session: Session, kind: RecordKind): Promise<number> {
  const [kept] = await session
    .select({ revision: revisions.revision })
    .from(revisions)
    .where(eq(revisions.kind, kind));
  return kept?.revision ?? 0;
}

/**
 * Naming is done in memory, on what the store is asked of identities before. Which ids must be free shows only while
 * names are given: those that were not asked for yet are, and the drafts named again.
 */
async function nameDrafts<T extends { id: string }, Draft extends { id?: string | undefined }>(
  tx: Session,
  table: RecordTable,
  traits: RecordTraits<T, Draft>,
  drafts: readonly Draft[],
): Promise<string[]> {
  const identities = await idsByIdentity(tx, table, [...new Set(drafts.map(traits.identity))]);
  const isKept = new Map<string, boolean>();
  for (;;) {
    const unknown = new Set<string>();
    const name = recordNamer(traits, {
      withIdentity: (identity) => identities.get(identity) ?? [],
      isKept: (id) => {
        if (!isKept.has(id)) unknown.add(id);
        return isKept.get(id) ?? false;
      },
    });
    const ids = drafts.map(name);
    if (unknown.size === 0) return ids;
    const kept = await keptIds(tx, table, [...unknown]);
    for (const id of unknown) isKept.set(id, kept.has(id));
  }
}

async function idsByIdentity(
  tx: Session,
  table: RecordTable,
  identities: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await tx
    .select({ id: table.id, identity: table.identity })
    .from(table)
    .where(oneOf(table.identity, identities))
    .orderBy(asc(table.createdAt), asc(table.id));
  const found = new Map<string, string[]>();
  for (const { id, identity } of rows) found.set(identity, [...(found.get(identity) ?? []), id]);
  return found;
}

async function keptIds(tx: Session, table: RecordTable, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.select({ id: table.id }).from(table).where(oneOf(table.id, ids));
  return new Set(rows.map(({ id }) => id));
}

async function hashesOf(
  tx: Session,
  table: RecordTable,
  rows: readonly RecordRow[],
): Promise<Map<string, string>> {
  const ids = rows.map(({ id }) => id);
  const kept = await tx.select({ id: table.id, hash: table.hash }).from(table).where(oneOf(table.id, ids));
  return new Map(kept.map(({ id, hash }) => [id, hash]));
}

/**
 * Columns as lists: a statement with a value for each field of hundreds of rows takes longer to build and to read
 * than to run.
 */
async function keep(
  tx: Session,
  table: RecordTable,
  kind: RecordKind,
  rows: readonly (RecordRow & { readonly revision: number })[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  const texts = (name: 'id' | 'hash' | 'content' | 'identity' | 'searchText') =>
    sql`${sql.param(rows.map((row) => withoutNul(row[name])))}::text[]`;
  const numbers = sql`${sql.param(rows.map(({ revision }) => revision))}::bigint[]`;
  await tx.execute(
    sql`insert into ${recordVersions} (hash, kind, content)
      select hash, ${kind}, content from unnest(${texts('hash')}, ${texts('content')}) as row(hash, content)
      on conflict do nothing`,
  );
  await tx.execute(
    sql`insert into ${table} as kept (id, hash, identity, search_text, created_at, updated_at, revision)
      select id, hash, identity, search_text, ${now}::bigint, ${now}::bigint, revision
      from unnest(${texts('id')}, ${texts('hash')}, ${texts('identity')}, ${texts('searchText')}, ${numbers})
        as row(id, hash, identity, search_text, revision)
      on conflict (id) do update set hash = excluded.hash, identity = excluded.identity,
        search_text = excluded.search_text, updated_at = excluded.updated_at, revision = excluded.revision`,
  );
}

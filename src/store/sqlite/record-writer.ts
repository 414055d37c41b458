/** Writes drafts as records: new contents under their hash, and which content is current. */
import { eq, sql } from 'drizzle-orm';
import type { RecordKind } from '../../domain/import-report.ts';
import type { RecordTraits } from '../rules/record-kinds.ts';
import { recordNamer } from '../rules/record-names.ts';
import { lastPlaces, outcomesOf, rowOf } from '../rules/record-rows.ts';
import type { SavedRecord } from '../store.ts';
import type { Database } from './connection.ts';
import { keptRecords } from './record-ids.ts';
import { RECORD_TABLES, recordVersions, revisions } from './schema/records.ts';

/**
 * Call within a transaction. Of several drafts that are the same record the last is kept; the others are
 * reported as unchanged, with its id and hash, so that every record that changes counts once.
 */
export function writeRecords<T extends { id: string }, Draft extends { id?: string | undefined }>(
  db: Database,
  traits: RecordTraits<T, Draft>,
  drafts: readonly Draft[],
  now: number,
): SavedRecord[] {
  const name = recordNamer(traits, keptRecords(db, RECORD_TABLES[traits.kind]));
  const ids = drafts.map(name);

  const before = revisionOf(db, traits.kind);
  const keep = recordKeeper(db, traits, { now, revision: before });
  const kept = new Map([...lastPlaces(ids)].map(([id, place]) => [id, keep(id, drafts[place]!)]));
  const changes = [...kept.values()].filter(({ outcome }) => outcome !== 'unchanged').length;
  if (changes > 0) keepRevision(db, traits.kind, before + changes);
  return outcomesOf(ids, kept);
}

/** Saves one record after another with statements that are compiled once; each change is the next revision. */
function recordKeeper<T extends { id: string }, Draft>(
  db: Database,
  traits: RecordTraits<T, Draft>,
  { now, revision }: { now: number; revision: number },
) {
  let last = revision;
  const { kind } = traits;
  const table = RECORD_TABLES[kind];
  const currentHash = db
    .select({ hash: table.hash })
    .from(table)
    .where(eq(table.id, sql.placeholder('id')))
    .prepare();
  const saveVersion = db
    .insert(recordVersions)
    .values({ hash: sql.placeholder('hash'), kind, content: sql.placeholder('content') })
    .onConflictDoNothing()
    .prepare();
  const saveCurrent = db
    .insert(table)
    .values({
      id: sql.placeholder('id'),
      hash: sql.placeholder('hash'),
      identity: sql.placeholder('identity'),
      searchText: sql.placeholder('searchText'),
      createdAt: now,
      updatedAt: now,
      revision: sql.placeholder('revision'),
    })
    .onConflictDoUpdate({
      target: table.id,
      set: {
        hash: sql`excluded.hash`,
        identity: sql`excluded.identity`,
        searchText: sql`excluded.search_text`,
        updatedAt: now,
        revision: sql`excluded.revision`,
      },
    })
    .prepare();

  return (id: string, draft: Draft): SavedRecord => {
    const { hash, content, identity, searchText } = rowOf(traits, id, draft);
    const before = currentHash.get({ id });
    if (before?.hash === hash) return { id, hash, outcome: 'unchanged' };
    saveVersion.run({ hash, content });
    saveCurrent.run({ id, hash, identity, searchText, revision: ++last });
    return { id, hash, outcome: before ? 'updated' : 'created' };
  };
}

/** How many changes of a kind there have been. */
export function revisionOf(db: Database, kind: RecordKind): number {
  return (
    db.select({ revision: revisions.revision }).from(revisions).where(eq(revisions.kind, kind)).get()
      ?.revision ?? 0
  );
}

function keepRevision(db: Database, kind: RecordKind, revision: number): void {
  db.insert(revisions)
    .values({ kind, revision })
    .onConflictDoUpdate({ target: revisions.kind, set: { revision } })
    .run();
}

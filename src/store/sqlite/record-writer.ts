/** Writes drafts as records: new contents under their hash, and which content is current. */
import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { RecordKind } from '../../domain/import-report.ts';
import { plain } from '../../domain/reading/plain.ts';
import type { SavedRecord } from '../store.ts';
import type { Database } from './connection.ts';
import { recordNamer } from './record-ids.ts';
import type { RecordTraits } from './record-kinds.ts';
import { recordVersions, revisions } from './schema/records.ts';

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
  const name = recordNamer(db, traits);
  const named = drafts.map((draft) => ({ id: name(draft), draft }));
  const lastOf = new Map(named.map(({ id }, place) => [id, place]));

  const before = revisionOf(db, traits.kind);
  const keep = recordKeeper(db, traits, { now, revision: before });
  const kept = new Map([...lastOf].map(([id, place]) => [id, keep(id, named[place]!.draft)]));
  const changes = [...kept.values()].filter(({ outcome }) => outcome !== 'unchanged').length;
  if (changes > 0) keepRevision(db, traits.kind, before + changes);

  return named.map(({ id }, place) => {
    const saved = kept.get(id)!;
    return lastOf.get(id) === place ? saved : { ...saved, outcome: 'unchanged' };
  });
}

/** Saves one record after another with statements that are compiled once; each change is the next revision. */
function recordKeeper<T extends { id: string }, Draft>(
  db: Database,
  traits: RecordTraits<T, Draft>,
  { now, revision }: { now: number; revision: number },
) {
  let last = revision;
  const { table, kind } = traits;
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
    const content = canonicalJson(traits.withId(draft, id));
    const hash = createHash('sha256').update(content).digest('hex');
    const before = currentHash.get({ id });
    if (before?.hash === hash) return { id, hash, outcome: 'unchanged' };
    saveVersion.run({ hash, content });
    saveCurrent.run({
      id,
      hash,
      identity: traits.identity(draft),
      searchText: searchable(traits.heading(draft)),
      revision: ++last,
    });
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

/** Width, compatibility forms and case do not count in a search. */
export function searchable(words: string): string {
  return plain(words).toLowerCase();
}

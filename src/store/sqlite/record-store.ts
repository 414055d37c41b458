/** The records of one kind. */
import { and, asc, count, eq, gt, inArray, sql } from 'drizzle-orm';
import type { RecordTraits } from '../rules/record-kinds.ts';
import { searchWords, storedOf } from '../rules/record-rows.ts';
import type { PageQuery, RecordStore } from '../store.ts';
import { inBatches } from './batches.ts';
import { type Database, inOneWrite } from './connection.ts';
import { keepJobs } from './job-outbox.ts';
import { revisionOf, writeRecords } from './record-writer.ts';
import { RECORD_TABLES, recordVersions } from './schema/records.ts';

export function sqliteRecordStore<T extends { id: string }, Draft extends { id?: string | undefined }>(
  db: Database,
  traits: RecordTraits<T, Draft>,
  clock: () => number,
): RecordStore<T, Draft> {
  const { kind } = traits;
  const table = RECORD_TABLES[kind];

  const stored = () =>
    db
      .select({
        content: recordVersions.content,
        hash: table.hash,
        createdAt: table.createdAt,
        updatedAt: table.updatedAt,
      })
      .from(table)
      .innerJoin(recordVersions, eq(recordVersions.hash, table.hash));

  const onPage = ({ after, search }: PageQuery) =>
    and(
      after === undefined ? undefined : gt(table.id, after),
      ...searchWords(search).map((word) => sql`instr(${table.searchText}, ${word}) > 0`),
    );

  return {
    save: async (drafts, followUp) =>
      inOneWrite(db, () => {
        const now = clock();
        const saved = writeRecords(db, traits, drafts, now);
        keepJobs(db, followUp(saved), now);
        return saved;
      }),

    find: async (id) => {
      const row = stored().where(eq(table.id, id)).get();
      return row ? storedOf(traits, row) : null;
    },

    list: async (query) =>
      stored()
        .where(onPage(query))
        .orderBy(asc(table.id))
        .limit(query.limit)
        .all()
        .map((row) => storedOf(traits, row)),

    refs: async () => db.select({ id: table.id, hash: table.hash }).from(table).orderBy(asc(table.id)).all(),

    versions: async (hashes) => {
      const rows = inBatches(hashes, (batch) =>
        db
          .select({ hash: recordVersions.hash, content: recordVersions.content })
          .from(recordVersions)
          .where(and(eq(recordVersions.kind, kind), inArray(recordVersions.hash, batch)))
          .all(),
      );
      return new Map(rows.map((row) => [row.hash, traits.parse(row.content)]));
    },

    count: async () => db.select({ records: count() }).from(table).get()?.records ?? 0,

    revision: async () => revisionOf(db, kind),

    changes: async (since) =>
      db.transaction(() => ({
        revision: revisionOf(db, kind),
        records: db
          .select({ id: table.id, hash: table.hash })
          .from(table)
          .where(gt(table.revision, since))
          .orderBy(asc(table.id))
          .all(),
      })),
  };
}

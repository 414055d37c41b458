/** The records of one kind. */
import { and, asc, count, eq, gt, sql } from 'drizzle-orm';
import type { RecordTraits } from '../rules/record-kinds.ts';
import { searchWords, storedOf } from '../rules/record-rows.ts';
import type { PageQuery, RecordStore } from '../store.ts';
import { keepJobs } from './job-outbox.ts';
import { oneOf } from './one-of.ts';
import { revisionOf, writeRecords } from './record-writer.ts';
import { RECORD_TABLES, recordVersions } from './schema/records.ts';
import { atOneMoment, type Database, inOneWrite } from './session.ts';

export function postgresRecordStore<T extends { id: string }, Draft extends { id?: string | undefined }>(
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
      ...searchWords(search).map(
        (word) => sql`strpos(${table.searchText}, ${sql.param(word, table.searchText)}) > 0`,
      ),
    );

  return {
    save: (drafts, followUp) =>
      inOneWrite(db, async (tx) => {
        const now = clock();
        const saved = await writeRecords(tx, traits, drafts, now);
        await keepJobs(tx, followUp(saved), now);
        return saved;
      }),

    find: async (id) => {
      const [row] = await stored().where(eq(table.id, id));
      return row ? storedOf(traits, row) : null;
    },

    list: async (query) =>
      (await stored().where(onPage(query)).orderBy(asc(table.id)).limit(query.limit)).map((row) =>
        storedOf(traits, row),
      ),

    refs: () => db.select({ id: table.id, hash: table.hash }).from(table).orderBy(asc(table.id)),

    versions: async (hashes) => {
      const rows = await db
        .select({ hash: recordVersions.hash, content: recordVersions.content })
        .from(recordVersions)
        .where(and(eq(recordVersions.kind, kind), oneOf(recordVersions.hash, hashes)));
      return new Map(rows.map((row) => [row.hash, traits.parse(row.content)]));
    },

    count: async () => (await db.select({ records: count() }).from(table))[0]?.records ?? 0,

    revision: () => revisionOf(db, kind),

    changes: (since) =>
      atOneMoment(db, async (tx) => ({
        revision: await revisionOf(tx, kind),
        records: await tx
          .select({ id: table.id, hash: table.hash })
          .from(table)
          .where(gt(table.revision, since))
          .orderBy(asc(table.id)),
      })),
  };
}

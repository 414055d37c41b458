/** Uploaded files: their bytes until they have been read, then the report of what became of them. */
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { noSuchImport } from '../../domain/errors.ts';
import { importOf } from '../rules/import-rules.ts';
import type { ImportStore } from '../store.ts';
import { keepJobs } from './job-outbox.ts';
import { imports } from './schema/imports.ts';
import { type Database, inOneWrite, type Session } from './session.ts';

export function postgresImportStore(db: Database, clock: () => number): ImportStore {
  const find = async (session: Session, id: string) =>
    (await session.select(SHOWN).from(imports).where(eq(imports.id, id)))[0];

  /** Changes an import that has not ended; one that has stays as it is. */
  const change = (id: string, fields: Partial<typeof imports.$inferInsert>) =>
    inOneWrite(db, async (tx) => {
      if (!(await find(tx, id))) throw noSuchImport(id);
      await tx
        .update(imports)
        .set({ ...fields, updatedAt: clock() })
        .where(and(eq(imports.id, id), inArray(imports.state, ['queued', 'running'])));
    });

  return {
    create: ({ id, kind, filename, bytes }, jobs) =>
      inOneWrite(db, async (tx) => {
        const now = clock();
        await tx.insert(imports).values({
          id,
          kind,
          filename,
          bytes: Buffer.from(bytes),
          state: 'queued',
          createdAt: now,
          updatedAt: now,
        });
        await keepJobs(tx, jobs, now);
      }),

    find: async (id) => {
      const row = await find(db, id);
      return row ? importOf(row) : null;
    },

    list: async ({ after, limit }) => {
      const rows = await db
        .select(SHOWN)
        .from(imports)
        .where(after === undefined ? undefined : gt(imports.id, after))
        .orderBy(asc(imports.id))
        .limit(limit);
      return rows.map(importOf);
    },

    bytes: async (id) => {
      const [row] = await db.select({ bytes: imports.bytes }).from(imports).where(eq(imports.id, id));
      return row?.bytes ?? null;
    },

    progress: (id, progress) => change(id, { state: 'running', progress }),
    finish: (id, report) => change(id, { state: 'finished', report, bytes: null }),
    fail: (id, error) => change(id, { state: 'failed', error, bytes: null }),
  };
}

/** All but the bytes: a list of imports must not load the files. */
const SHOWN = {
  id: imports.id,
  kind: imports.kind,
  filename: imports.filename,
  state: imports.state,
  progress: imports.progress,
  report: imports.report,
  error: imports.error,
  createdAt: imports.createdAt,
  updatedAt: imports.updatedAt,
};

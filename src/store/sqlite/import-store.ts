/** Uploaded files: their bytes until they have been read, then the report of what became of them. */
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { noSuchImport } from '../../domain/errors.ts';
import { importOf } from '../rules/import-rules.ts';
import type { ImportStore } from '../store.ts';
import { type Database, emptyLog, inOneWrite } from './connection.ts';
import { createImport } from './create-import.ts';
import { imports } from './schema/imports.ts';

export function sqliteImportStore(db: Database, clock: () => number): ImportStore {
  const find = (id: string) => db.select(SHOWN).from(imports).where(eq(imports.id, id)).get();

  /** Changes an import that has not ended; one that has stays as it is. */
  const change = async (id: string, fields: Partial<typeof imports.$inferInsert>) =>
    inOneWrite(db, () => {
      if (!find(id)) throw noSuchImport(id);
      db.update(imports)
        .set({ ...fields, updatedAt: clock() })
        .where(and(eq(imports.id, id), inArray(imports.state, ['queued', 'running'])))
        .run();
    });

  /** The bytes go with the end, also from the log. */
  const end = async (id: string, fields: Partial<typeof imports.$inferInsert>) => {
    await change(id, { ...fields, bytes: null });
    await emptyLog(db);
  };

  return {
    create: (file, jobs) => createImport(db, { file, jobs, now: clock() }),

    find: async (id) => {
      const row = find(id);
      return row ? importOf(row) : null;
    },

    list: async ({ after, limit }) =>
      db
        .select(SHOWN)
        .from(imports)
        .where(after === undefined ? undefined : gt(imports.id, after))
        .orderBy(asc(imports.id))
        .limit(limit)
        .all()
        .map(importOf),

    bytes: async (id) => {
      const row = db.select({ bytes: imports.bytes }).from(imports).where(eq(imports.id, id)).get();
      return row?.bytes ?? null;
    },

    progress: (id, progress) => change(id, { state: 'running', progress }),
    finish: (id, report) => end(id, { state: 'finished', report }),
    fail: (id, error) => end(id, { state: 'failed', error }),
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

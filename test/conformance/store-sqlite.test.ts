import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { storeSuite } from './store-suite.ts';

storeSuite('SQLite', {
  open: ({ clock }) => openSqliteStore({ path: ':memory:', clock }),
  openTwo: async ({ clock }) => {
    const folder = mkdtempSync(join(tmpdir(), 'jianyuan-store-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'store.sqlite');
    return [await openSqliteStore({ path, clock }), await openSqliteStore({ path, clock })];
  },
  bars: { saveMs: 3_000 },
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/domain/analysis.ts';
import type { ImportReport } from '../../src/domain/import-report.ts';
import type { Store } from '../../src/store/store.ts';
import { claimKeys, job, type OpenStore, T0 } from './store-fixtures.ts';

const REPORT: ImportReport = {
  kind: 'results',
  filename: '成果.xlsx',
  counts: { rows: 1, created: 1, updated: 0, unchanged: 0, duplicates: 0, refused: 0 },
  columns: [{ heading: '备注二', field: null }],
  findings: [],
  findingsTotal: 0,
};

function analysis(analyser: string, confidence: number): Analysis {
  return {
    kind: 'result',
    language: 'han',
    nature: null,
    analyser,
    sectors: { weights: [], strength: confidence, confidence, source: 'none', evidence: [] },
    capabilities: [],
    conditions: [],
    quantities: [],
    trl: null,
    terms: [{ path: 'title', terms: '电池', counts: [2] }],
  };
}

/** Uploaded files, and what was read out of records. */
export function importSuite(open: OpenStore): void {
  describe('imports and analyses', () => {
    let store: Store;
    let now = T0;
    beforeEach(async () => {
      now = T0;
      store = await open({ clock: () => now });
    });
    afterEach(() => store.close());

    const bytes = new Uint8Array([0, 1, 254, 255]);
    const create = (id: string) =>
      store.imports.create({ id, kind: 'results', filename: '成果.xlsx', bytes }, [job(`import:${id}`)]);

    it('keeps the file and its job until it has been read', async () => {
      await create('i1');
      expect(await claimKeys(store)).toEqual(['import:i1']);
      expect(new Uint8Array((await store.imports.bytes('i1')) ?? [])).toEqual(bytes);
      now = T0 + 1;
      await store.imports.progress('i1', { done: 1, total: 2 });
      expect(await store.imports.find('i1')).toEqual({
        id: 'i1',
        kind: 'results',
        filename: '成果.xlsx',
        state: 'running',
        progress: { done: 1, total: 2 },
        report: null,
        error: null,
        createdAt: new Date(T0).toISOString(),
        updatedAt: new Date(T0 + 1).toISOString(),
      });
      await store.imports.finish('i1', REPORT);
      await store.imports.progress('i1', { done: 2, total: 2 });
      expect(await store.imports.find('i1')).toMatchObject({ state: 'finished', report: REPORT });
      expect(await store.imports.bytes('i1')).toBeNull();
    });

    it('keeps why a file could not be read', async () => {
      await create('i1');
      await store.imports.fail('i1', 'not a spreadsheet');
      await store.imports.finish('i1', REPORT);
      expect(await store.imports.find('i1')).toMatchObject({
        state: 'failed',
        error: 'not a spreadsheet',
        report: null,
      });
      expect(await store.imports.bytes('i1')).toBeNull();
    });

    it('lists imports in the order of ids, and says so where there is none', async () => {
      await create('i2');
      await create('i1');
      expect((await store.imports.list({ limit: 9 })).map(({ id }) => id)).toEqual(['i1', 'i2']);
      expect((await store.imports.list({ after: 'i1', limit: 9 })).map(({ id }) => id)).toEqual(['i2']);
      expect(await store.imports.find('i3')).toBeNull();
      expect(await store.imports.bytes('i3')).toBeNull();
      await expect(store.imports.finish('i3', REPORT)).rejects.toMatchObject({ code: 'import.not_found' });
    });

    it('keeps analyses by content and analyser', async () => {
      const hashes = Array.from({ length: 1_200 }, (_, i) => `h${i}`);
      await store.analyses.save(hashes.map((hash) => ({ hash, analysis: analysis('a/1', 0.1) })));
      await store.analyses.save([{ hash: 'h7', analysis: analysis('a/2', 0.2) }]);
      await store.analyses.save([{ hash: 'h7', analysis: analysis('a/1', 0.3) }]);
      const found = await store.analyses.find([...hashes, 'none'], 'a/1');
      expect(found.size).toBe(1_200);
      expect(found.get('h7')).toEqual(analysis('a/1', 0.3));
      expect(await store.analyses.find(['h7', 'h8'], 'a/2')).toEqual(new Map([['h7', analysis('a/2', 0.2)]]));
    });
  });
}

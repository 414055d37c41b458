import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ImportReport, RecordKind } from '../../src/domain/import-report.ts';
import { type District, openDistrict } from './district.ts';

const HEADINGS = '成果名称,完成单位,成果简介,技术成熟度,密级';

function csv(rows: readonly string[]): Uint8Array {
  return new TextEncoder().encode([HEADINGS, ...rows].join('\n'));
}

/** A good row; its number is its title's. */
function row(number: number, fields: { trl?: string; secrecy?: string } = {}): string {
  return `第${number}号成果的制备方法,重庆大学,关于第${number}号成果的简介,${fields.trl ?? '6级'},${fields.secrecy ?? '公开'}`;
}

function rows(count: number, special: Record<number, string> = {}): string[] {
  return Array.from({ length: count }, (_, i) => special[i] ?? row(i));
}

function file(bytes: Uint8Array, kind: RecordKind = 'results') {
  return { kind, filename: '成果.csv', bytes };
}

function accounted({ counts }: ImportReport): number {
  return counts.created + counts.updated + counts.unchanged + counts.duplicates + counts.refused;
}

async function drainedImport(district: District, bytes: Uint8Array): Promise<ImportReport> {
  const { importId } = await district.usecases.submitImport(file(bytes));
  await district.settle();
  const { report } = await district.usecases.findImport(importId);
  if (!report) throw new Error('the import has no report');
  return report;
}

test('of 1,000 rows with 3 bad ones 997 are taken, and each bad one is named by its row, column and what was expected', async () => {
  const district = await openDistrict();
  const bad = {
    4: row(4, { trl: '12级' }),
    500: row(500, { trl: '0级' }),
    999: `,重庆大学,没有名称,6级,公开`,
  };
  const report = await district.usecases.importRecords(file(csv(rows(1_000, bad))));
  expect(report.counts).toEqual({
    rows: 1_000,
    created: 997,
    updated: 0,
    unchanged: 0,
    duplicates: 0,
    refused: 3,
  });
  const errors = report.findings.filter((finding) => finding.severity === 'error');
  expect(errors.map((finding) => [finding.row, finding.column])).toEqual([
    [6, '技术成熟度'],
    [502, '技术成熟度'],
    [1_001, expect.stringMatching(/成果名称|title/u)],
  ]);
  expect(errors[0]?.found).toBe('12级');
  expect(await district.store.results.count()).toBe(997);
  const { items } = await district.usecases.listResults({ limit: 1, search: '第998号成果' });
  expect(items[0]?.record).toMatchObject({ university: '重庆大学', trl: { low: 6, high: 6 } });
});

test('a refused row is listed whatever else there is to say, and before it', async () => {
  const district = await openDistrict();
  const vague = (i: number) => `第${i}号成果的制备方法,重庆大学,简介,,公开,约${i}-${i + 1}万`;
  const bytes = [
    `${HEADINGS},转让价格`,
    ...Array.from({ length: 1_200 }, (_, i) => vague(i)),
    `坏行,,,12级,公开,`,
  ];
  const report = await district.usecases.importRecords(file(new TextEncoder().encode(bytes.join('\n'))));
  expect(report.findings).toHaveLength(1_000);
  expect(report.findingsTotal).toBe(1_201);
  expect(report.findings.slice(0, 2).map(({ row, severity }) => [row, severity])).toEqual([
    [1_202, 'error'],
    [2, 'warning'],
  ]);
});

test('the same file twice changes nothing: no record, no revision, no job', async () => {
  const district = await openDistrict();
  const bytes = csv(rows(450));
  const first = await district.usecases.importRecords(file(bytes));
  expect(first.counts.created).toBe(450);
  await district.settle();
  const [refs, revision] = [await district.store.results.refs(), await district.store.results.revision()];

  const second = await district.usecases.importRecords(file(bytes));
  expect(second.counts).toEqual({
    rows: 450,
    created: 0,
    updated: 0,
    unchanged: 450,
    duplicates: 0,
    refused: 0,
  });
  expect(await district.store.results.refs()).toEqual(refs);
  expect(await district.store.results.revision()).toBe(revision);
  expect(await district.store.jobs.openCount()).toBe(0);
});

test('a row that occurs twice is counted as a duplicate and saved once', async () => {
  const district = await openDistrict();
  const report = await district.usecases.importRecords(file(csv([row(1), row(2), row(1)])));
  expect(report.counts).toMatchObject({ rows: 3, created: 2, duplicates: 1 });
  expect(accounted(report)).toBe(3);
});

test('a secret row is refused, the others are taken, and its text is nowhere on disk', async () => {
  const district = await openDistrict();
  const secret = '某某雷达的参数,某某研究所,某某雷达的参数为七,6级,机密';
  const report = await district.usecases.importRecords(file(csv([row(1), secret, row(2)])));
  expect(report.counts).toMatchObject({ created: 2, refused: 1 });
  expect(JSON.stringify(report)).not.toContain('雷达');
  const kept = ['', '-wal', '-shm']
    .map((suffix) => readFileSync(`${district.path}${suffix}`).toString('utf8'))
    .join();
  expect(kept).toContain('第1号成果');
  expect(kept).not.toContain('雷达');
});

test('of an uploaded file a secret row is not left on disk once the import has ended', async () => {
  const district = await openDistrict();
  const secret = '某某雷达的参数,某某研究所,某某雷达的参数为七,6级,机密';
  const report = await drainedImport(district, csv([...rows(600), secret]));
  expect(report.counts).toMatchObject({ created: 600, refused: 1 });
  const kept = ['', '-wal']
    .map((suffix) => readFileSync(`${district.path}${suffix}`).toString('utf8'))
    .join();
  expect(kept).toContain('第1号成果');
  expect(kept).not.toContain('雷达');
});

test('an uploaded file is read in the background, and every record of it is analysed', async () => {
  const district = await openDistrict();
  const report = await drainedImport(district, csv(rows(230)));
  expect(report.counts.created).toBe(230);
  const refs = await district.store.results.refs();
  const analysed = await district.store.analyses.find(
    refs.map((ref) => ref.hash),
    'tiny/1',
  );
  expect(analysed.size).toBe(230);
});

test('an import that died half-way is done again to the same end', async () => {
  const district = await openDistrict();
  const bytes = csv(rows(1_100));
  const { importId } = await district.usecases.submitImport(file(bytes));
  const died = new AbortController();
  const half = district.usecases.runImport(
    { importId },
    {
      signal: died.signal,
      progress: async ({ done, note }) => {
        if (note?.includes('saving') && done >= 400) died.abort(new Error('the process died'));
      },
    },
  );
  await expect(half).rejects.toThrow('the process died');
  const before = await district.store.results.count();
  expect(before).toBeGreaterThanOrEqual(400);
  expect(before).toBeLessThan(1_100);

  await district.settle();
  const { state, report } = await district.usecases.findImport(importId);
  expect(state).toBe('finished');
  expect(report?.counts).toMatchObject({ rows: 1_100, created: 1_100 - before, unchanged: before });
  expect(await district.store.results.count()).toBe(1_100);
});

test('a file that is no table ends the import as failed, with the reason, and without another try', async () => {
  const district = await openDistrict();
  const { importId } = await district.usecases.submitImport(
    file(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3])),
  );
  await district.settle();
  const found = await district.usecases.findImport(importId);
  expect(found.state).toBe('failed');
  expect(found.error).toMatch(/^\[file\./u);
  expect(await district.store.imports.bytes(importId)).toBeNull();
});

test('an empty file and one that is too large are refused before anything is kept', async () => {
  const district = await openDistrict({ maxUploadBytes: 1_000 });
  await expect(district.usecases.submitImport(file(new Uint8Array()))).rejects.toMatchObject({
    code: 'file.empty',
  });
  await expect(district.usecases.submitImport(file(new Uint8Array(1_001)))).rejects.toMatchObject({
    code: 'file.too_large',
  });
  expect((await district.usecases.listImports({ limit: 5 })).items).toEqual([]);
});

test('progress never runs backwards within a step and ends with all', async () => {
  const district = await openDistrict();
  const steps: { done: number; total: number; note?: string | undefined }[] = [];
  await district.usecases.importRecords(file(csv(rows(900))), {
    progress: async (step) => {
      steps.push(step);
    },
  });
  const saving = steps.filter((step) => step.note?.includes('saving')).map((step) => step.done);
  expect(saving).toEqual([...saving].sort((a, b) => a - b));
  expect(saving.at(-1)).toBe(900);
});

/** A report of more results than a PDF or a workbook could hold: what is written, and what the terminal says of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { reportInFiles } from '../../src/cli/write-report-files.ts';
import type { RoundReport } from '../../src/domain/round.ts';
import { MOST_WHOLE, writeReport } from '../../src/usecases/write-report.ts';
import { sampleReport } from '../exchange/sample-report.ts';
import { openDistrict, PROFILE } from '../usecases/district.ts';
import { createTinyEngine } from '../usecases/tiny-engine.ts';
import { folder } from './command.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function reportOf(results: number): RoundReport {
  const report = sampleReport();
  return { ...report, totals: { ...report.totals, results } };
}

async function said(report: RoundReport, wishes: Parameters<typeof reportInFiles>[3]) {
  const dir = folder();
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += String(text);
      return true;
    });
  const { usecases } = await openDistrict();
  const reportAsJson = async () =>
    (async function* () {
      yield JSON.stringify(report);
    })();
  const application = { profile: PROFILE, usecases: { ...usecases, reportAsJson } };
  await reportInFiles(application, report, dir, wishes);
  vi.restoreAllMocks();
  const kinds = ['json', 'html', 'xlsx', 'pdf'].filter((kind) =>
    existsSync(join(dir, `${report.roundId}.${kind}`)),
  );
  return { ...written, kinds };
}

test('beyond what fits a PDF only JSON is written, and the terminal says so, also that --sheets does nothing', async () => {
  const large = reportOf(MOST_WHOLE + 1);
  const asked = await said(large, { sheets: Number.POSITIVE_INFINITY });
  expect(asked.kinds).toEqual(['json']);
  expect(asked.stderr).toContain(
    '本轮有 5001 项成果，超过 5000 项的报告只写 JSON，没有 PDF、XLSX 和网页，--sheets 不起作用',
  );
  expect(asked.stderr).toContain('--sheets does nothing');
  const plain = await said(large, { json: true });
  expect(plain.stderr).toContain('只写 JSON');
  expect(plain.stderr).not.toContain('--sheets');
  expect(plain.stdout).toBe('');
});

test('a report that fits is written in all forms, without a word', { timeout: 60_000 }, async () => {
  const small = await said(reportOf(2), { sheets: 1 });
  expect(small.kinds).toEqual(['json', 'html', 'xlsx', 'pdf']);
  expect(small.stderr).toBe('');
  expect(small.stdout).toContain('.pdf');
});

test('one form of a report that is too large is refused with the reason', async () => {
  const { store } = await openDistrict();
  const engine = createTinyEngine();
  const rounds = Object.create(store.rounds, {
    report: { value: async () => reportOf(MOST_WHOLE + 1) },
  }) as typeof store.rounds;
  const ports = { store: Object.create(store, { rounds: { value: rounds } }) as typeof store };
  await expect(
    writeReport({ ...ports, engine, profile: PROFILE }, { roundId: 'r', kind: 'pdf', sheets: 3 }),
  ).rejects.toMatchObject({
    code: 'report.too_large',
    message: expect.stringContaining('本轮有 5001 项成果，超过 5000 项只提供 JSON'),
  });
});

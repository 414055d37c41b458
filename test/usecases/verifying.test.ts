import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FrozenRound } from '../../src/domain/frozen-round.ts';
import type { Match } from '../../src/domain/match.ts';
import type { RoundReport } from '../../src/domain/round.ts';
import { readFrozenRound, writeFrozenRound } from '../../src/exchange/index.ts';
import { firstDisagreement } from '../../src/usecases/first-disagreement.ts';
import { type District, fill, openDistrict } from './district.ts';
import { createTinyEngine } from './tiny-engine.ts';

async function finishedRound(): Promise<{ district: District; report: RoundReport; frozen: FrozenRound }> {
  const district = await openDistrict();
  await fill(district, 9, 4);
  await district.usecases.startRound();
  await district.settle();
  const decision = { verdict: 'approved', reason: null, comment: '同意', reviewer: '王某某' } as const;
  await district.usecases.decidePair({
    ...decision,
    resultId: 'R003',
    carrierId: 'C002',
    purpose: 'transfer',
  });
  const { id } = await district.usecases.startRound({ chunkSize: 4 });
  await district.settle();
  return {
    district,
    report: await district.usecases.getReport(id),
    frozen: await district.usecases.freezeRound(id),
  };
}

const isRecommended = ({ purpose, verdict }: Match) => purpose === 'transfer' && verdict === 'recommended';

const asJson = (report: RoundReport) => JSON.parse(JSON.stringify(report)) as RoundReport;

test('a report that is as it was written bears out, also after the records have changed', async () => {
  const { district, report } = await finishedRound();
  await district.usecases.submitResult({ id: 'R003', title: '别的题目', university: '重庆大学' });
  const frozen = await district.usecases.freezeRound(report.roundId);
  expect(await district.usecases.verifyReport(asJson(report), frozen)).toEqual({
    roundId: report.roundId,
    hash: report.hash,
    disagreement: null,
  });
  expect(report.difference?.previous).toMatch(/^r/u);
  expect(report.assignment.placements).toContainEqual(
    expect.objectContaining({ resultId: 'R003', carrierId: 'C002', basis: 'decision' }),
  );
});

type Path = readonly (string | number)[];

/** Where every single value of a document stands. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  const entries = Object.entries(value);
  if (entries.length === 0) return [path];
  return entries.flatMap(([key, inner]) =>
    leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function changedAt(document: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return typeof document === 'number' ? document + 1e-9 : 'changed';
  const copy: Record<string | number, unknown> = Array.isArray(document)
    ? ([...document] as never)
    : { ...(document as object) };
  copy[key] = changedAt(copy[key], rest);
  return copy;
}

const shown = (path: Path) =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');

test('changing any one value breaks it, and is named', async () => {
  const { district, report, frozen } = await finishedRound();
  const recomputed = await district.usecases.replayRound(frozen);
  const written = asJson(report);
  const paths = leaves(written);
  expect(paths.length).toBeGreaterThan(500);
  fc.assert(
    fc.property(fc.constantFrom(...paths), (path) => {
      const found = firstDisagreement(changedAt(written, path), recomputed);
      expect(found?.path).toBe(shown(path));
    }),
    { numRuns: 300, seed: 1 },
  );
  for (const [left, path] of [
    [{ ...written, entries: written.entries.slice(1) }, 'entries[0].result.id'],
    [{ ...written, extra: 1 }, 'extra'],
    [[], ''],
  ] as const)
    expect(firstDisagreement(left, recomputed)?.path).toBe(path);
});

test('a frozen round is replayed on another machine with the same hash', async () => {
  const { report, frozen } = await finishedRound();
  const file = writeFrozenRound(frozen);
  const elsewhere = await openDistrict();
  const replayed = await elsewhere.usecases.replayRound(readFrozenRound(file));
  expect(asJson(replayed)).toEqual(asJson(report));
  expect(await elsewhere.store.results.count()).toBe(0);
});

test('numbers of single results are frozen with the round, replayed, and a report that says others is found out', async () => {
  const { district, report: before } = await finishedRound();
  const [first, second] = before.entries
    .filter(({ matches }) => matches.filter(isRecommended).length > 1)
    .map(({ result }) => result.id);
  const demands = [
    { resultId: 'R008', transfer: 1, pilot: 2 },
    { resultId: first!, transfer: 2 },
    { resultId: second!, transfer: 1 },
  ];
  const { id } = await district.usecases.startRound({ assignment: { demands, assumedSlots: 50 } });
  await district.settle();
  const report = await district.usecases.getReport(id);
  // in the order of ids, and only what differs from the general number
  expect(report.terms.demands).toEqual([
    { resultId: first, transfer: 2 },
    { resultId: 'R008', pilot: 2 },
  ]);
  const placed = (resultId: string) =>
    report.assignment.placements.filter((one) => one.resultId === resultId && one.purpose === 'transfer');
  expect([placed(first!).length, placed(second!).length]).toEqual([2, 1]);

  const frozen = readFrozenRound(writeFrozenRound(await district.usecases.freezeRound(id)));
  expect((await district.usecases.verifyReport(asJson(report), frozen)).disagreement).toBeNull();
  const other = asJson(report);
  const changed = { ...other, terms: { ...other.terms, demands: [{ resultId: first!, transfer: 3 }] } };
  expect((await district.usecases.verifyReport(changed, frozen)).disagreement?.path).toBe(
    'terms.demands[0].transfer',
  );
  await expect(
    district.usecases.startRound({ assignment: { demands: [{ resultId: 'R999', pilot: 2 }] } }),
  ).rejects.toMatchObject({
    code: 'round.unknown_result',
    findings: [expect.objectContaining({ field: 'assignment.demands[0].resultId', found: 'R999' })],
  });
});

test('other records, another engine, a file that is none: each is said', async () => {
  const { district, frozen } = await finishedRound();
  const [first, ...others] = frozen.results;
  const tampered = { ...frozen, results: [{ ...first!, title: '换了题目' }, ...others] };
  await expect(district.usecases.replayRound(tampered)).rejects.toMatchObject({
    code: 'round.inputs_changed',
    message: expect.stringContaining('R000'),
  });
  const newer = await openDistrict({ engine: createTinyEngine('tiny/2') });
  await expect(newer.usecases.replayRound(frozen)).rejects.toMatchObject({ code: 'round.other_engine' });
  expect(() => readFrozenRound(Buffer.from('PK'))).toThrow('冻结轮次');
  const lines = gunzipSync(writeFrozenRound(frozen)).toString('utf8');
  expect(() => readFrozenRound(gzipSync(lines.replace('"kind":"result"', '"kind":"song"')))).toThrow(
    'line 2',
  );
});

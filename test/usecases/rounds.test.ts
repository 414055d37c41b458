import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import type { Decision } from '../../src/domain/review.ts';
import type { RoundReport } from '../../src/domain/round.ts';
import { hashOfEntries, reportHash } from '../../src/usecases/report-hash.ts';
import { type District, fill, openDistrict } from './district.ts';
import { createTinyEngine, RECOMMENDED_FROM } from './tiny-engine.ts';

async function runRound(
  district: District,
  options: Parameters<District['usecases']['startRound']>[0] = {},
): Promise<RoundReport> {
  const { id } = await district.usecases.startRound(options);
  await district.settle();
  return district.usecases.getReport(id);
}

test('a round reports every result, and its totals can be counted from its matches', async () => {
  const district = await openDistrict();
  await fill(district, 12, 4);
  const report = await runRound(district, { chunkSize: 5, top: 3 });

  expect(report.entries.map((entry) => entry.result.id)).toEqual(
    Array.from({ length: 12 }, (_, i) => `R0${String(i).padStart(2, '0')}`),
  );
  expect(report.totals).toMatchObject({ results: 12, carriers: 4, pairs: 48 });
  for (const purpose of ['transfer', 'pilot'] as const) {
    const matches = report.entries.flatMap((entry) =>
      entry.matches.filter((match) => match.purpose === purpose),
    );
    expect(matches).toHaveLength(36);
    const recommended = matches.filter((match) => match.affinity >= RECOMMENDED_FROM);
    expect(report.totals.recommended[purpose]).toBe(recommended.length);
    expect(report.carriers.reduce((sum, carrier) => sum + carrier.recommended[purpose], 0)).toBe(
      recommended.length,
    );
    expect(report.totals.resultsServed[purpose] + report.totals.resultsWithout[purpose]).toBe(12);
    const without = report.entries.filter((entry) => entry.noFits.some((noFit) => noFit.purpose === purpose));
    expect(without).toHaveLength(report.totals.resultsWithout[purpose]);
  }
});

test('the same records give the same report, however the round is cut into jobs and whenever it is run', async () => {
  const district = await openDistrict();
  await fill(district, 23, 5);
  const reports = [];
  for (const chunkSize of [7, 7, 1, 100]) reports.push(await runRound(district, { chunkSize }));
  expect(new Set(reports.map((report) => report.hash)).size).toBe(1);
  expect(new Set(reports.map((report) => canonicalJson(report.entries))).size).toBe(1);
});

test('a report bears out its hash after being written and read; one that was changed anywhere does not', async () => {
  const district = await openDistrict();
  await fill(district, 3, 2);
  const written = JSON.stringify(await runRound(district));
  const read = JSON.parse(written) as RoundReport;
  expect(reportHash(read)).toBe(read.hash);
  expect(hashOfEntries(read.entries)).toBe(read.entriesHash);
  const changed = JSON.parse(
    written.replace(/"contribution":[\d.]+/u, '"contribution":0.999'),
  ) as RoundReport;
  expect(hashOfEntries(changed.entries)).not.toBe(read.entriesHash);
  expect(reportHash({ ...read, model: 'another' })).not.toBe(read.hash);
});

test('a record that changes while a round runs does not touch the round', async () => {
  const district = await openDistrict();
  await fill(district, 10, 3);
  const undisturbed = await runRound(district);

  const { id } = await district.usecases.startRound({ chunkSize: 2 });
  await district.usecases.matchChunk({ roundId: id, chunk: 0 });
  await district.usecases.submitResult({ id: 'R005', title: '完全不同的题目', university: '重庆大学' });
  await district.usecases.registerCarrier({
    id: 'C001',
    name: '第1孵化器',
    description: '已摘牌',
    status: '摘牌',
  });
  await district.usecases.registerCarrier({ id: 'C999', name: '新来的加速器', description: '刚刚成立' });
  await district.settle();
  expect((await district.usecases.getReport(id)).hash).toBe(undisturbed.hash);
});

test('a pool is built once for all chunks of a round, and analyses are not made twice', async () => {
  const engine = createTinyEngine();
  const district = await openDistrict({ engine });
  await fill(district, 20, 3);
  await district.settle();
  const { id } = await district.usecases.startRound({ chunkSize: 2 });
  await district.settle();
  await district.usecases.getReport(id);
  expect(engine.counts).toEqual({ pools: 1, analyses: 23 });
});

test('an analysis that is not there yet is made on the way, and a round says which stage it is in', async () => {
  const engine = createTinyEngine();
  const district = await openDistrict({ engine });
  await fill(district, 4, 2);
  const { id } = await district.usecases.startRound({ chunkSize: 2 });
  const stage = async () => (await district.usecases.findRound(id)).progress.stage;
  expect(await stage()).toBe('preparing');
  await district.usecases.matchChunk({ roundId: id, chunk: 1 });
  expect(await stage()).toBe('matching');
  await district.usecases.matchChunk({ roundId: id, chunk: 0 });
  expect(await stage()).toBe('assignment');
  await district.usecases.assignRound({ roundId: id });
  expect(await stage()).toBe('gaps');
  await district.usecases.assessGaps({ roundId: id });
  expect(await stage()).toBe('parks');
  await district.usecases.composeParks({ roundId: id });
  expect(await stage()).toBe('report');
  await district.usecases.finishRound({ roundId: id });
  expect((await district.usecases.getReport(id)).entries).toHaveLength(4);
});

test('a cancelled round does no more work and has no report', async () => {
  const district = await openDistrict();
  await fill(district, 6, 2);
  const { id } = await district.usecases.startRound({ chunkSize: 2 });
  await district.usecases.matchChunk({ roundId: id, chunk: 0 });
  expect(await district.usecases.cancelRound(id)).toMatchObject({ state: 'cancelled' });
  await district.settle();
  await district.usecases.matchChunk({ roundId: id, chunk: 1 });
  expect(await district.usecases.findRound(id)).toMatchObject({
    state: 'cancelled',
    progress: { done: 1, total: 6, stage: 'matching' },
  });
  await expect(district.usecases.getReport(id)).rejects.toMatchObject({ code: 'report.not_found' });
});

test('a job that comes too late for a cancelled round costs nothing', async () => {
  const engine = createTinyEngine();
  const district = await openDistrict({ engine });
  await fill(district, 2, 2);
  const { id } = await district.usecases.startRound();
  await district.usecases.cancelRound(id);
  await district.usecases.matchChunk({ roundId: id, chunk: 0 });
  expect(engine.counts.pools).toBe(0);
});

test('a finished round cannot be cancelled, and cancelling says so', async () => {
  const district = await openDistrict();
  await fill(district, 2, 1);
  const { roundId } = await runRound(district);
  expect(await district.usecases.cancelRound(roundId)).toMatchObject({ state: 'finished' });
  expect((await district.usecases.getReport(roundId)).roundId).toBe(roundId);
});

test('a report is not written over half a round', async () => {
  const district = await openDistrict();
  await fill(district, 6, 2);
  const { id } = await district.usecases.startRound({ chunkSize: 2 });
  await district.usecases.matchChunk({ roundId: id, chunk: 2 });
  await expect(district.usecases.assignRound({ roundId: id })).rejects.toThrow('1 of 3 chunks');
  await expect(district.usecases.finishRound({ roundId: id })).rejects.toThrow('1 of 3 chunks');
  await expect(district.usecases.getReport(id)).rejects.toMatchObject({ code: 'round.not_finished' });
});

test('a round that was started by another engine fails and says why, instead of mixing two engines', async () => {
  const old = await openDistrict({ engine: createTinyEngine('tiny/1') });
  await fill(old, 3, 2);
  const { id } = await old.usecases.startRound();
  const renewed = await openDistrict({ engine: createTinyEngine('tiny/2'), path: old.path });
  await renewed.settle();
  const round = await renewed.usecases.findRound(id);
  expect(round.state).toBe('failed');
  expect(round.error).toContain('tiny/1');
});

test('without results or without carriers there is nothing to match', async () => {
  const district = await openDistrict();
  await fill(district, 2, 0);
  await expect(district.usecases.startRound()).rejects.toMatchObject({ code: 'round.nothing_to_match' });
});

test('a round whose decisions leave no plan is compared with nothing, and the next one passes it over', async () => {
  const district = await openDistrict();
  await fill(district, 9, 4);
  const { usecases } = district;
  const round = async () => {
    const { id } = await usecases.startRound();
    await district.settle();
    return usecases.getReport(id);
  };
  const first = await round();
  const pairs = Array.from({ length: 9 }, (_, i) => ({
    resultId: `R00${i}`,
    carrierId: 'C002',
    purpose: 'transfer' as const,
  }));
  for (const pair of pairs)
    await usecases.decidePair({
      ...pair,
      verdict: 'approved',
      reason: null,
      comment: null,
      reviewer: '王某某',
    });
  const stuck = await round();
  expect(stuck.assignment.obstacle).not.toBeNull();
  expect(stuck.difference).toBeNull();
  expect(await usecases.verifyReport(stuck, await usecases.freezeRound(stuck.roundId))).toMatchObject({
    disagreement: null,
  });
  for (const pair of pairs) await usecases.withdrawDecision(pair);
  const next = await round();
  expect(next.difference).toEqual({
    previous: first.roundId,
    kept: first.assignment.placements.length,
    added: [],
    removed: [],
  });
});

test('a decision needs somebody who decided, a refusal its reason, and an approval gives none', async () => {
  const district = await openDistrict();
  await fill(district, 1, 1);
  const pair = { resultId: 'R000', carrierId: 'C000', purpose: 'transfer', comment: null } as const;
  const decide = (rest: Pick<Decision, 'verdict' | 'reason' | 'reviewer'>) =>
    district.usecases.decidePair({ ...pair, ...rest });
  await expect(decide({ verdict: 'approved', reason: 'duplicate', reviewer: '王某某' })).rejects.toThrow(
    '批准不附',
  );
  await expect(decide({ verdict: 'approved', reason: null, reviewer: '  ' })).rejects.toThrow(
    '审核人不能为空',
  );
  await expect(decide({ verdict: 'rejected', reason: null, reviewer: '王某某' })).rejects.toThrow(
    '须说明理由',
  );
  expect(await district.usecases.listDecisions()).toEqual([]);
});

test('whoever approves a pair is told how the last round saw it', async () => {
  const district = await openDistrict();
  await fill(district, 4, 4);
  const { usecases } = district;
  const decided = (pair: Pick<Decision, 'resultId' | 'carrierId'>) =>
    usecases.decidePair({
      ...pair,
      purpose: 'transfer',
      verdict: 'approved',
      reason: null,
      comment: null,
      reviewer: '王某某',
    });
  expect((await decided({ resultId: 'R000', carrierId: 'C000' })).advice).toBeNull();
  const report = await runRound(district, { top: 4 });
  const matches = report.entries.flatMap((entry) => entry.matches);
  const transfer = matches.filter(({ purpose }) => purpose === 'transfer');
  for (const recommended of [true, false]) {
    const match = transfer.find(({ verdict }) => (verdict === 'recommended') === recommended);
    if (!match) throw new Error(`no pair that is ${recommended ? '' : 'not '}recommended`);
    expect((await decided(match)).advice).toEqual({
      roundId: report.roundId,
      recommended,
      affinity: match.affinity,
    });
  }
});

/** A round of very many results: no job may hold the readings, matches or explanations of all of them at once. */
import { expect, test, vi } from 'vitest';
import { explainedPart } from '../../src/domain/round.ts';
import { fill, openDistrict } from './district.ts';
import { createTinyEngine } from './tiny-engine.ts';

const CHUNK = 5;
const CHUNKS = 8;

test('results are read chunk by chunk in every stage', async () => {
  const district = await openDistrict();
  const { store, usecases } = district;
  await fill(district, CHUNK * CHUNKS, 3);
  await district.settle();
  const { id } = await usecases.startRound({ chunkSize: CHUNK, top: 2 });
  for (let chunk = 0; chunk < CHUNKS; chunk++) await usecases.matchChunk({ roundId: id, chunk });
  const read = vi.spyOn(store.results, 'versions');
  const mostRead = async (stage: () => Promise<unknown>) => {
    read.mockClear();
    await stage();
    expect(read.mock.calls.length).toBeGreaterThanOrEqual(CHUNKS);
    return Math.max(...read.mock.calls.map(([hashes]) => hashes.length));
  };
  expect(await mostRead(() => usecases.assignRound({ roundId: id }))).toBe(CHUNK);
  await usecases.assessGaps({ roundId: id });
  expect(await mostRead(() => usecases.composeParks({ roundId: id }))).toBe(CHUNK);
  expect(await mostRead(() => usecases.finishRound({ roundId: id }))).toBe(CHUNK);
  expect(await mostRead(() => usecases.getReport(id))).toBe(CHUNK);
});

test('placements further down than the matches that were kept are explained chunk by chunk', async () => {
  const district = await openDistrict();
  const { store, usecases } = district;
  await fill(district, CHUNK * CHUNKS, 6);
  await district.settle();
  const assignment = { perResult: { transfer: 3, pilot: 3 }, assumedSlots: 50 };
  const { id } = await usecases.startRound({ chunkSize: CHUNK, top: 1, assignment });
  await district.settle();
  const report = await usecases.getReport(id);
  const further = report.assignment.placements.filter(({ rank }) => rank > 1);
  expect(further.length).toBeGreaterThan(CHUNK);
  const kept = await Promise.all(
    Array.from({ length: CHUNKS }, (_, chunk) => store.rounds.part(id, explainedPart(chunk))),
  );
  const explained = kept.flatMap((part) => part ?? []);
  const pairs = (list: readonly { resultId: string; carrierId: string; purpose: string }[]) =>
    list.map(({ resultId, carrierId, purpose }) => `${purpose} ${resultId} ${carrierId}`).sort();
  expect(pairs(explained)).toEqual(pairs(further));
  expect(Math.max(...kept.map((part) => part?.length ?? 0))).toBeLessThanOrEqual(6 * CHUNK);
  expect(await store.rounds.part(id, 'assignment')).not.toHaveProperty('explained');
  for (const { resultId, carrierId, purpose } of further) {
    const entry = report.entries.find(({ result }) => result.id === resultId)!;
    const match = entry.matches.find((each) => each.carrierId === carrierId && each.purpose === purpose);
    expect(match?.components.length).toBeGreaterThan(0);
  }
  const { progress } = await usecases.findRound(id);
  expect(progress).toEqual({ done: CHUNKS + 3, total: CHUNKS + 3, stage: 'report' });
});

test('what a round learnt from its records is learnt once, however often its pool is let go of', async () => {
  const engine = createTinyEngine();
  const learn = vi.spyOn(engine, 'trainingSteps');
  const build = vi.spyOn(engine, 'pool');
  const district = await openDistrict({ engine });
  const { usecases } = district;
  await fill(district, CHUNK * CHUNKS, 6);
  await district.settle();
  const assignment = { perResult: { transfer: 3, pilot: 3 }, assumedSlots: 50 };
  const { id, model } = await usecases.startRound({ chunkSize: CHUNK, top: 1, assignment });
  expect(model).toBeNull();
  await district.settle();
  expect((await usecases.findRound(id)).state).toBe('finished');
  expect(build.mock.calls.length).toBeGreaterThan(1);
  expect(learn).toHaveBeenCalledTimes(1);
});

test('no pool is in memory while plans are made', async () => {
  const engine = createTinyEngine();
  const build = vi.spyOn(engine, 'pool');
  const district = await openDistrict({ engine });
  const { store, usecases } = district;
  await fill(district, CHUNK * CHUNKS, 3);
  await district.settle();
  const { id } = await usecases.startRound({ chunkSize: CHUNK, top: 2 });
  for (let chunk = 0; chunk < CHUNKS; chunk++) await usecases.matchChunk({ roundId: id, chunk });
  expect(build).toHaveBeenCalledTimes(1);
  await usecases.assignRound({ roundId: id });
  // a round like it asks for the same pool
  const { id: next } = await usecases.startRound({ chunkSize: CHUNK, top: 2 });
  await usecases.matchChunk({ roundId: next, chunk: 0 });
  expect(build).toHaveBeenCalledTimes(2);
  expect(await store.rounds.part(id, 'assignment')).not.toBeNull();
});

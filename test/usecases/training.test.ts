/** When a corpus model is learnt, who uses it, and what stays when it is replaced. */
import pino from 'pino';
import { expect, test } from 'vitest';
import type { PoolInput } from '../../src/engine/engine.ts';
import { logModel } from '../../src/main.ts';
import { reportHash } from '../../src/usecases/report-hash.ts';
import {
  type District,
  type DistrictOptions,
  openDistrict,
  someCarriers,
  temporaryFolder,
} from './district.ts';
import { createTinyEngine } from './tiny-engine.ts';

const ENOUGH = 320;

/** A district whose pools tell which model they were given; null: none, they learn by themselves. */
async function openWatched(options: DistrictOptions & { version?: string } = {}) {
  const models: (string | null)[] = [];
  const tiny = createTinyEngine(options.version);
  const engine = {
    ...tiny,
    pool: (input: PoolInput) => {
      models.push(input.model?.fingerprint ?? null);
      return tiny.pool(input);
    },
  };
  return { district: await openDistrict({ engine, ...options }), engine, models };
}

/** Results number `from` to `to`, as a file; every word of a title stands in two or more of them. */
async function importResults({ usecases }: District, from: number, to: number): Promise<void> {
  const rows = Array.from({ length: to - from }, (_, i) => titleRow(from + i));
  const bytes = Buffer.from(`id,成果名称\n${rows.join('\n')}\n`);
  const { counts } = await usecases.importRecords({ kind: 'results', filename: 'r.csv', bytes });
  expect(counts.refused).toBe(0);
}

function titleRow(i: number): string {
  return `R-${i},甲${i % 150} 乙${(7 * i) % 150} 丙${(11 * i) % 150}`;
}

async function withCarriers(district: District): Promise<District> {
  for (const carrier of someCarriers(3)) await district.usecases.registerCarrier(carrier);
  return district;
}

const current = async ({ store }: District, analyser = 'tiny/1') =>
  (await store.models.current(analyser))?.fingerprint ?? null;

async function runRound(district: District) {
  const { id } = await district.usecases.startRound({ chunkSize: 100 });
  await district.settle();
  return district.usecases.getReport(id);
}

async function loggedAtStart({ usecases }: District): Promise<string> {
  const lines: string[] = [];
  await logModel({ usecases }, pino({}, { write: (line) => lines.push(line) }));
  return lines.join('');
}

const texts = (name: string, ...lines: string[]) => ({
  name,
  read: async () => Buffer.from(lines.join('\n')),
});

test('after an import a model is learnt in the background; the next recommendation uses it, without a restart', async () => {
  const { district, models } = await openWatched();
  await withCarriers(district);
  await importResults(district, 0, ENOUGH);
  const question = { resultId: 'R-1', purpose: 'transfer', top: 1 } as const;
  await district.usecases.recommendCarriers(question);
  await district.settle();
  const learnt = await district.store.models.current('tiny/1');
  expect(learnt).toMatchObject({ records: ENOUGH + 3, background: [], lost: [] });
  await district.usecases.recommendCarriers(question);
  await district.usecases.recommendCarriers(question);
  // the pool had learnt the same from the same records: it goes on
  expect(models).toEqual([learnt?.fingerprint]);

  const retrained = await district.usecases.trainModel({ background: [texts('b.txt', '石墨烯 电池')] });
  await district.usecases.recommendCarriers(question);
  await expect.poll(() => models).toEqual([learnt?.fingerprint, retrained.fingerprint]);
  expect(retrained.fingerprint).not.toBe(learnt?.fingerprint);
});

test('some hundred records are nothing to learn from: every pool sees by itself how common their terms are', async () => {
  const { district } = await openWatched();
  await withCarriers(district);
  await importResults(district, 0, 100);
  await runRound(district);
  expect(await district.store.models.list()).toEqual([]);
  expect(await district.store.jobs.list({ name: 'model.train', limit: 9 })).toEqual([]);
});

test('it is learnt anew when records have grown by more than a fifth, not before; a round starts it too', async () => {
  const { district } = await openWatched();
  const learntFrom = async () => {
    await district.settle();
    return (await district.store.models.list()).map(({ records }) => records);
  };
  await importResults(district, 0, 400);
  expect(await learntFrom()).toEqual([400]);
  await importResults(district, 400, 480);
  expect(await learntFrom()).toEqual([400]);
  await withCarriers(district);
  expect(await learntFrom()).toEqual([400]);
  await district.usecases.startRound({ chunkSize: 100 });
  expect(await learntFrom()).toEqual([483, 400]);
  await district.usecases.startRound({ chunkSize: 100 });
  expect(await learntFrom()).toEqual([483, 400]);
});

test('every chunk of a round uses the model that it was started with, in any process, and the report names it', async () => {
  const path = `${temporaryFolder()}/shared.sqlite`;
  const { district } = await openWatched({ path });
  await withCarriers(district);
  await importResults(district, 0, ENOUGH);
  await district.settle();
  const first = await current(district);
  const undisturbed = await runRound(district);
  expect(undisturbed.model).toBe(first);
  expect(reportHash(undisturbed)).toBe(undisturbed.hash);

  const { id } = await district.usecases.startRound({ chunkSize: 100 });
  await district.usecases.matchChunk({ roundId: id, chunk: 0 });
  await district.usecases.trainModel({ background: [texts('b.txt', '石墨烯 电池')] });
  expect(await current(district)).not.toBe(first);
  const other = await openWatched({ path });
  await other.district.settle();
  expect(other.models).toEqual([first]);
  expect((await district.usecases.getReport(id)).hash).toBe(undisturbed.hash);

  const renewed = await runRound(district);
  expect(renewed.model).toBe(await current(district));
  expect(renewed.hash).not.toBe(undisturbed.hash);
});

test('a round that began before there was a model says the same as the next one, with the model of its records', async () => {
  const { district, models } = await openWatched();
  await withCarriers(district);
  await importResults(district, 0, ENOUGH);
  await district.store.jobs.cancel(
    (await district.store.jobs.list({ name: 'model.train', limit: 1 }))[0]!.key,
    0,
  );
  const first = await runRound(district);
  const second = await runRound(district);
  expect(models).toEqual([first.model, first.model]);
  expect(second.model).toBe(first.model);
  expect(second.hash).toBe(first.hash);
});

test('the same records and texts give the same model, whenever they came', async () => {
  const one = await openWatched();
  await importResults(one.district, 0, ENOUGH);
  const other = await openWatched();
  await importResults(other.district, 200, ENOUGH);
  await importResults(other.district, 0, 200);
  const background = [texts('a.txt', '石墨烯 电池', '石墨烯 材料'), texts('b.txt', '电池')];
  const a = await one.district.usecases.trainModel({ background });
  const b = await other.district.usecases.trainModel({ background });
  expect(b).toEqual({ ...a, seconds: expect.any(Number) });
});

test('records that are already read are learnt from with turns for the event loop: leases are kept', async () => {
  const { district } = await openWatched();
  await importResults(district, 0, ENOUGH);
  await district.settle();
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  const turnsAt: number[] = [];
  await district.usecases.trainModel(
    { background: 'none' },
    {
      progress: async ({ note }) => {
        if (note !== '记录 records') return;
        // as long as a batch of long texts takes
        const end = performance.now() + 5;
        while (performance.now() < end);
        turnsAt.push(turns);
      },
    },
  );
  clearInterval(timer);
  expect(turnsAt.length).toBeGreaterThan(10);
  // the first pause may end before a timer is looked at
  expect(new Set(turnsAt).size).toBeGreaterThanOrEqual(turnsAt.length - 1);
});

test('what texts are read with is let go of before learning begins, which needs as much memory', async () => {
  const tiny = createTinyEngine();
  const done: string[] = [];
  const engine: typeof tiny = {
    ...tiny,
    release: () => void done.push('let go'),
    trainingSteps: (...given) => {
      done.push('learning');
      return tiny.trainingSteps(...given);
    },
  };
  const district = await openDistrict({ engine });
  await importResults(district, 0, ENOUGH);
  await district.settle();
  expect(done).toEqual(['let go', 'learning']);
});

test('background texts outlast a training that nobody asked for, until they are given anew or given up', async () => {
  const { district } = await openWatched();
  await importResults(district, 0, ENOUGH);
  await district.settle();
  const trained = await district.usecases.trainModel({
    background: [texts('语料.txt', '石墨烯 电池', '电池')],
  });
  expect(trained.background).toEqual([{ name: '语料.txt', texts: 2 }]);
  await importResults(district, ENOUGH, 500);
  await district.settle();
  const grown = await district.store.models.current('tiny/1');
  expect(grown).toMatchObject({ records: 500, background: trained.background });
  const again = await district.usecases.trainModel({ background: 'kept' });
  expect(again.fingerprint).toBe(grown?.fingerprint);
  const without = await district.usecases.trainModel({ background: 'none' });
  expect(without).toMatchObject({ background: [], lost: [] });
  expect(without.fingerprint).not.toBe(grown?.fingerprint);
});

test('a model of another reading of texts is not used; its background is named as lost, by its successors too', async () => {
  const path = `${temporaryFolder()}/shared.sqlite`;
  const old = await openWatched({ path });
  await withCarriers(old.district);
  await importResults(old.district, 0, ENOUGH);
  await old.district.settle();
  const theirs = await old.district.usecases.trainModel({ background: [texts('语料.txt', '石墨烯')] });
  const renewed = await openWatched({ path, version: 'tiny/2' });
  await renewed.district.usecases.recommendCarriers({ resultId: 'R-1', purpose: 'transfer', top: 1 });
  expect(renewed.models).toHaveLength(1);
  expect(renewed.models).not.toContain(theirs.fingerprint);
  expect(await loggedAtStart(renewed.district)).toMatch(
    /of another version and is not used.*train --corpus/su,
  );
  await renewed.district.usecases.startRound();
  await renewed.district.settle();
  expect(await loggedAtStart(renewed.district)).toMatch(/"the corpus model".*语料\.txt.*train --corpus/su);
  const lost = [{ name: '语料.txt', texts: 1 }];
  expect(await renewed.district.store.models.current('tiny/2')).toMatchObject({ background: [], lost });
  expect(await renewed.district.usecases.trainModel({ background: 'kept' })).toMatchObject({ lost });
  const given = await renewed.district.usecases.trainModel({ background: [texts('语料.txt', '石墨烯')] });
  expect(given).toMatchObject({ background: lost, lost: [] });
});

test('a training in the background does not undo one that was asked for meanwhile', async () => {
  const { district } = await openWatched();
  await importResults(district, 0, ENOUGH);
  const { fingerprint } = await district.usecases.trainModel({ background: [texts('b.txt', '石墨烯')] });
  const late = await district.usecases.trainModel({ background: 'none', replaces: null });
  expect(late.current).toBe(false);
  expect(await current(district)).toBe(fingerprint);
});

test('a job for another reading of texts ends with the reason', async () => {
  const path = `${temporaryFolder()}/shared.sqlite`;
  const { district } = await openWatched({ path });
  await importResults(district, 0, ENOUGH);
  const renewed = await openWatched({ path, version: 'tiny/2' });
  await renewed.district.settle();
  expect(await district.store.jobs.list({ name: 'model.train', limit: 9 })).toMatchObject([
    { state: 'dead', attempts: 1, error: 'a corpus model of tiny/1 is wanted, this process reads as tiny/2' },
  ]);
});

test('a round whose model is damaged in the store fails, and does not go on with another', async () => {
  const { district, engine } = await openWatched();
  await withCarriers(district);
  await importResults(district, 0, ENOUGH);
  await district.settle();
  const { id, model } = await district.usecases.startRound({ chunkSize: 1_000 });
  const bytes = (await district.store.models.bytes(model!))!;
  const kept = (await district.store.models.current(engine.analyser))!;
  await district.store.models.save(kept, bytes.subarray(0, bytes.length - 1));
  const unreadable = expect.objectContaining({ code: 'model.unreadable' });
  await expect(district.usecases.matchChunk({ roundId: id, chunk: 0 })).rejects.toEqual(unreadable);
  await district.store.models.save(kept, bytes);
  await district.usecases.matchChunk({ roundId: id, chunk: 0 });
});

test('what is not public is not learnt from, and the training says how many rows it left out', async () => {
  const { district } = await openWatched();
  await importResults(district, 0, ENOUGH);
  const rows = [
    { title: '公开成果', abstract: '石墨烯' },
    { title: '涉密成果', abstract: '隐身', 密级: '秘密' },
    { 标题: '国防成果', ip: '国防专利1项' },
    { text: '电池' },
    { note: '没有正文' },
  ];
  const file = texts('语料.jsonl', ...rows.map((row) => JSON.stringify(row)), '{broken');
  const trained = await district.usecases.trainModel({ background: [file] });
  expect(trained).toMatchObject({ refused: 3, background: [{ name: '语料.jsonl', texts: 2 }] });
  const bytes = await district.store.models.bytes(trained.fingerprint);
  const content = Buffer.from(bytes!).toString('utf8');
  expect(content).toContain('石墨烯');
  expect(content).not.toMatch(/隐身|涉密|国防/u);
});

test('too little to learn from is said, and leaves everything as it is', async () => {
  const { district } = await openWatched();
  await withCarriers(district);
  await importResults(district, 0, 100);
  await expect(district.usecases.trainModel({ background: 'none' })).rejects.toMatchObject({
    code: 'model.too_little',
    message: expect.stringContaining('103'),
  });
  expect(await district.store.models.list()).toEqual([]);

  const rows = Array.from({ length: ENOUGH }, (_, i) => `X-${i},独一无二${i}`);
  const file = {
    kind: 'results',
    filename: 'x.csv',
    bytes: Buffer.from(`id,成果名称\n${rows.join('\n')}\n`),
  } as const;
  await district.usecases.importRecords(file);
  await district.settle();
  const jobs = await district.store.jobs.list({ name: 'model.train', limit: 9 });
  expect(jobs).toMatchObject([{ state: 'done', attempts: 1 }]);
  expect(await district.store.models.list()).toEqual([]);
});

test('nothing is planned or reported over chunks of two models', async () => {
  const { district } = await openWatched();
  await withCarriers(district);
  await importResults(district, 0, ENOUGH);
  await district.settle();
  const { id } = await district.usecases.startRound({ chunkSize: 200 });
  await district.usecases.matchChunk({ roundId: id, chunk: 0 });
  await district.store.rounds.saveChunk({
    roundId: id,
    chunk: 1,
    matches: [],
    noFits: [],
    candidates: [],
    model: 'another',
  });
  for (const step of ['assignRound', 'finishRound'] as const)
    await expect(district.usecases[step]({ roundId: id })).rejects.toThrow('another');
});

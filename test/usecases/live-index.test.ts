/** The index of all records: kept in a file, read at the next start, never trusted where it does not fit. */
import { mkdtempSync } from 'node:fs';
import { copyFile, open, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { diskPoolFile } from '../../src/store/files/pool-file.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { createLiveMatcher } from '../../src/usecases/live-matcher.ts';
import type { Matcher } from '../../src/usecases/matcher.ts';
import { createModelCache } from '../../src/usecases/model-cache.ts';
import { CARRIERS, RESULTS } from '../engine/district.ts';
import { ENGINE } from '../engine/given.ts';
import { fill, openDistrict, someResults, temporaryFolder } from './district.ts';
import { createTinyEngine } from './tiny-engine.ts';

const ENOUGH = 320;

/** With a real engine on a busy machine. */
const PATIENCE_MS = 180_000;
const FOLDER = mkdtempSync(join(tmpdir(), 'jianyuan-'));
let filling: Promise<string> | null = null;
afterAll(() => rm(FOLDER, { recursive: true }));

interface Kept {
  readonly path: string;
  readonly index: string;
  /** Whether it makes ready before it is asked. */
  readonly prepared?: boolean;
}

/** A database with enough records for an index of its own, all read, and a model learnt from them. */
async function filled(): Promise<Kept> {
  filling ??= fillOnce(FOLDER);
  const folder = temporaryFolder();
  await copyFile(await filling, join(folder, 'district.sqlite'));
  return { path: join(folder, 'district.sqlite'), index: join(folder, 'district.index') };
}

async function fillOnce(folder: string): Promise<string> {
  const path = join(folder, 'filled.sqlite');
  const district = await openDistrict({ engine: ENGINE, path });
  const rows = Array.from({ length: ENOUGH }, (_, i) => ({
    ...RESULTS[i % RESULTS.length]!,
    id: `r${String(i).padStart(3, '0')}`,
  }));
  await importAll(district, 'carriers', CARRIERS);
  await importAll(district, 'results', rows);
  await district.settle();
  await district.store.close();
  return path;
}

async function importAll(
  { usecases }: Awaited<ReturnType<typeof openDistrict>>,
  kind: 'results' | 'carriers',
  records: readonly unknown[],
): Promise<void> {
  const bytes = Buffer.from(records.map((record) => JSON.stringify(record)).join('\n'));
  const { counts } = await usecases.importRecords({ kind, filename: `${kind}.jsonl`, bytes });
  expect(counts).toMatchObject({ created: records.length, refused: 0 });
}

/** One run of the program: what it logs, and who answers. */
async function run({ path, index, prepared = true }: Kept) {
  const said: string[] = [];
  const note = (fields: object, message: string) => said.push(`${message} ${JSON.stringify(fields)}`);
  const store = await openSqliteStore({ path });
  const models = createModelCache(store, ENGINE);
  const log = { info: note, warn: note, error: note };
  const file = diskPoolFile(index);
  const matcher = createLiveMatcher({ store, engine: ENGINE, models, embedder: null, file, log });
  const end = async () => {
    await matcher.close();
    await store.close();
  };
  if (prepared) await matcher.prepare();
  return { matcher, store, end, said };
}

async function answers(matcher: Matcher) {
  return {
    carriers: await matcher.carriersFor('r003', 'transfer', 4),
    results: await matcher.resultsFor('c-bio', 'pilot', 4),
  };
}

test(
  'the next start reads the index from its file, damaged, of another past or without a folder it is built anew: the answers are the same',
  async () => {
    const kept = await filled();
    const first = await run(kept);
    expect(first.said.join()).toContain('index built');
    const expected = await answers(first.matcher);
    await first.end();

    const second = await run(kept);
    expect(second.said.join()).toMatch(/^index read/u);
    expect(await answers(second.matcher)).toEqual(expected);
    await second.end();

    const whole = await readFile(kept.index);
    for (const bytes of [damagedAt(0.05, whole), whole.subarray(0, 5_000), whole.subarray(0, -1)]) {
      await writeFile(kept.index, bytes);
      const again = await run(kept);
      expect(again.said.join()).toMatch(/cannot be read and is built anew.*index built.*index written/u);
      expect(await answers(again.matcher)).toEqual(expected);
      await again.end();
      expect(whole.equals(await readFile(kept.index))).toBe(true);
    }

    const nowhere = await run({ ...kept, index: join(kept.path, 'below a file') });
    expect(nowhere.said.join()).toMatch(
      /ENOTDIR.*index built.*the index cannot be written; it stays in memory .*reason/u,
    );
    expect(await answers(nowhere.matcher)).toEqual(expected);
    await nowhere.end();
  },
  PATIENCE_MS,
);

function damagedAt(share: number, file: Buffer): Buffer {
  const damaged = Buffer.from(file);
  damaged[Math.floor(share * damaged.length)]! ^= 4;
  return damaged;
}

test(
  'where the texts of results are damaged in the file, what needs none is answered and the index is built anew for the rest',
  async () => {
    const kept = await filled();
    const first = await run(kept);
    const expected = await answers(first.matcher);
    await first.end();
    const whole = await readFile(kept.index);
    await writeFile(kept.index, damagedAt(0.98, whole));

    const again = await run(kept);
    expect(again.said.join()).toMatch(/^index read/u);
    expect(again.said.join()).not.toContain('index built');
    expect(await answers(again.matcher)).toEqual(expected);
    expect(again.said.join()).toMatch(/damaged.*cannot be read and is built anew|built anew.*damaged/u);
    expect(again.said.join()).toMatch(/index built.*index written/u);
    await again.end();
    expect(whole.equals(await readFile(kept.index))).toBe(true);
  },
  PATIENCE_MS,
);

test(
  'another file in the place of the index, or none, is no matter to who has opened it',
  async () => {
    const kept = await filled();
    const first = await run(kept);
    const expected = await answers(first.matcher);
    await first.end();
    const whole = await readFile(kept.index);

    const later = await run({ ...kept, prepared: false });
    expect(await later.matcher.carriersFor('r003', 'transfer', 4)).toEqual(expected.carriers);
    await rm(kept.index);
    await writeFile(kept.index, damagedAt(0.98, whole));
    expect(await answers(later.matcher)).toEqual(expected);
    expect(later.said.join()).not.toContain('index built');
    await later.end();
  },
  PATIENCE_MS,
);

test(
  'what was saved while no process held the index is in the first answer, and what a restored database lacks is not',
  async () => {
    const kept = await filled();
    await (await run(kept)).end();
    await copyFile(kept.index, `${kept.index}.before`);

    const changing = await openDistrict({ engine: ENGINE, path: kept.path });
    await changing.usecases.registerCarrier({
      id: 'c-new',
      name: '抗体药物中试平台',
      description: '提供抗体药物中试放大与GMP车间',
    });
    const later = await run(kept);
    expect(later.said.join()).toMatch(/index read .*"changed":1/u);
    const { matches } = await later.matcher.carriersFor('r000', 'transfer', 20);
    expect(matches.map(({ carrierId }) => carrierId)).toContain('c-new');
    // written at the end: the file now knows a carrier that the database of before does not
    await later.end();
    expect((await readFile(kept.index)).equals(await readFile(`${kept.index}.before`))).toBe(false);

    const old = await filled();
    await copyFile(kept.index, old.index);
    const restored = await run(old);
    expect(restored.said.join()).toContain('index read');
    const found = await restored.matcher.carriersFor('r000', 'transfer', 20);
    expect(found.matches.map(({ carrierId }) => carrierId)).not.toContain('c-new');
    await restored.end();
  },
  PATIENCE_MS,
);

test(
  'a change is seen by the next question of another process, and of the one that made it',
  async () => {
    const kept = await filled();
    const [one, other] = [await run(kept), await run(kept)];
    onTestFinished(() => other.end());
    const slots = async ({ matcher }: typeof one) =>
      (await matcher.explain('r001', 'c-bio', 'transfer')).limits.find(({ code }) => code === 'slots')
        ?.outcome;
    for (const [given, outcome] of [
      [0, 'failed'],
      [3, 'passed'],
    ] as const) {
      await one.store.carriers.save([{ id: 'c-bio', name: '生物医药孵化器', slots: given }], () => []);
      expect([await slots(one), await slots(other)]).toEqual([outcome, outcome]);
    }
    await one.end();
  },
  PATIENCE_MS,
);

test('while the texts of a large import are unread, a question does not wait until all are', async () => {
  const engine = createTinyEngine();
  const district = await openDistrict({ engine });
  await fill(district, 5, 4);
  const question = { resultId: 'R001', purpose: 'transfer', top: 9 } as const;
  await district.usecases.recommendCarriers(question);
  const [read, built] = [engine.counts.analyses, engine.counts.pools];
  await importAll(
    district,
    'results',
    someResults(1_000).map((result) => ({ ...result, id: `N${result.id}`, title: `新${result.title}` })),
  );
  expect((await district.usecases.recommendCarriers(question)).matches).toHaveLength(4);
  expect(engine.counts.analyses - read).toBeLessThanOrEqual(20);
  expect(engine.counts.pools).toBe(built);
});

test('a file that is closed is not read on, nor is another that has got its descriptor', async () => {
  const folder = temporaryFolder();
  const [path, other] = [join(folder, 'x.index'), join(folder, 'other')];
  await diskPoolFile(path).write([Buffer.alloc(2_000, 'x')]);
  await writeFile(other, Buffer.alloc(2_000, 'o'));
  const file = (await diskPoolFile(path).open())!;
  file.close();
  const handle = await open(other);
  const into = Buffer.alloc(8);
  await expect(file.read(0, into)).rejects.toMatchObject({ name: 'UnusableFolder' });
  expect(into).toEqual(Buffer.alloc(8));
  await handle.close();
});

test('drafts of processes that were killed while they wrote are removed, those of others are left', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'x.index');
  const hourAgo = new Date(Date.now() - 3_600_000);
  await writeFile(`${path}.draft-dead`, 'half');
  await utimes(`${path}.draft-dead`, hourAgo, hourAgo);
  await writeFile(`${path}.draft-alive`, 'half');
  await diskPoolFile(path).write([Buffer.from('whole')]);
  expect((await readdir(folder)).sort()).toEqual(['x.index', 'x.index.draft-alive']);
  expect(await readFile(path, 'utf8')).toBe('whole');
});

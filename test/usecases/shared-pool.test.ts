/** Processes of one machine that work on one round share the making of its pool: nothing that they find changes. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskSharedParts } from '../../src/store/files/shared-parts.ts';
import { UnusableFolder } from '../../src/store/pool-files.ts';
import { CARRIERS, RESULTS } from '../engine/district.ts';
import { ENGINE } from '../engine/given.ts';
import { type District, openDistrict, temporaryFolder } from './district.ts';

const PATIENCE_MS = 120_000;
const PART_SIZE = 2;
const PARTS = Math.ceil(CARRIERS.length / PART_SIZE);

/** A process that shares the folder of parts with others; what it logs. */
async function opened(path: string, folder: string, parts = diskSharedParts(folder)) {
  const said: { message: string; made?: number; reason?: string }[] = [];
  const note = (fields: object, message: string) => said.push({ message, ...fields });
  const sharing = { parts, log: { info: note, warn: note }, partSize: PART_SIZE };
  return { district: await openDistrict({ engine: ENGINE, path, sharing }), said };
}

async function filled() {
  const root = temporaryFolder();
  const [path, folder] = [join(root, 'district.sqlite'), join(root, 'pools')];
  const alone = await openDistrict({ engine: ENGINE, path });
  for (const result of RESULTS) await alone.usecases.submitResult(result);
  for (const carrier of CARRIERS) await alone.usecases.registerCarrier(carrier);
  await alone.settle();
  return { alone, path, folder };
}

async function started({ usecases }: District): Promise<string> {
  return (await usecases.startRound({ chunkSize: 1, top: 3 })).id;
}

async function chunksOf({ store }: District, roundId: string): Promise<string> {
  const chunks = [];
  for (const chunk of await store.rounds.chunks(roundId)) {
    const { roundId: _, ...found } = (await store.rounds.chunk(roundId, chunk))!;
    chunks.push(found);
  }
  return JSON.stringify(chunks);
}

test(
  'two at once make each part once, find what one alone finds, and nothing is left when the round is done',
  async () => {
    const { alone, path, folder } = await filled();
    const expected = await started(alone);
    await alone.settle();

    const both = [await opened(path, folder), await opened(path, folder)];
    const roundId = await started(both[0]!.district);
    await Promise.all(both.map(({ district }, chunk) => district.usecases.matchChunk({ roundId, chunk })));
    const made = both.map(
      ({ said }) => said.find(({ message }) => message === 'pool of a round ready')?.made ?? 0,
    );
    expect(made[0]! + made[1]!).toBe(PARTS);
    const [key] = await readdir(folder);
    expect((await readdir(join(folder, key!))).filter((name) => !name.endsWith('.claim'))).toHaveLength(
      PARTS,
    );

    await both[1]!.district.settle();
    const { report } = both[1]!.district.store.rounds;
    expect((await report(roundId))?.hash).toBe((await report(expected))?.hash);
    expect(await chunksOf(alone, roundId)).toBe(await chunksOf(alone, expected));
    expect(await readdir(folder)).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  'who comes later reads what is there; where that is damaged it says so and builds its own',
  async () => {
    const { alone, path, folder } = await filled();
    const first = await opened(path, folder);
    const roundId = await started(first.district);
    await first.district.usecases.matchChunk({ roundId, chunk: 0 });

    const later = await opened(path, folder);
    await later.district.usecases.matchChunk({ roundId, chunk: 1 });
    expect(later.said).toMatchObject([{ message: 'pool of a round ready', parts: PARTS, made: 0 }]);

    const [key] = await readdir(folder);
    await writeFile(join(folder, key!, '1'), 'damaged');
    const last = await opened(path, folder);
    await last.district.usecases.matchChunk({ roundId, chunk: 2 });
    expect(last.said).toMatchObject([
      {
        message: 'the stored pool of a round cannot be read and is built anew',
        reason: 'it is another kind of file',
      },
    ]);

    await last.district.usecases.cancelRound(roundId);
    expect(await readdir(folder)).toEqual([]);
    const again = await started(alone);
    for (const chunk of [0, 1, 2]) await alone.usecases.matchChunk({ roundId: again, chunk });
    expect(await chunksOf(alone, roundId)).toBe(await chunksOf(alone, again));
  },
  PATIENCE_MS,
);

const ALONE = 'the folder of pools cannot be used; this process makes the pool of the round alone';

test.each([
  ['cannot be made', /^ENOTDIR: /u, (folder: string) => diskSharedParts(join(folder, 'below a file'))],
  [
    'is full',
    /^ENOSPC: /u,
    (folder: string) => ({
      ...diskSharedParts(`${folder}.full`),
      write: () => Promise.reject(new UnusableFolder('ENOSPC: no space left on device, write')),
    }),
  ],
])(
  'where the folder %s the round goes on alone, says why, and finds the same',
  async (_how, reason, partsIn) => {
    const { alone, path, folder } = await filled();
    await writeFile(folder, 'a file');
    const expected = await started(alone);
    await alone.settle();

    const { district, said } = await opened(path, folder, partsIn(folder));
    const roundId = await started(district);
    await district.settle();
    expect(said.slice(0, 2)).toMatchObject([
      { message: ALONE, reason: expect.stringMatching(reason) },
      { message: 'pool of a round ready', parts: PARTS, made: PARTS },
    ]);
    expect(said.filter(({ message }) => message === ALONE)).toHaveLength(1);
    const { report } = district.store.rounds;
    expect((await report(roundId))?.hash).toBe((await report(expected))?.hash);
    expect(await chunksOf(alone, roundId)).toBe(await chunksOf(alone, expected));
  },
  PATIENCE_MS,
);

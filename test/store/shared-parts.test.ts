/** Parts of pools in a folder that several processes write to. */
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { diskSharedParts } from '../../src/store/files/shared-parts.ts';
import { temporaryFolder } from '../usecases/district.ts';

test('a part is made by the one who claims it first, and read by all', async () => {
  const folder = join(temporaryFolder(), 'pools');
  const [one, other] = [diskSharedParts(folder), diskSharedParts(folder)];
  expect(await one.read('a', 0)).toBeNull();
  expect(await Promise.all([one, other].map((parts) => parts.claim('a', 0)))).toEqual(
    expect.arrayContaining([true, false]),
  );
  expect(await other.claim('a', 1)).toBe(true);
  expect(await other.claim('b', 0)).toBe(true);
  await one.write('a', 0, [Buffer.from('first '), Buffer.from('part')]);
  expect(Buffer.from((await other.read('a', 0))!).toString()).toBe('first part');
});

test('who has claimed a part and does not write it is not waited for', async () => {
  const folder = join(temporaryFolder(), 'pools');
  const [killed, other] = [diskSharedParts(folder), diskSharedParts(folder, 300)];
  expect(await killed.claim('a', 0)).toBe(true);
  expect(await other.claim('a', 0)).toBe(false);
  await sleep(400);
  expect(await other.claim('a', 0)).toBe(true);
  expect(await killed.claim('a', 0)).toBe(false);
});

test('what is not needed any more is removed, also when whoever should have done so was killed', async () => {
  const folder = join(temporaryFolder(), 'pools');
  const parts = diskSharedParts(folder);
  await parts.claim('a', 0);
  await parts.write('a', 0, [Buffer.from('part')]);
  await parts.remove('a');
  await parts.remove('a');
  expect(await readdir(folder)).toEqual([]);

  await mkdir(join(folder, 'old'));
  await writeFile(join(folder, 'old', '0'), 'part');
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
  await utimes(join(folder, 'old'), twoDaysAgo, twoDaysAgo);
  await parts.claim('running', 0);
  expect(await parts.claim('new', 0)).toBe(true);
  expect((await readdir(folder)).sort()).toEqual(['new', 'running']);
});

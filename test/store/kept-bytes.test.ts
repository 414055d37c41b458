import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskBytes } from '../../src/store/files/kept-bytes.ts';

let folder: string;
let said: string[];
const log = { warn: (_fields: object, message: string) => void said.push(message) };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianyuan-kept-'));
  said = [];
});
afterEach(() => rm(folder, { recursive: true }));

test('what one process keeps another reads, under its name alone', () => {
  const [first, second] = [diskBytes(folder, log), diskBytes(folder, log)];
  expect(second.read('a')).toBeNull();
  first.write('a', [Uint8Array.of(1, 2), Uint8Array.of(3)]);
  expect([...second.read('a')!]).toEqual([1, 2, 3]);
  expect(second.read('b')).toBeNull();
  expect(said).toEqual([]);
});

test('the last seven stay, and what is no file of these is left alone', async () => {
  await writeFile(join(folder, 'files.json'), '{}');
  const kept = diskBytes(folder, log);
  for (let i = 0; i < 10; i++) kept.write(`profile ${i}`, [Uint8Array.of(i)]);
  expect(await readdir(folder)).toHaveLength(8);
  expect([...kept.read('profile 9')!]).toEqual([9]);
  expect(await readdir(folder)).toContain('files.json');
});

test('a folder that cannot be written to, or a file that cannot be read, is said and harms nothing', async () => {
  const nowhere = diskBytes(join(folder, 'nowhere'), log);
  nowhere.write('a', [Uint8Array.of(1)]);
  expect(nowhere.read('a')).toBeNull();
  expect(said).toEqual(['what was learnt could not be kept and is learnt anew next time']);
  await writeFile(join(folder, 'file'), '');
  expect(diskBytes(join(folder, 'file'), log).read('a')).toBeNull();
  expect(said.at(-1)).toBe('what was learnt could not be read');
});

test('what could not be put in its place leaves nothing behind', async () => {
  const kept = diskBytes(folder, log);
  kept.write('a', [Uint8Array.of(1)]);
  const [name] = await readdir(folder);
  await rm(join(folder, name!));
  await mkdir(join(folder, name!, 'taken'), { recursive: true });
  kept.write('a', [Uint8Array.of(2)]);
  expect(said).toEqual(['what was learnt could not be kept and is learnt anew next time']);
  expect(await readdir(folder)).toEqual([name]);
});

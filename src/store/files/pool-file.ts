/** A file of the disk that is written as a whole or not at all. */
import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, read } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../../disk/make-folder.ts';
import type { PoolFile } from '../pool-files.ts';
import { onDisk } from './on-disk.ts';

/** A draft that nobody has written to for so long is of a process that was killed, in ms. */
const ABANDONED_MS = 10 * 60_000;

export function diskPoolFile(path: string): PoolFile {
  return {
    read: () => onDisk(() => readWhole(path)),
    write: (pieces) => onDisk(() => writeWhole(path, pieces)),
  };
}

/** The system takes no more in one go, in bytes. */
const STRETCH = 2 ** 30;

/**
 * In one go, which has begun when this returns: whoever computes meanwhile does not hold it up. By `readFile` each half
 * megabyte waits for a turn of the event loop.
 */
async function readWhole(path: string): Promise<Uint8Array | null> {
  const file = openIfThere(path);
  if (file === null) return null;
  try {
    const bytes = Buffer.allocUnsafeSlow(fstatSync(file).size);
    let end = 0;
    while (end < bytes.length) {
      const size = await readStretch(file, bytes, end);
      // somebody has cut it short meanwhile: its digest will say so
      if (size === 0) break;
      end += size;
    }
    return bytes.subarray(0, end);
  } finally {
    closeSync(file);
  }
}

/** From `start` on, to the same place; how many bytes those were. */
function readStretch(file: number, into: Buffer, start: number): Promise<number> {
  const size = Math.min(STRETCH, into.length - start);
  return new Promise((resolve, reject) => {
    read(file, into, start, size, start, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function writeWhole(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  makeFolder(dirname(path));
  await removeAbandoned(path);
  const draft = `${path}${DRAFT}${randomBytes(8).toString('hex')}`;
  try {
    await writeDraft(draft, pieces);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

const DRAFT = '.draft-';

async function removeAbandoned(path: string): Promise<void> {
  const drafts = (await readdir(dirname(path))).filter((name) =>
    name.startsWith(`${basename(path)}${DRAFT}`),
  );
  for (const name of drafts) {
    const draft = join(dirname(path), name);
    if (await isAbandoned(draft)) await rm(draft, { force: true });
  }
}

async function isAbandoned(draft: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(draft)).mtimeMs > ABANDONED_MS;
  } catch (error) {
    // whoever wrote it has just given it its name
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** On the disk before it gets its name: after a power cut there is the old file or the new one. */
async function writeDraft(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for (const piece of pieces) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A file of the disk that is written as a whole or not at all. */
import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, read, readSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../../disk/make-folder.ts';
import { type OpenFile, type PoolFile, UnusableFolder } from '../pool-files.ts';
import { onDisk } from './on-disk.ts';

/** A draft that nobody has written to for so long is of a process that was killed, in ms. */
const ABANDONED_MS = 10 * 60_000;

export function diskPoolFile(path: string): PoolFile {
  return {
    open: () => onDisk(async () => openDisk(path)),
    write: (pieces) => onDisk(() => writeWhole(path, pieces)),
  };
}

/** The system takes no more in one go, in bytes. */
const STRETCH = 2 ** 30;
/** Bytes that are at hand at once. */
const BEGINNING = 512;

function openDisk(path: string): OpenFile | null {
  const file = openIfThere(path);
  if (file === null) return null;
  let reading = 0;
  let closed = false;
  const closeWhenDone = () => {
    if (closed && reading === 0) closeSync(file);
  };
  try {
    const { size } = fstatSync(file);
    const beginning = Buffer.alloc(Math.min(size, BEGINNING));
    readSync(file, beginning, 0, beginning.length, 0);
    return {
      size,
      beginning,
      read: async (start, into) => {
        // its descriptor may be another file's by now
        if (closed) throw new UnusableFolder(`${path} is closed`);
        reading++;
        try {
          await onDisk(() => fill(file, start, into));
        } finally {
          reading--;
          closeWhenDone();
        }
      },
      close: () => {
        if (closed) return;
        closed = true;
        closeWhenDone();
      },
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Null where there is no file. */
export async function readWhole(path: string): Promise<Uint8Array | null> {
  const file = openIfThere(path);
  if (file === null) return null;
  try {
    const bytes = Buffer.allocUnsafeSlow(fstatSync(file).size);
    const end = await fill(file, 0, bytes);
    // somebody may have cut it short meanwhile: its digest will say so
    return bytes.subarray(0, end);
  } finally {
    closeSync(file);
  }
}

/** In one go, which has begun when this returns: whoever computes meanwhile does not hold it up. How many bytes there were. */
async function fill(file: number, start: number, into: Uint8Array): Promise<number> {
  let end = 0;
  while (end < into.length) {
    const size = await readStretch(file, start + end, into.subarray(end, end + STRETCH));
    if (size === 0) break;
    end += size;
  }
  return end;
}

function readStretch(file: number, start: number, into: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    read(file, into, 0, into.length, start, (error, bytes) => (error ? reject(error) : resolve(bytes)));
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

export async function writeWhole(path: string, pieces: readonly Uint8Array[]): Promise<void> {
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

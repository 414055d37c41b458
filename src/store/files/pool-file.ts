/** A file of the disk that is written as a whole or not at all. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PoolFile } from '../store.ts';

export function diskPoolFile(path: string): PoolFile {
  return {
    read: async () => {
      try {
        return await readFile(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },

    write: async (pieces) => {
      await mkdir(dirname(path), { recursive: true });
      const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
      try {
        await writeDraft(draft, pieces);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
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

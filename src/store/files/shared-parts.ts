/** Parts of pools in folders of the disk, one for each pool; whose making was announced is a file beside the part. */
import { open, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../disk/make-folder.ts';
import type { SharedParts } from '../pool-files.ts';
import { onDisk } from './on-disk.ts';
import { readWhole, writeWhole } from './pool-file.ts';

/** Who has announced a part and not written it for so long was killed, or is too slow to be waited for, in ms. */
const CLAIM_MS = 15_000;
/** A folder that nobody has written to for so long is of a round that failed, or whose process was killed, in ms. */
const ABANDONED_MS = 24 * 3_600_000;

export function diskSharedParts(folder: string, claimMs = CLAIM_MS): SharedParts {
  const pathOf = (key: string, part: number) => join(folder, key, String(part));
  return {
    read: (key, part) => onDisk(() => readWhole(pathOf(key, part))),
    write: (key, part, pieces) => onDisk(() => writeWhole(pathOf(key, part), pieces)),
    claim: (key, part) =>
      onDisk(async () => {
        if (makeFolder(join(folder, key))) await removeAbandoned(folder);
        return claim(`${pathOf(key, part)}.claim`, claimMs);
      }),
    remove: (key) => onDisk(() => rm(join(folder, key), { recursive: true, force: true })),
  };
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const changed = await changedAt(path);
    if (changed !== null && Date.now() - changed > ABANDONED_MS)
      await rm(path, { recursive: true, force: true });
  }
}

/** Two that find an old claim at once both take it: they write the same bytes. */
async function claim(path: string, claimMs: number): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close();
    return true;
  } catch (error) {
    // the folder has just been removed: whoever goes on makes the part for itself
    if (codeOf(error) === 'ENOENT') return true;
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const claimed = await changedAt(path);
  if (claimed !== null && Date.now() - claimed <= claimMs) return false;
  const now = new Date();
  if (claimed !== null) await utimes(path, now, now);
  return true;
}

/** Null where it is not there any more. */
async function changedAt(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

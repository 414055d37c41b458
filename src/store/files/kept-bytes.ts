/**
 * Bytes that a process makes once and others read: a file for each name, written as a whole or not at all. That one
 * cannot be kept or read is said, and harms nobody: it is made anew.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export interface KeptLog {
  warn(fields: object, message: string): void;
}

const PREFIX = 'kept-';
/** Files that stay: what is learnt of sectors and of asks, for some profiles or versions of one, and of English. */
const MOST = 7;

export function diskBytes(folder: string, log: KeptLog) {
  return {
    read(name: string): Uint8Array | null {
      try {
        return readFileSync(pathOf(folder, name));
      } catch (error) {
        if (!isMissing(error)) log.warn({ err: error, name }, 'what was learnt could not be read');
        return null;
      }
    },

    write(name: string, pieces: readonly Uint8Array[]): void {
      const path = pathOf(folder, name);
      const draft = `${path}.draft-${randomBytes(8).toString('hex')}`;
      try {
        writeDraft(draft, pieces);
        renameSync(draft, path);
        removeOldest(folder);
      } catch (error) {
        log.warn({ err: error, name }, 'what was learnt could not be kept and is learnt anew next time');
        rmSync(draft, { force: true });
      }
    },

    damaged(name: string, reason: string): void {
      log.warn({ name, reason }, 'what was learnt is damaged and is learnt anew');
    },
  };
}

/** Another version of the machine may compute other bits. */
function pathOf(folder: string, name: string): string {
  const hash = createHash('sha256').update(`${process.versions.v8} ${process.arch}\n${name}`);
  return join(folder, `${PREFIX}${hash.digest('hex').slice(0, 32)}`);
}

function writeDraft(path: string, pieces: readonly Uint8Array[]): void {
  const file = openSync(path, 'wx');
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/** Drafts of processes that were killed are among them: what is oldest goes, whatever it is. */
function removeOldest(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => join(folder, name))
    .map((path) => ({ path, writtenAt: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.writtenAt - a.writtenAt);
  for (const { path } of files.slice(MOST)) rmSync(path, { force: true });
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

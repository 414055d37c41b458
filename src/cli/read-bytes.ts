/** Files that are named on the command line. */
import { readFile } from 'node:fs/promises';
import { diskReason } from '../disk/reasons.ts';
import { DomainError } from '../domain/errors.ts';

/** Throws `file.unreadable`. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason = diskReason(error);
    throw new DomainError(
      'file.unreadable',
      `无法读取 cannot read ${file}：${reason ? `${reason.zh} ${reason.en}` : String(error)}`,
    );
  }
}

/** Files that are named on the command line. */
import { readFile } from 'node:fs/promises';
import { DomainError } from '../domain/errors.ts';

/** Throws `file.unreadable`. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const reason = code === 'ENOENT' ? '文件不存在 no such file' : code;
    throw new DomainError('file.unreadable', `无法读取 cannot read ${file}：${reason}`);
  }
}

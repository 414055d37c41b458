/** Files that are named on the command line. */
import { readFile } from 'node:fs/promises';
import { DomainError } from '../domain/errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在 no such file',
  EISDIR: '这是文件夹，不是文件 a folder, not a file',
  EACCES: '没有读取权限 no permission to read it',
};

/** Throws `file.unreadable`. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const reason = REASONS[code] ?? code;
    throw new DomainError('file.unreadable', `无法读取 cannot read ${file}：${reason}`);
  }
}

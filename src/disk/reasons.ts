/** Why the system refuses a file or folder that somebody named. */
import type { Bilingual } from '../domain/match.ts';

const PART_IS_FILE: Bilingual = {
  zh: '路径中有一段是文件，不是文件夹',
  en: 'a part of the path is a file, not a folder',
};
const NO_PERMISSION: Bilingual = { zh: '没有权限', en: 'no permission' };
const FULL: Bilingual = { zh: '磁盘已满', en: 'the disk is full' };

const REASONS: Readonly<Record<string, Bilingual>> = {
  ENOENT: { zh: '文件或文件夹不存在', en: 'no such file or folder' },
  ENOTDIR: PART_IS_FILE,
  EEXIST: PART_IS_FILE,
  EISDIR: { zh: '这是文件夹，不是文件', en: 'a folder, not a file' },
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  ENOSPC: FULL,
  /** What SQLite says of the same. */
  SQLITE_FULL: FULL,
};

/** Below /proc, where a folder exists and what is made in it does not. */
const NO_FOLDER_THERE: Bilingual = {
  zh: '系统不允许在此建立文件夹',
  en: 'the system lets no folder be made there',
};

/** Null where the error is of another kind. */
export function diskReason(error: unknown): Bilingual | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  const madeFolder = 'syscall' in error && error.syscall === 'mkdir';
  return madeFolder && error.code === 'ENOENT' ? NO_FOLDER_THERE : (REASONS[String(error.code)] ?? null);
}

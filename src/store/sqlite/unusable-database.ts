/** Why a SQLite file cannot be opened, for whoever named it. */
import { SqliteError } from 'better-sqlite3';
import type { Bilingual } from '../../domain/match.ts';

/** By the code of the system or of SQLite. */
const REASONS: Readonly<Record<string, Bilingual>> = {
  EEXIST: { zh: '路径中有一段是文件，不是文件夹', en: 'a part of the path is a file, not a folder' },
  ENOTDIR: { zh: '路径中有一段是文件，不是文件夹', en: 'a part of the path is a file, not a folder' },
  ENOENT: { zh: '系统不允许在此建立文件夹', en: 'the system lets no folder be made there' },
  EACCES: { zh: '没有权限', en: 'no permission' },
  EPERM: { zh: '没有权限', en: 'no permission' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  SQLITE_FULL: { zh: '磁盘已满', en: 'the disk is full' },
  SQLITE_CANTOPEN: { zh: '文件无法打开或建立', en: 'the file cannot be opened or made' },
  SQLITE_READONLY: { zh: '文件只读', en: 'the file is read-only' },
  SQLITE_NOTADB: { zh: '文件不是 SQLite 数据库', en: 'the file is no SQLite database' },
  SQLITE_CORRUPT: { zh: '数据库文件已损坏', en: 'the database file is damaged' },
};

export class UnusableDatabase extends Error {
  override readonly name = 'UnusableDatabase';
  readonly path: string;
  readonly reason: Bilingual;

  constructor(path: string, reason: Bilingual, cause: unknown) {
    super(`${path}：${reason.zh} · ${reason.en}`, { cause });
    this.path = path;
    this.reason = reason;
  }
}

/** The error itself where it is another one: a lock, a bug. */
export function openingError(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // SQLITE_CANTOPEN_ISDIR and its like
  const base = error instanceof SqliteError ? code.split('_').slice(0, 2).join('_') : code;
  const reason = REASONS[base];
  return reason === undefined ? error : new UnusableDatabase(path, reason, error);
}

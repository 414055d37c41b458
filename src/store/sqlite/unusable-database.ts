/** Why a SQLite file cannot be opened, for whoever named it, or written, for whoever wrote. */
import { SqliteError } from 'better-sqlite3';
import { diskReason } from '../../disk/reasons.ts';
import { DomainError, storeFull } from '../../domain/errors.ts';
import type { Bilingual } from '../../domain/match.ts';

/** By the code of SQLite. */
const REASONS: Readonly<Record<string, Bilingual>> = {
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
  const reason = error instanceof SqliteError ? sqliteReason(error.code) : diskReason(error);
  return reason === null ? error : new UnusableDatabase(path, reason, error);
}

/** What the disk refuses in the midst of a write, all of which is taken back; the error itself where it is another one. */
export function writingError(error: unknown): unknown {
  if (!(error instanceof SqliteError)) return error;
  const told = refusedByDisk(error.code);
  if (told === null) return error;
  told.cause = error;
  return told;
}

function refusedByDisk(code: string): DomainError | null {
  if (code.startsWith('SQLITE_FULL')) return storeFull();
  if (!code.startsWith('SQLITE_IOERR')) return null;
  return new DomainError(
    'store.unavailable',
    '数据库所在磁盘读写出错，本次内容未保存 · The disk of the database failed to read or write, nothing of this was saved',
  );
}

/** `SQLITE_CANTOPEN_ISDIR` and its like count as what they begin with. */
function sqliteReason(code: string): Bilingual | null {
  return REASONS[code.split('_').slice(0, 2).join('_')] ?? null;
}

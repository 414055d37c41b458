/** What a file may weigh, so that one upload cannot take the process down. */
import { DomainError } from '../domain/errors.ts';
import { said } from '../domain/explain-issues.ts';

/** Largest file taken: 20 MiB. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Largest file of background texts, read as a whole: 200 MiB. */
export const MAX_BACKGROUND_BYTES = 200 * 1024 * 1024;

/** Largest content of a workbook when unpacked: 200 MiB (a workbook of text packs about 1:10). */
export const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

/** Most parts in a workbook; a large one with pictures has a few hundred. */
export const MAX_ARCHIVE_ENTRIES = 5_000;

/** Most columns of a sheet that hold text. */
export const MAX_COLUMNS = 1_000;

export function unreadable(zh: string, en: string): DomainError {
  return new DomainError('file.unreadable', said({ zh, en }));
}

export function tooLarge(zh: string, en: string): DomainError {
  return new DomainError('file.too_large', said({ zh, en }));
}

export function emptyFile(zh: string, en: string): DomainError {
  return new DomainError('file.empty', said({ zh, en }));
}

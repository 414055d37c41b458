/**
 * Errors of the domain: what a user did or asked that cannot be done, with a stable code.
 * Rooms above translate the code (HTTP status, exit code); nothing here knows them.
 */
export type ErrorCode =
  | 'record.invalid'
  | 'record.not_found'
  | 'result.not_public'
  | 'profile.invalid'
  | 'model.unreadable'
  | 'model.other_analyser'
  | 'model.too_little'
  | 'labels.too_few'
  | 'labels.unknown'
  | 'file.unreadable'
  | 'file.too_large'
  | 'file.empty'
  | 'file.headings_missing'
  | 'import.not_found'
  | 'round.not_found'
  | 'round.not_finished'
  | 'round.nothing_to_match'
  | 'round.unknown_result'
  | 'round.other_purpose'
  | 'round.inputs_gone'
  | 'round.inputs_changed'
  | 'round.other_engine'
  | 'report.not_found'
  | 'report.too_large'
  | 'job.not_found'
  | 'matching.unavailable'
  | 'store.unavailable'
  | 'store.full'
  | 'store.not_empty'
  | 'job.payload_invalid'
  | 'config.invalid'
  | 'request.invalid';

/** One finding on one field: where, what was found, what was expected. */
export interface Finding {
  /** Path of the field, e.g. `trl` or `capabilities[2].code`. */
  readonly field: string;
  /** What a field of a record is called in Chinese. */
  readonly heading?: string | undefined;
  /** What stood there, shortened for display; never a whole text. */
  readonly found: string;
  /** What would have been accepted. */
  readonly expected: string;
}

export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly findings: readonly Finding[];

  constructor(code: ErrorCode, message: string, findings: readonly Finding[] = []) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.findings = findings;
  }
}

/** Whether the same may succeed later with nothing about it changed: the store is at fault, not what was asked. */
export function mayPass(error: unknown): boolean {
  return error instanceof DomainError && (error.code === 'store.unavailable' || error.code === 'store.full');
}

export function storeFull(): DomainError {
  return new DomainError(
    'store.full',
    '数据库所在磁盘已满，本次内容未保存；请腾出空间后重试 · The disk of the database is full, nothing of this was saved: free some space, then try again',
  );
}

export function noSuchImport(id: string): DomainError {
  return new DomainError(
    'import.not_found',
    `没有编号为“${id}”的导入 · There is no import with the id "${id}"`,
  );
}

export function noSuchRound(id: string): DomainError {
  return new DomainError(
    'round.not_found',
    `没有编号为“${id}”的对接轮次 · There is no round with the id "${id}"`,
  );
}

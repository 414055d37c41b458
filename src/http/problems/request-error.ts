import type { Finding } from '../../domain/errors.ts';
import type { EdgeCode } from './codes.ts';

/** A request that this edge refuses before any use case sees it. */
export class RequestError extends Error {
  readonly code: EdgeCode | 'request.invalid' | 'record.invalid' | 'file.too_large';
  readonly findings: readonly Finding[];

  /** `message` is shown to the caller: in Chinese and English, without internals. */
  constructor(code: RequestError['code'], message: string, findings: readonly Finding[] = []) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
    this.findings = findings;
  }
}

/** Errors on their way from one thread to another: what a caller goes by comes through whole. */
import { DomainError, type ErrorCode, type Finding } from './errors.ts';

export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of a DomainError. */
  readonly domain: { readonly code: ErrorCode; readonly findings: readonly Finding[] } | null;
}

export function plainError(error: unknown): PlainError {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), stack: undefined, domain: null };
  const { name, message, stack } = error;
  const domain = error instanceof DomainError ? { code: error.code, findings: error.findings } : null;
  return { name, message, stack, domain };
}

export function errorFrom({ name, message, stack, domain }: PlainError): Error {
  const error = domain ? new DomainError(domain.code, message, domain.findings) : new Error(message);
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  return error;
}

/** Who asks: whoever brings the API key may write and sees contact data; everybody else reads the rest. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { RequestError } from '../problems/request-error.ts';

export interface Caller {
  /** Whether the API key was brought. */
  readonly trusted: boolean;
}

export const ANYBODY: Caller = { trusted: false };

/**
 * Reads `Authorization: Bearer <key>`. Another scheme may be a proxy's and counts as no key. A wrong key is refused
 * even where none is needed: to answer as if it were right, only with less, would hide the mistake.
 */
export function identifyCaller(authorization: string | undefined, apiKey: string | null): Caller {
  const given = /^Bearer +(\S+) *$/iu.exec(authorization ?? '')?.[1];
  if (given === undefined) return ANYBODY;
  if (apiKey !== null && sameText(given, apiKey)) return { trusted: true };
  throw new RequestError('auth.wrong_key', 'API 密钥不正确 · The API key is wrong');
}

/** Throws `auth.writes_disabled` where no key is configured, `auth.required` where none was brought. */
export function requireKey({ trusted }: Caller, apiKey: string | null): void {
  if (apiKey === null)
    throw new RequestError(
      'auth.writes_disabled',
      '服务未设置 API_KEY，只能读取 · API_KEY is not set on the server: it can only be read',
    );
  if (!trusted)
    throw new RequestError(
      'auth.required',
      '请在请求头中提供 Authorization: Bearer <API 密钥> · Send the header Authorization: Bearer <API key>',
    );
}

/** Takes the same time whatever differs; hashes make both sides equally long. */
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

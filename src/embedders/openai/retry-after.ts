/** The header Retry-After (RFC 9110, section 10.2.3): seconds, or a date. */

/** Milliseconds from `now` (ms since 1970) that the server wants to be left alone for; 0 where it does not say. */
export function retryAfterMs(header: string | null, now: number): number {
  if (header === null) return 0;
  if (/^\d+$/u.test(header.trim())) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

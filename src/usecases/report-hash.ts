import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { RoundReport } from '../domain/round.ts';

/**
 * sha256 over the canonical JSON of what a report says. Its number and its date are left out: two rounds over the
 * same frozen records by the same engine carry the same hash, and anyone can see that they do.
 */
export function reportHash(report: Omit<RoundReport, 'hash'>): string {
  const said: Record<string, unknown> = { ...report };
  for (const field of ['hash', 'roundId', 'createdAt']) delete said[field];
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}

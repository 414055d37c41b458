import { createHash } from 'node:crypto';
import { canonicalJson, canonicalPieces } from '../domain/canonical-json.ts';
import type { ReportEntry, ReportHead } from '../domain/round.ts';

/** What a report says of itself, not of the records: two rounds over the same records differ in nothing else. */
const OF_ITSELF = ['hash', 'roundId', 'createdAt', 'difference', 'entries'] as const;

/**
 * sha256 over the canonical JSON of a report's head, which holds the hash over all entries. Its number, its date and
 * its comparison with an earlier round are left out: two rounds over the same frozen records by the same engine
 * carry the same hash, and anyone can see that they do.
 */
export function reportHash(head: Omit<ReportHead, 'hash'>): string {
  const said: Record<string, unknown> = { ...head };
  for (const field of OF_ITSELF) delete said[field];
  const hash = createHash('sha256');
  for (const piece of canonicalPieces(said)) hash.update(piece);
  return hash.digest('hex');
}

export function entryHash(entry: ReportEntry): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex');
}

/** What `entriesHash` of a report over these entries must be. */
export function hashOfEntries(entries: Iterable<ReportEntry>): string {
  const hash = createHash('sha256');
  for (const entry of entries) hash.update(entryHash(entry));
  return hash.digest('hex');
}

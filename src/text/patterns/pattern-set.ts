/**
 * Many patterns over one text: a single pass finds the literals that they cannot do without, and only the patterns whose
 * literals are all there, in their order, are tried. What is found is what trying them all would find.
 */
import type { Concordance, Searched } from '../concordance.ts';
import { createCandidates } from './candidates.ts';
import { matchesOf } from './matches.ts';

export interface PatternMatch {
  /** Its number in the list. */
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

export interface PatternSet {
  /** All matches of one character or more, pattern by pattern. */
  find(searched: Searched): PatternMatch[];
}

/** The patterns have the flags g and u. */
export function createPatternSet(patterns: readonly RegExp[], concordance?: Concordance): PatternSet {
  // most vocabularies have none: their texts need not be passed through
  if (patterns.length === 0) return { find: () => [] };
  const candidates = createCandidates(patterns, concordance);
  return {
    find(searched) {
      const matches: PatternMatch[] = [];
      for (const number of candidates(searched)) {
        for (const match of matchesOf(patterns[number]!, searched.text)) {
          const start = match.index;
          if (match[0] !== '') matches.push({ pattern: number, start, end: start + match[0].length });
        }
      }
      return matches;
    },
  };
}

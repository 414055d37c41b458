/** What the words of the vocabulary tell of a result's sub-fields. */
import type { Span } from '../../domain/analysis.ts';
import type { Bilingual } from '../../domain/match.ts';

/** A word of the vocabulary in a result, with its place. */
export interface FieldWord {
  readonly field: string;
  readonly term: Bilingual;
  readonly span: Span;
}

export interface FieldReading {
  readonly words: readonly FieldWord[];
  /** Its sub-fields, the weightiest first. */
  readonly fields: readonly string[];
}

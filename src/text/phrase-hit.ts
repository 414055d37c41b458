/** A phrase found in a text: offsets in the folded text, and all that it may mean. */
export interface PhraseHit<Meaning> {
  readonly start: number;
  readonly end: number;
  readonly meanings: readonly Meaning[];
}

/** One who takes part: built once from the carriers, then asked for the best of them, a result at a time. */
export interface Contender {
  /** Everything between the words or analyses in memory and the first answer, by name and in this order. */
  readonly steps: Readonly<Record<string, () => void>>;
  /**
   * What can be asked, by name: the best carriers of one result, given by its number. Returns how many were found;
   * one who finds fewer than the others does not do the same work.
   */
  readonly questions: Readonly<Record<string, (result: number) => number>>;
}

/** A folded text with the way back to the original. */
export interface FoldedText {
  readonly original: string;
  readonly text: string;
  /** Start in the original of each folded UTF-16 unit; one more entry for the end. */
  readonly starts: Int32Array;
  /** End in the original of each folded UTF-16 unit. */
  readonly ends: Int32Array;
}

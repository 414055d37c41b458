/** A folded text with the way back to the original. */
import type { Places } from './concordance.ts';

export interface FoldedText {
  readonly original: string;
  readonly text: string;
  /** Start in the original of each folded UTF-16 unit; one more entry for the end. */
  readonly starts: Int32Array;
  /** End in the original of each folded UTF-16 unit. */
  readonly ends: Int32Array;
  /** Where words stand in it, once any were looked for. */
  places: Places | undefined;
}

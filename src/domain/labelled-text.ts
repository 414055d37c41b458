/** A text with the sectors that somebody has given it: what a profile learns from and is measured with. */
export interface LabelledText {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly abstract: string;
  /** Codes or names of sectors, the primary one first; at least one. */
  readonly labels: readonly string[];
}

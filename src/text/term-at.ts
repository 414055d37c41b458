/** A term and where it stands in the folded text. */
export interface TermAt {
  readonly term: string;
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

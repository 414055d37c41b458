/** What carriers turn away, by row, as numbers of terms; read when a row is first looked at, kept until it changes. */
import type { Refusal } from '../../domain/analysis.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { ABOUT_SHARE } from '../settings.ts';
import type { ImpactVector } from './impact-vector.ts';

type Numbered = readonly (readonly number[])[];
const NOTHING: Numbered = [];

export class RefusedTopics {
  private readonly lexicon: Lexicon;
  private readonly refusalsOf: (row: number) => readonly Refusal[] | undefined;
  private readonly rows: (Numbered | undefined)[] = [];
  /** The text last asked about, and the greatest impact in it: many rows are asked about the same. */
  private last: ImpactVector | null = null;
  private most = 0;

  constructor(lexicon: Lexicon, refusalsOf: (row: number) => readonly Refusal[] | undefined) {
    this.lexicon = lexicon;
    this.refusalsOf = refusalsOf;
  }

  /** The row has another text now. */
  forget(row: number): void {
    this.rows[row] = undefined;
  }

  /**
   * The number of the first refusal in a row that turns a result away: the result asks for its first term or is about
   * it, which tells apart (食品|菌种), names the others anywhere, and none is of what it is without. Null where none does.
   */
  first(
    row: number,
    text: ImpactVector,
    asked: ImpactVector,
    disclaimed: readonly string[] = [],
  ): number | null {
    this.rows[row] ??= this.read(row);
    const refusals = this.rows[row]!;
    if (refusals.length === 0) return null;
    const least = ABOUT_SHARE * this.mostIn(text);
    const number = refusals.findIndex(
      (terms, i) =>
        terms.every((term, at) => holds(text, term, at === 0 ? least : 1) || holds(asked, term, 1)) &&
        !this.refusalsOf(row)![i]!.terms.some((term) => disclaimed.includes(term)),
    );
    return number < 0 ? null : number;
  }

  private mostIn(text: ImpactVector): number {
    if (this.last !== text) this.most = text.impacts.reduce((most, impact) => Math.max(most, impact), 0);
    this.last = text;
    return this.most;
  }

  private read(row: number): Numbered {
    const refusals = this.refusalsOf(row);
    return refusals ? refusals.map(({ terms }) => terms.map((term) => this.lexicon.number(term))) : NOTHING;
  }
}

function holds({ terms, impacts }: ImpactVector, term: number, least: number): boolean {
  const at = terms.indexOf(term);
  return at >= 0 && impacts[at]! >= least;
}

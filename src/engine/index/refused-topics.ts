/** What carriers turn away, by row, as numbers of terms; read when a row is first looked at, kept until it changes. */
import type { NamedAside, Refusal } from '../../domain/analysis.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { ImpactVector } from './impact-vector.ts';
import { Topic } from './topic.ts';

type Numbered = readonly (readonly number[])[];
const NOTHING: Numbered = [];

export class RefusedTopics {
  private readonly lexicon: Lexicon;
  private readonly refusalsOf: (row: number) => readonly Refusal[] | undefined;
  private readonly rows: (Numbered | undefined)[] = [];
  /** Of the text last asked about: many rows are asked about the same. */
  private last: Topic | null = null;

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
   * it, which tells apart (食品|菌种), names the others anywhere or another thing of the kind behind the first, and names
   * none of them aside. Null where none does.
   */
  first(row: number, text: ImpactVector, asked: ImpactVector, aside?: NamedAside): number | null {
    this.rows[row] ??= this.read(row);
    const refusals = this.rows[row]!;
    if (refusals.length === 0) return null;
    if (this.last?.text !== text) this.last = new Topic(this.lexicon, text);
    const topic = this.last;
    const isNamed = (term: number, at: number, [first]: readonly number[]): boolean =>
      topic.holds(term, at === 0) || asked.terms.includes(term) || (at > 0 && topic.holdsKind(first!, term));
    const number = refusals.findIndex(
      (terms, i) =>
        terms.every((term, at) => isNamed(term, at, terms)) &&
        !(aside && isAside(this.refusalsOf(row)![i]!, aside)),
    );
    return number < 0 ? null : number;
  }

  private read(row: number): Numbered {
    const refusals = this.refusalsOf(row);
    return refusals ? refusals.map(({ terms }) => terms.map((term) => this.lexicon.number(term))) : NOTHING;
  }
}

/** Whether a result names what is refused only to say something else: that it is without it, or has to do with its waste or parts. */
function isAside({ terms, of }: Refusal, { without, wasteOf, partOf }: NamedAside): boolean {
  return terms.some(
    (term) =>
      without.includes(term) ||
      (of !== 'waste' && wasteOf.includes(term)) ||
      (of === 'whole' && partOf.includes(term)),
  );
}

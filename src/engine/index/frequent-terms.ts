/**
 * Terms that a good part of all rows hold, each as a column of the impacts of all rows: eight rows are added up at once,
 * where postings are added one by one and would be most of what a query reads.
 */
import { endOf, inGroups, type Kernel } from '../kernel/kernel.ts';
import type { ImpactVector } from './impact-vector.ts';

/** Held by a larger share of rows than this: below it postings are shorter by more than they are slower. */
const FREQUENT_SHARE = 1 / 8;
export const RARE = 0;
/** So many terms at most are common; the others are rare, however many rows hold them. */
const MOST_COMMON = 2 ** 16 - 1;
/** Columns that are added together. */
const FOUR = 4;
/** Room for what comes later, so that columns made anew mostly lie where the old ones did; unwritten it takes no memory. */
const AMPLE = 2;

export class FrequentTerms {
  private readonly kernel: Kernel;
  /** By term: see `number`. */
  private readonly numbers: Uint16Array;
  /** Column after column, each of `height` rows. */
  private readonly impacts: Uint16Array;
  private readonly height: number;
  private readonly end: number;
  private readonly columns = new Int32Array(FOUR);
  private readonly factors = new Int32Array(FOUR);

  /** `holders`: by term, how many of all rows hold it. The columns that these replace, if any, are good for nothing then. */
  constructor(kernel: Kernel, rows: number, holders: Int32Array, before: FrequentTerms | null = null) {
    this.kernel = kernel;
    this.height = inGroups(rows);
    this.end = endOf(rows);
    this.numbers = new Uint16Array(holders.length);
    let count = 0;
    for (let term = 0; term < holders.length && count < MOST_COMMON; term++)
      if (holders[term]! > FREQUENT_SHARE * rows) this.numbers[term] = ++count;
    const room = count * this.height;
    const fits = before !== null && before.impacts.length >= room;
    this.impacts = fits ? before.impacts.fill(0, 0, room) : kernel.shorts(AMPLE * room);
  }

  /** The number of a term among the common ones, from 1 on, or RARE. */
  number(term: number): number {
    return term < this.numbers.length ? this.numbers[term]! : RARE;
  }

  /** Notes the impact of the common term of this number in a row. */
  set(number: number, row: number, impact: number): void {
    this.impacts[(number - 1) * this.height + row] = impact;
  }

  /** Adds the products of the common terms of a query with every row to `sums`, which lie in the kernel's memory. */
  addProducts({ terms, impacts }: ImpactVector, sums: Int32Array): void {
    const { columns, factors } = this;
    let open = 0;
    for (let k = 0; k < terms.length; k++) {
      const number = this.number(terms[k]!);
      if (number === RARE) continue;
      columns[open] = this.impacts.byteOffset + 2 * this.height * (number - 1);
      factors[open++] = impacts[k]!;
      if (open < FOUR) continue;
      this.addFour(sums);
      open = 0;
    }
    if (open === 0) return;
    // what is missing to four is the first once more, and counts nothing
    columns.fill(columns[0]!, open);
    factors.fill(0, open);
    this.addFour(sums);
  }

  private addFour(sums: Int32Array): void {
    const [a, b, c, d] = this.columns;
    const [i, j, k, l] = this.factors;
    this.kernel.run.addFour(a!, b!, c!, d!, i! + (j! << 16), k! + (l! << 16), sums.byteOffset, this.end);
  }
}

/**
 * The terms that a text of the result and one of a carrier have in common, the strongest first. Few of them are
 * told: they are chosen one by one, without sorting the others, and only those chosen get a name.
 */
import type { TermKinds } from '../explain/term-kinds.ts';
import type { VectorStretch } from '../index/impact-vector.ts';
import type { QueryTable } from './query-table.ts';

/** A shared term is worth telling if it brings this share of what the strongest brings. */
const LEAST_SHARE = 0.15;

export class SharedTerms {
  private readonly kinds: TermKinds;
  private numbers = new Int32Array(256);
  /** What each brings; 0 where it was taken. */
  private products = new Int32Array(256);
  private kindOf = new Uint8Array(256);
  private count = 0;
  private most = 0;

  constructor(kinds: TermKinds) {
    this.kinds = kinds;
  }

  /** From now on those of the result's text with this one. */
  compare(own: QueryTable, { terms, impacts, start, end }: VectorStretch): void {
    this.begin(end - start);
    for (let i = start; i < end; i++) {
      const mine = own.text[own.place(terms[i]!)]!;
      if (mine > 0) this.note(terms[i]!, mine * impacts[i]!);
    }
    this.settle();
  }

  /** The same, and from now on `needs` are those of what the result asks for. */
  compareBoth(own: QueryTable, { terms, impacts, start, end }: VectorStretch, needs: SharedTerms): void {
    this.begin(end - start);
    needs.begin(end - start);
    const { text, asked } = own;
    for (let i = start; i < end; i++) {
      const at = own.place(terms[i]!);
      if (text[at]! > 0) this.note(terms[i]!, text[at]! * impacts[i]!);
      if (asked[at]! > 0) needs.note(terms[i]!, asked[at]! * impacts[i]!);
    }
    this.settle();
    needs.settle();
  }

  /** Whether one of these kinds (bits of TERM_KIND) was not taken yet. */
  has(kinds: number): boolean {
    return this.strongest(kinds) >= 0;
  }

  /** The strongest of these kinds that was not taken yet, of equal ones the first in the carrier's text; -1 where none is left. */
  take(kinds: number): number {
    const at = this.strongest(kinds);
    if (at < 0) return -1;
    this.products[at] = 0;
    return this.numbers[at]!;
  }

  private strongest(kinds: number): number {
    const { products, kindOf, count } = this;
    let best = -1;
    let most = 0;
    for (let i = 0; i < count; i++) {
      if (products[i]! <= most || (kindOf[i]! & kinds) === 0) continue;
      best = i;
      most = products[i]!;
    }
    return best;
  }

  private begin(room: number): void {
    this.count = 0;
    this.most = 0;
    if (room <= this.numbers.length) return;
    this.numbers = new Int32Array(2 * room);
    this.products = new Int32Array(2 * room);
    this.kindOf = new Uint8Array(2 * room);
  }

  private note(number: number, product: number): void {
    if (product < LEAST_SHARE * this.most) return;
    if (product > this.most) this.most = product;
    this.numbers[this.count] = number;
    this.products[this.count++] = product;
  }

  /** Leaves out what came before the strongest and is too weak beside it. */
  private settle(): void {
    const { numbers, products, kinds, kindOf } = this;
    const least = LEAST_SHARE * this.most;
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      if (products[i]! < least) continue;
      numbers[kept] = numbers[i]!;
      products[kept] = products[i]!;
      kindOf[kept++] = kinds.of(numbers[i]!);
    }
    this.count = kept;
  }
}

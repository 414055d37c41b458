/**
 * The terms that a text of the result and one of a carrier have in common, the strongest first. Few of them are
 * told: they are chosen one by one, without sorting the others, and only those chosen get a name.
 */
import type { TermKinds } from '../explain/term-kinds.ts';
import type { ImpactTable } from '../index/impact-table.ts';
import type { VectorStretch } from '../index/impact-vector.ts';

/** A shared term is worth telling if it brings this share of what the strongest brings. */
const LEAST_SHARE = 0.15;

export class SharedTerms {
  private readonly kinds: TermKinds;
  private numbers = new Int32Array(256);
  /** What each brings; 0 where it was taken. */
  private products = new Int32Array(256);
  private count = 0;

  constructor(kinds: TermKinds) {
    this.kinds = kinds;
  }

  /** From now on those of these two texts. */
  compare(own: ImpactTable, { terms, impacts, start, end }: VectorStretch): void {
    if (end - start > this.numbers.length) this.reserve(end - start);
    const { numbers, products } = this;
    let count = 0;
    let most = 0;
    if (!own.isEmpty) {
      for (let i = start; i < end; i++) {
        const mine = own.of(terms[i]!);
        if (mine === 0) continue;
        const product = mine * impacts[i]!;
        if (product > most) most = product;
        if (product < LEAST_SHARE * most) continue;
        numbers[count] = terms[i]!;
        products[count++] = product;
      }
    }
    for (let i = 0; i < count; i++) if (products[i]! < LEAST_SHARE * most) products[i] = 0;
    this.count = count;
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
    const { numbers, products, count } = this;
    let best = -1;
    let most = 0;
    for (let i = 0; i < count; i++) {
      if (products[i]! <= most || (this.kinds.of(numbers[i]!) & kinds) === 0) continue;
      best = i;
      most = products[i]!;
    }
    return best;
  }

  private reserve(room: number): void {
    this.numbers = new Int32Array(2 * room);
    this.products = new Int32Array(2 * room);
  }
}

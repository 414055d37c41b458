/**
 * The terms that a text of the result and one of a carrier have in common, the strongest first. Few of them are
 * told: they are chosen one by one, without sorting the others, and only those chosen get a name.
 */
import type { TermKinds } from '../explain/term-kinds.ts';
import type { ImpactTable, MetTerms } from '../index/impact-table.ts';
import type { VectorStretch } from '../index/impact-vector.ts';

/** A shared term is worth telling if it brings this share of what the strongest brings. */
const LEAST_SHARE = 0.15;

export class SharedTerms {
  private readonly kinds: TermKinds;
  private all = roomFor(256);
  /** What each brings; 0 where it brings too little, and where it was taken. */
  private products = new Int32Array(256);
  private count = 0;

  constructor(kinds: TermKinds) {
    this.kinds = kinds;
  }

  /** From now on those of these two texts. */
  compare(own: ImpactTable, other: VectorStretch): void {
    const room = other.end - other.start;
    if (room > this.products.length) {
      this.all = roomFor(2 * room);
      this.products = new Int32Array(2 * room);
    }
    const { all, products } = this;
    const count = own.isEmpty ? 0 : own.meet(other, all);
    let most = 0;
    for (let i = 0; i < count; i++) {
      const product = all.own[i]! * all.impacts[i]!;
      products[i] = product;
      if (product > most) most = product;
    }
    for (let i = 0; i < count; i++) if (products[i]! < LEAST_SHARE * most) products[i] = 0;
    this.count = count;
  }

  /** All of them as they stand in the carrier's text, however little they bring; until the next ones are compared. */
  get met(): VectorStretch {
    return { terms: this.all.terms, impacts: this.all.impacts, start: 0, end: this.count };
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
    return this.all.terms[at]!;
  }

  private strongest(kinds: number): number {
    const { all, products, count } = this;
    let best = -1;
    let most = 0;
    for (let i = 0; i < count; i++) {
      if (products[i]! <= most || (this.kinds.of(all.terms[i]!) & kinds) === 0) continue;
      best = i;
      most = products[i]!;
    }
    return best;
  }
}

function roomFor(terms: number): MetTerms {
  return { terms: new Int32Array(terms), impacts: new Uint16Array(terms), own: new Uint16Array(terms) };
}

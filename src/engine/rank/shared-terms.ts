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
  private readonly termKinds: TermKinds;
  /** All of them, as they stand in the carrier's text. */
  private all = roomFor(256);
  private count = 0;
  /** Those worth telling: what each brings, 0 where it was taken, and its kind. */
  private terms = new Int32Array(256);
  private products = new Int32Array(256);
  private kinds = new Uint8Array(256);
  private kept = 0;

  constructor(kinds: TermKinds) {
    this.termKinds = kinds;
  }

  /** From now on those of these two texts. */
  compare(own: ImpactTable, other: VectorStretch): void {
    if (other.end - other.start > this.terms.length) this.reserve(2 * (other.end - other.start));
    const count = own.isEmpty ? 0 : own.meet(other, this.all);
    this.count = count;
    const { terms, own: mine, impacts: theirs } = this.all;
    let most = 0;
    for (let i = 0; i < count; i++) most = Math.max(most, mine[i]! * theirs[i]!);
    const least = LEAST_SHARE * most;
    this.kept = 0;
    for (let i = 0; i < count; i++) {
      const product = mine[i]! * theirs[i]!;
      if (product >= least) this.keep(terms[i]!, product);
    }
  }

  /** All of them, however little they bring; until the next ones are compared. */
  get met(): VectorStretch {
    return { terms: this.all.terms, impacts: this.all.impacts, start: 0, end: this.count };
  }

  /** Whether one of these kinds (bits of TERM_KIND) was not taken yet. */
  has(kinds: number): boolean {
    return this.strongest(kinds) >= 0;
  }

  /** The strongest of these kinds not taken yet, of equals the first in the carrier's text; -1 where none is left. */
  take(kinds: number): number {
    const at = this.strongest(kinds);
    if (at < 0) return -1;
    this.products[at] = 0;
    return this.terms[at]!;
  }

  private keep(term: number, product: number): void {
    this.terms[this.kept] = term;
    this.products[this.kept] = product;
    this.kinds[this.kept++] = this.termKinds.of(term);
  }

  private strongest(wanted: number): number {
    const { products, kinds, kept } = this;
    let best = -1;
    let most = 0;
    for (let i = 0; i < kept; i++) {
      if (products[i]! <= most || (kinds[i]! & wanted) === 0) continue;
      best = i;
      most = products[i]!;
    }
    return best;
  }

  private reserve(room: number): void {
    this.all = roomFor(room);
    this.terms = new Int32Array(room);
    this.products = new Int32Array(room);
    this.kinds = new Uint8Array(room);
  }
}

function roomFor(terms: number): MetTerms {
  return { terms: new Int32Array(terms), impacts: new Uint16Array(terms), own: new Uint16Array(terms) };
}

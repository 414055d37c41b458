/**
 * An index over impact vectors, in typed arrays: postings of the rare terms, columns of the common ones. The first
 * query makes them; who compares row by row needs none, and no kernel. Rows may be replaced and added after that: such rows are
 * compared directly until a query finds so many that it makes the postings anew.
 */
import type { Kernel } from '../kernel/kernel.ts';
import { FrequentTerms } from './frequent-terms.ts';
import { GrowingVectors } from './growing-vectors.ts';
import { type ImpactVector, stretchOf, type VectorStretch, vectorOf } from './impact-vector.ts';
import { addProducts, invert, type Segment } from './postings.ts';
import { holdersIn, pack, type VectorStore } from './vector-store.ts';

/** Terms of replaced rows in all, so many that comparing them costs a query less than a millisecond. */
const MOST_REPLACED = 200_000;

interface Turned {
  readonly common: FrequentTerms;
  readonly postings: readonly Segment[];
}

export class ImpactIndex {
  private store: VectorStore;
  /** Of the store; null until somebody asks. */
  private turned: Turned | null = null;
  private readonly replaced = new Map<number, ImpactVector>();
  /** Terms in `replaced`. */
  private replacedTerms = 0;
  /** Impacts of a query by term number; all zero between queries. */
  private dense = new Uint16Array(0);
  private count: number;
  private readonly begunWith: number;
  /** Where rows go until the first question; null from then on. */
  private growing: GrowingVectors | null;
  private readonly kernel: Kernel | null;
  /** Their memory is used again. */
  private columnsBefore: FrequentTerms | null = null;

  /** With rows, or with none and so many expected. */
  constructor(store: VectorStore, expected = 0, kernel: Kernel | null = null) {
    this.store = store;
    this.kernel = kernel;
    this.count = store.offsets.length - 1;
    this.begunWith = this.count;
    this.growing = this.count === 0 ? new GrowingVectors(expected) : null;
  }

  static of(vectors: readonly ImpactVector[], kernel: Kernel | null = null): ImpactIndex {
    return new ImpactIndex(pack(vectors), 0, kernel);
  }

  /** The rows that it was made with have come: until then only their offsets were there. */
  complete({ terms, impacts }: Omit<VectorStore, 'offsets'>): void {
    if (this.begunWith > 0) this.store = { offsets: this.store.offsets, terms, impacts };
  }

  get size(): number {
    return this.count;
  }

  vector(row: number): ImpactVector {
    const { terms, impacts, start, end } = this.stretch(row);
    return start === 0 && end === terms.length
      ? { terms, impacts }
      : { terms: terms.subarray(start, end), impacts: impacts.subarray(start, end) };
  }

  /** A row's vector where it lies. */
  stretch(row: number): VectorStretch {
    this.gather();
    const replaced = this.replaced.get(row);
    if (replaced) return stretchOf(replaced);
    const { offsets, terms, impacts } = this.store;
    return { terms, impacts, start: offsets[row]!, end: offsets[row + 1]! };
  }

  /** Puts a vector in place of a row's, or, with the next free row, behind the last. */
  replace(row: number, vector: VectorStretch): void {
    if (this.growing && row === this.count) {
      this.growing.add(vector);
      this.count++;
      return;
    }
    this.gather();
    this.replacedTerms += vector.end - vector.start - (this.replaced.get(row)?.terms.length ?? 0);
    this.replaced.set(row, vectorOf(vector));
    this.count = Math.max(this.count, row + 1);
  }

  /** Makes ready for the first query. */
  settle(): void {
    this.packed();
    this.turn();
  }

  /** Everything in one store. */
  packed(): VectorStore {
    this.gather();
    if (this.replaced.size > 0) {
      this.store = pack(Array.from({ length: this.size }, (_, row) => this.vector(row)));
      this.forgetTurned();
      this.replaced.clear();
      this.replacedTerms = 0;
    }
    return this.store;
  }

  /** These rows in a store of their own; all of them without copying. */
  packedRows(rows: readonly number[]): VectorStore {
    const all = this.packed();
    return rows.length === this.size ? all : pack(rows.map((row) => this.vector(row)));
  }

  /** Writes the sum of products with every row into `sums`, which lie in the kernel's memory with room for all rows. */
  accumulate(query: ImpactVector, sums: Int32Array): void {
    if (this.growing || this.replacedTerms > MOST_REPLACED) this.packed();
    const { common, postings } = this.turn();
    sums.fill(0, 0, this.size);
    common.addProducts(query, sums);
    addProducts(postings, query, sums);
    if (this.replaced.size > 0) this.accumulateReplaced(query, sums);
  }

  private turn(): Turned {
    if (!this.turned) {
      if (!this.kernel) throw new Error('this index was made to be compared row by row');
      const holders = holdersIn(this.store);
      const rows = this.store.offsets.length - 1;
      const common = new FrequentTerms(this.kernel, rows, holders, this.columnsBefore);
      this.turned = { common, postings: invert(this.store, common, holders) };
    }
    return this.turned;
  }

  private forgetTurned(): void {
    this.columnsBefore = this.turned?.common ?? this.columnsBefore;
    this.turned = null;
  }

  /** What was put in before the first question becomes the store. */
  private gather(): void {
    if (!this.growing) return;
    this.store = this.growing.store();
    this.growing = null;
    this.forgetTurned();
  }

  private accumulateReplaced(query: ImpactVector, sums: Int32Array): void {
    const dense = this.scatter(query);
    for (const [row, { terms, impacts }] of this.replaced) {
      let sum = 0;
      for (let k = 0; k < terms.length; k++) {
        const term = terms[k]!;
        if (term < dense.length) sum += impacts[k]! * dense[term]!;
      }
      sums[row] = sum;
    }
    for (let k = 0; k < query.terms.length; k++) dense[query.terms[k]!] = 0;
  }

  private scatter({ terms, impacts }: ImpactVector): Uint16Array {
    let last = 0;
    for (let k = 0; k < terms.length; k++) if (terms[k]! > last) last = terms[k]!;
    if (last >= this.dense.length) this.dense = new Uint16Array(2 * (last + 1));
    for (let k = 0; k < terms.length; k++) this.dense[terms[k]!] = impacts[k]!;
    return this.dense;
  }
}

/** Vectors that come one after the other and lie side by side from the beginning: no object for each. */
import { GrowingInts } from '../model/growing-ints.ts';
import type { ImpactVector } from './impact-vector.ts';
import type { VectorStore } from './vector-store.ts';

export class GrowingVectors {
  private readonly ends = new GrowingInts();
  private terms = new Int32Array(1 << 12);
  private impacts = new Uint16Array(1 << 12);
  private count = 0;

  add({ terms, impacts }: ImpactVector): void {
    const end = this.count + terms.length;
    if (end > this.terms.length) this.reserve(end);
    this.terms.set(terms, this.count);
    this.impacts.set(impacts, this.count);
    this.count = end;
    this.ends.push(end);
  }

  /** Without copying: what was reserved and not written takes no memory. Nothing may be added after that. */
  store(): VectorStore {
    const ends = this.ends.view();
    const offsets = new Float64Array(ends.length + 1);
    offsets.set(ends, 1);
    return {
      offsets,
      terms: this.terms.subarray(0, this.count),
      impacts: this.impacts.subarray(0, this.count),
    };
  }

  private reserve(places: number): void {
    const terms = new Int32Array(2 * places);
    terms.set(this.terms);
    this.terms = terms;
    const impacts = new Uint16Array(2 * places);
    impacts.set(this.impacts);
    this.impacts = impacts;
  }
}

/** Vectors that come one after the other and lie side by side from the beginning: no object for each. */
import { GrowingInts } from '../model/growing-ints.ts';
import type { VectorStretch } from './impact-vector.ts';
import { lastingInts, lastingShorts } from './lasting-memory.ts';
import type { VectorStore } from './vector-store.ts';

/** Terms that are awaited before any have come. */
const FIRST = 1 << 14;
/** More room than the rows so far would need for all: what is not written takes no memory, copying everything does. */
const AMPLE = 1.5;

/** How much room to take where so many rows of those expected need so many places. */
export function ampleRoom(places: number, rows: number, expected: number): number {
  return Math.ceil(Math.max(2 * places, (AMPLE * places * expected) / rows));
}

export class GrowingVectors {
  private readonly ends = new GrowingInts();
  private readonly expected: number;
  private terms = lastingInts(FIRST);
  private impacts = lastingShorts(FIRST);
  private count = 0;

  /** So many are expected; there may come more, or fewer. */
  constructor(expected: number) {
    this.expected = expected;
  }

  add({ terms, impacts, start, end }: VectorStretch): void {
    const behind = this.count + end - start;
    if (behind > this.terms.length) this.reserve(behind);
    for (let from = start, to = this.count; from < end; from++, to++) {
      this.terms[to] = terms[from]!;
      this.impacts[to] = impacts[from]!;
    }
    this.count = behind;
    this.ends.push(behind);
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
    const room = ampleRoom(places, this.ends.length + 1, this.expected);
    const terms = lastingInts(room);
    terms.set(this.terms);
    this.terms = terms;
    const impacts = lastingShorts(room);
    impacts.set(this.impacts);
    this.impacts = impacts;
  }
}

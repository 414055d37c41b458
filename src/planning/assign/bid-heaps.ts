/** The bids that each column keeps: as many as it has slots, the lowest on top (binary heaps side by side). */
import type { CandidateGraph } from './candidate-graph.ts';

export class BidHeaps {
  private readonly start: Int32Array;
  private readonly most: Int32Array;
  private readonly count: Int32Array;
  private readonly edge: Int32Array;
  private readonly bid: Float64Array;

  constructor({ columns, columnStart, capacity, weight }: CandidateGraph) {
    this.start = columnStart;
    this.most = capacity;
    this.count = new Int32Array(columns);
    this.edge = new Int32Array(weight.length);
    this.bid = new Float64Array(weight.length);
  }

  /** What a new bid must beat: 0 while there are free slots. */
  price(column: number): number {
    return this.count[column]! < this.most[column]! ? 0 : Math.max(0, this.bid[this.start[column]!]!);
  }

  /** Keeps the bid where it is among the highest. The edge that loses its slot by it, the offered one or another; −1: none. */
  offer(column: number, edge: number, bid: number): number {
    const base = this.start[column]!;
    const count = this.count[column]!;
    if (count < this.most[column]!) {
      this.count[column] = count + 1;
      this.rise(base, count, edge, bid);
      return -1;
    }
    if (count === 0 || bid <= this.bid[base]!) return edge;
    const lost = this.edge[base]!;
    this.sink(base, count, edge, bid);
    return lost;
  }

  private rise(base: number, from: number, edge: number, bid: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.bid[base + parent]! <= bid) break;
      this.put(base + at, this.edge[base + parent]!, this.bid[base + parent]!);
      at = parent;
    }
    this.put(base + at, edge, bid);
  }

  private sink(base: number, count: number, edge: number, bid: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= count) break;
      if (child + 1 < count && this.bid[base + child + 1]! < this.bid[base + child]!) child++;
      if (this.bid[base + child]! >= bid) break;
      this.put(base + at, this.edge[base + child]!, this.bid[base + child]!);
      at = child;
    }
    this.put(base + at, edge, bid);
  }

  private put(at: number, edge: number, bid: number): void {
    this.edge[at] = edge;
    this.bid[at] = bid;
  }
}

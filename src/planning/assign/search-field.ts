/** What one shortest-path search over the columns remembers; cleared at the cost of what it has touched. */
import { ColumnQueue } from './column-queue.ts';

export class SearchField {
  /** Loss on the way to a column, with prices taken off; infinite where nothing leads. */
  readonly distance: Float64Array;
  /** The edges that the way to a column drops and chooses. */
  readonly dropped: Int32Array;
  readonly taken: Int32Array;
  readonly queue: ColumnQueue;
  private readonly seen: Int32Array;
  private seenCount = 0;

  constructor(columns: number) {
    this.distance = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
    this.dropped = new Int32Array(columns);
    this.taken = new Int32Array(columns);
    this.queue = new ColumnQueue(this.distance);
    this.seen = new Int32Array(columns);
  }

  reach(column: number, distance: number, dropped: number, taken: number): void {
    if (this.distance[column] === Number.POSITIVE_INFINITY) this.seen[this.seenCount++] = column;
    this.distance[column] = distance;
    this.dropped[column] = dropped;
    this.taken[column] = taken;
    this.queue.lowered(column);
  }

  /** Columns reached since the last clearing. */
  reached(): Int32Array {
    return this.seen.subarray(0, this.seenCount);
  }

  clear(): void {
    for (const column of this.reached()) this.distance[column] = Number.POSITIVE_INFINITY;
    this.seenCount = 0;
    this.queue.clear();
  }
}

/**
 * Whether all rows can have what they must have, whatever it is worth: places in columns are given out by chains of
 * moves that end at a free one (Hopcroft & Karp 1973; searched breadth first from one row after the other, each column
 * looked at once a round, as Pothen & Fan 1990 do).
 */
import type { Steps } from '../../engine/model/steps.ts';
import type { Placement } from './placement.ts';

/**
 * By edges that may be used only. False as soon as a row can have no place: then all those it reached are in the same
 * need (Hall 1935).
 */
export function* seatRows(placement: Placement, mayUse: (edge: number) => boolean): Steps<boolean> {
  const { given, graph } = placement;
  const { least } = graph.demand;
  let lacking: number[] = [];
  for (let row = 0; row < graph.rows; row++)
    for (let missing = least[row]! - given[row]!; missing > 0; missing--) lacking.push(row);
  const search = new Search(placement, mayUse);
  const all = lacking.length;
  while (lacking.length > 0) {
    yield 1 - lacking.length / all;
    search.begin();
    const [first, ...others] = lacking;
    // the first of a round looks at everything: if it finds nothing, nobody ever will
    if (!search.seat(first!)) return false;
    lacking = others.filter((row) => !search.seat(row));
  }
  return true;
}

class Search {
  private readonly placement: Placement;
  private readonly mayUse: (edge: number) => boolean;
  /** By column: the round in which it was looked at, the edge that leads there, and the one given up for it (−1: none). */
  private readonly lookedAt: Int32Array;
  private readonly wanted: Int32Array;
  private readonly givenUp: Int32Array;
  private readonly queue: Int32Array;
  private round = 0;

  constructor(placement: Placement, mayUse: (edge: number) => boolean) {
    const { columns } = placement.graph;
    this.placement = placement;
    this.mayUse = mayUse;
    this.lookedAt = new Int32Array(columns);
    this.wanted = new Int32Array(columns);
    this.givenUp = new Int32Array(columns);
    this.queue = new Int32Array(columns);
  }

  begin(): void {
    this.round++;
  }

  seat(row: number): boolean {
    const { load, columnChosen, graph } = this.placement;
    let end = this.lookFrom(row, -1, 0);
    for (let at = 0; at < end; at++) {
      const column = this.queue[at]!;
      if (load[column]! < graph.capacity[column]!) {
        this.moveUp(column);
        return true;
      }
      const first = graph.columnStart[column]!;
      for (let i = first; i < first + load[column]!; i++)
        end = this.lookFrom(graph.rowOf[columnChosen[i]!]!, columnChosen[i]!, end);
    }
    return false;
  }

  /** Puts all columns that the row could go to, giving up what it has, at the end of the queue; where that ends now. */
  private lookFrom(row: number, givenUp: number, end: number): number {
    const { chosen, graph } = this.placement;
    let to = end;
    for (let edge = graph.rowStart[row]!; edge < graph.rowStart[row + 1]!; edge++) {
      const column = graph.columnOf[edge]!;
      if (this.lookedAt[column] === this.round || chosen[edge] === 1 || !this.mayUse(edge)) continue;
      this.lookedAt[column] = this.round;
      this.wanted[column] = edge;
      this.givenUp[column] = givenUp;
      this.queue[to++] = column;
    }
    return to;
  }

  /** From the free column back to the row that sought: each on the way gives its own place to the next. */
  private moveUp(free: number): void {
    for (let column = free; ; ) {
      const from = this.givenUp[column]!;
      this.placement.choose(this.wanted[column]!);
      if (from < 0) return;
      this.placement.drop(from);
      column = this.placement.graph.columnOf[from]!;
    }
  }
}

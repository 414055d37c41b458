/**
 * Among equally good plans always the same one, whatever the way to it: the first row has its first column by number
 * wherever a best plan allows it, then its second, then the next row, and so on. A pair that neither adds nor costs
 * anything is taken where it may be.
 *
 * With prices that prove one best plan, the best plans are exactly those that differ from it in open edges (reduced
 * cost 0) along closed walks. So for every row in turn: an open edge that is not chosen can be had if a walk leads
 * from its column back to the row without touching what is settled.
 */
import type { Placement } from './placement.ts';
import { TightEdges } from './tight-edges.ts';

/** Changes the placement in place, at the same total. */
export function firstAmongEquals(placement: Placement, price: Float64Array, potential: Float64Array): void {
  const tight = new TightEdges(placement, price, potential);
  if (tight.open.length === 0) return;
  const walks = new ClosedWalks(tight);
  for (let row = 0; row < placement.graph.rows; row++) {
    for (let i = tight.rowStart[row]!; i < tight.rowStart[row + 1]!; i++) {
      const edge = tight.open[i]!;
      if (placement.chosen[edge] === 0) walks.takeIfPossible(row, edge);
      else walks.forget();
    }
  }
}

class ClosedWalks {
  private readonly tight: TightEdges;
  private readonly component: Int32Array;
  /** The node after this one on a way to the row; -1 where none is known. */
  private readonly next: Int32Array;
  private readonly by: Int32Array;
  private readonly found: Int32Array;
  private count = 0;
  private head = 0;
  private target = -1;

  constructor(tight: TightEdges) {
    this.tight = tight;
    this.component = tight.components();
    this.next = new Int32Array(tight.outside + 1).fill(-1);
    this.by = new Int32Array(tight.outside + 1);
    this.found = new Int32Array(tight.outside + 1);
  }

  takeIfPossible(row: number, edge: number): void {
    const { graph } = this.tight.placement;
    const target = graph.columns + row;
    const column = graph.columnOf[edge]!;
    if (this.component[target] !== this.component[column]) return;
    if (this.target !== target) this.begin(target, edge);
    if (!this.leadsBack(column)) return;
    this.walk(edge, column, target);
    this.forget();
  }

  /** What is known of ways to the row no longer holds. */
  forget(): void {
    for (let i = 0; i < this.count; i++) this.next[this.found[i]!] = -1;
    this.count = 0;
    this.head = 0;
    this.target = -1;
  }

  private begin(target: number, after: number): void {
    this.forget();
    const { placement, open, rowStart, outside } = this.tight;
    const row = target - placement.graph.columns;
    this.target = target;
    for (let i = rowStart[row]!; i < rowStart[row + 1]!; i++) {
      const edge = open[i]!;
      if (edge > after && placement.chosen[edge] === 1)
        this.find(placement.graph.columnOf[edge]!, target, edge);
    }
    if (this.tight.rowMayGain(row)) this.find(outside, target, -1);
  }

  /** Searches backwards from the row, only as far as needed to know. */
  private leadsBack(column: number): boolean {
    const { columns } = this.tight.placement.graph;
    while (this.next[column] === -1 && this.head < this.count) {
      const node = this.found[this.head++]!;
      if (node === this.tight.outside) this.beforeOutside();
      else if (node < columns) this.beforeColumn(node);
      else this.beforeRow(node);
    }
    return this.next[column] !== -1;
  }

  private beforeColumn(column: number): void {
    const { placement, columnStart, columnOpen, outside } = this.tight;
    for (let i = columnStart[column]!; i < columnStart[column + 1]!; i++) {
      const edge = columnOpen[i]!;
      const row = placement.graph.columns + placement.graph.rowOf[edge]!;
      if (row > this.target && placement.chosen[edge] === 0) this.find(row, column, edge);
    }
    if (this.tight.columnMayLose(column)) this.find(outside, column, -1);
  }

  private beforeRow(node: number): void {
    const { placement, open, rowStart, outside } = this.tight;
    const row = node - placement.graph.columns;
    for (let i = rowStart[row]!; i < rowStart[row + 1]!; i++) {
      const edge = open[i]!;
      if (placement.chosen[edge] === 1) this.find(placement.graph.columnOf[edge]!, node, edge);
    }
    if (this.tight.rowMayGain(row)) this.find(outside, node, -1);
  }

  private beforeOutside(): void {
    const { placement, outside } = this.tight;
    const { columns, rows } = placement.graph;
    for (let column = 0; column < columns; column++)
      if (this.tight.columnMayGain(column)) this.find(column, outside, -1);
    for (let row = this.target - columns + 1; row < rows; row++)
      if (this.tight.rowMayLose(row)) this.find(columns + row, outside, -1);
  }

  private find(node: number, next: number, by: number): void {
    if (this.next[node] !== -1 || this.component[node] !== this.component[this.target]) return;
    this.next[node] = next;
    this.by[node] = by;
    this.found[this.count++] = node;
  }

  private walk(first: number, column: number, target: number): void {
    const { placement } = this.tight;
    placement.choose(first);
    for (let node = column; node !== target; node = this.next[node]!) {
      const edge = this.by[node]!;
      if (edge === -1) continue;
      if (placement.chosen[edge] === 1) placement.drop(edge);
      else placement.choose(edge);
    }
  }
}

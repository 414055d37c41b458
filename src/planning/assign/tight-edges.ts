/**
 * What remains open when prices have spoken: edges with reduced cost 0 may be in a best plan or not.
 *
 * Nodes are columns, rows and one outside, in this order of numbers. An arc leads from where there is one too many
 * to where there is then: a column drops a chosen edge (→ row), a row takes another one (→ column), and whoever has
 * price 0 and room in its bounds may keep or give up one (→ outside, outside →).
 */
import { gathered, stableOrder, starts } from './grouping.ts';
import type { Placement } from './placement.ts';
import { strongComponents } from './strong-components.ts';

export class TightEdges {
  readonly placement: Placement;
  /** Open edges, ascending; those of row r: rowStart[r] … rowStart[r + 1]. */
  readonly open: Int32Array;
  readonly rowStart: Int32Array;
  /** Open edges of column c: columnOpen[columnStart[c] …]. */
  readonly columnStart: Int32Array;
  readonly columnOpen: Int32Array;
  readonly outside: number;
  private readonly price: Float64Array;
  private readonly potential: Float64Array;

  constructor(placement: Placement, price: Float64Array, potential: Float64Array) {
    const { graph } = placement;
    this.placement = placement;
    this.price = price;
    this.potential = potential;
    this.outside = graph.columns + graph.rows;
    this.open = edgesWithout(placement, price, potential);
    this.rowStart = starts(graph.rows, gathered(graph.rowOf, this.open));
    const columnOf = gathered(graph.columnOf, this.open);
    this.columnStart = starts(graph.columns, columnOf);
    this.columnOpen = gathered(this.open, stableOrder(columnOf, this.columnStart));
  }

  columnMayGain(column: number): boolean {
    const { load, graph } = this.placement;
    return this.price[column] === 0 && load[column]! < graph.capacity[column]!;
  }

  columnMayLose(column: number): boolean {
    return this.price[column] === 0 && this.placement.load[column]! > 0;
  }

  rowMayGain(row: number): boolean {
    const { given, graph } = this.placement;
    return this.potential[row] === 0 && given[row]! < graph.demand.most[row]!;
  }

  rowMayLose(row: number): boolean {
    const { given, graph } = this.placement;
    return this.potential[row] === 0 && given[row]! > graph.demand.least[row]!;
  }

  /** For each node the number of its strong component: an edge between two of them is the same in all best plans. */
  components(): Int32Array {
    const { graph, chosen } = this.placement;
    const from: number[] = [];
    const to: number[] = [];
    const arc = (a: number, b: number): void => {
      from.push(a);
      to.push(b);
    };
    for (const edge of this.open) {
      const row = graph.columns + graph.rowOf[edge]!;
      const column = graph.columnOf[edge]!;
      if (chosen[edge] === 1) arc(column, row);
      else arc(row, column);
    }
    for (let column = 0; column < graph.columns; column++) {
      if (this.columnMayGain(column)) arc(column, this.outside);
      if (this.columnMayLose(column)) arc(this.outside, column);
    }
    for (let row = 0; row < graph.rows; row++) {
      if (this.rowStart[row] === this.rowStart[row + 1]) continue;
      if (this.rowMayLose(row)) arc(graph.columns + row, this.outside);
      if (this.rowMayGain(row)) arc(this.outside, graph.columns + row);
    }
    return strongComponents(this.outside + 1, from, to);
  }
}

function edgesWithout({ graph }: Placement, price: Float64Array, potential: Float64Array): Int32Array {
  const open: number[] = [];
  for (let edge = 0; edge < graph.weight.length; edge++) {
    const net = graph.weight[edge]! - price[graph.columnOf[edge]!]!;
    if (net === potential[graph.rowOf[edge]!]!) open.push(edge);
  }
  return Int32Array.from(open);
}

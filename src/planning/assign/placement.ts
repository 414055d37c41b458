/** Which edges are chosen now, seen from the rows and from the columns. Choosing and dropping take constant time. */
import type { CandidateGraph } from './candidate-graph.ts';

export class Placement {
  readonly graph: CandidateGraph;
  /** Per edge: 0, or 1 where it is chosen. */
  readonly chosen: Uint8Array;
  /** How many columns a row has, how many rows a column has. */
  readonly given: Int32Array;
  readonly load: Int32Array;
  /** Chosen edges of row r: rowChosen[rowStart[r] …], given[r] of them, in no order; likewise of columns. */
  readonly rowChosen: Int32Array;
  readonly columnChosen: Int32Array;
  private readonly placeInRow: Int32Array;
  private readonly placeInColumn: Int32Array;

  constructor(graph: CandidateGraph) {
    const edges = graph.weight.length;
    this.graph = graph;
    this.chosen = new Uint8Array(edges);
    this.given = new Int32Array(graph.rows);
    this.load = new Int32Array(graph.columns);
    this.rowChosen = new Int32Array(edges);
    this.columnChosen = new Int32Array(edges);
    this.placeInRow = new Int32Array(edges);
    this.placeInColumn = new Int32Array(edges);
  }

  choose(edge: number): void {
    const { rowOf, columnOf, rowStart, columnStart } = this.graph;
    const row = rowOf[edge]!;
    const column = columnOf[edge]!;
    this.chosen[edge] = 1;
    const inRow = rowStart[row]! + this.given[row]!++;
    const inColumn = columnStart[column]! + this.load[column]!++;
    this.rowChosen[inRow] = edge;
    this.placeInRow[edge] = inRow;
    this.columnChosen[inColumn] = edge;
    this.placeInColumn[edge] = inColumn;
  }

  /** The last one of the row, and of the column, takes the freed place. */
  drop(edge: number): void {
    const { rowOf, columnOf, rowStart, columnStart } = this.graph;
    const row = rowOf[edge]!;
    const column = columnOf[edge]!;
    this.chosen[edge] = 0;
    const lastInRow = this.rowChosen[rowStart[row]! + --this.given[row]!]!;
    this.rowChosen[this.placeInRow[edge]!] = lastInRow;
    this.placeInRow[lastInRow] = this.placeInRow[edge]!;
    const lastInColumn = this.columnChosen[columnStart[column]! + --this.load[column]!]!;
    this.columnChosen[this.placeInColumn[edge]!] = lastInColumn;
    this.placeInColumn[lastInColumn] = this.placeInColumn[edge]!;
  }
}

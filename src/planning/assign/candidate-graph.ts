/**
 * The problem made ready: edges sorted by row, then column, reachable from both sides (compressed sparse rows);
 * weights in whole units; forbidden pairs gone; fixed pairs taken out, with what they use up of the bounds.
 */
import { gathered, stableOrder, starts } from './grouping.ts';
import { type AssignmentProblem, type Bounds, UNBOUNDED, unitsOf } from './problem.ts';

export interface CandidateGraph {
  readonly rows: number;
  readonly columns: number;
  /** Free edges of row r: rowStart[r] … rowStart[r + 1], by column. */
  readonly rowStart: Int32Array;
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  readonly weight: Float64Array;
  /** Where the edge stands in the problem. */
  readonly origin: Int32Array;
  /** Free edges of column c, by row: columnEdges[columnStart[c] … columnStart[c + 1]]. */
  readonly columnStart: Int32Array;
  readonly columnEdges: Int32Array;
  /** Row and weight of these edges in the same order, so that a search reads them side by side. */
  readonly columnRow: Int32Array;
  readonly columnWeight: Float64Array;
  /** What the fixed pairs leave of the bounds; negative where they go beyond them. */
  readonly demand: Bounds;
  readonly capacity: Int32Array;
  /** Places of the fixed pairs in the problem, ascending by row, then column. */
  readonly fixed: Int32Array;
}

const FREE = 0;
const FIXED = 1;
const FORBIDDEN = 2;

/** Throws RangeError for a problem that says nothing: numbers out of range, a pair twice, a fixed pair unknown. */
export function candidateGraph(problem: AssignmentProblem): CandidateGraph {
  const { rows, columns, edges } = problem;
  checkDemand(problem);
  checkCapacity(problem);
  checkEdges(problem);
  const units = wholeUnits(edges.weight);
  checkSums(problem, units);
  const order = sortedEdges(problem);
  checkOnce(problem, order);
  const { free, fixed } = parted(problem, order);
  const rowOf = gathered(edges.row, free);
  const columnOf = gathered(edges.column, free);
  const columnStart = starts(columns, columnOf);
  const columnEdges = stableOrder(columnOf, columnStart);
  const weight = gatheredNumbers(units, free);
  return {
    rows,
    columns,
    rowStart: starts(rows, rowOf),
    rowOf,
    columnOf,
    weight,
    origin: free,
    columnStart,
    columnEdges,
    columnRow: gathered(rowOf, columnEdges),
    columnWeight: gatheredNumbers(weight, columnEdges),
    demand: {
      least: lessFixed(problem.demand.least, fixed, edges.row).map((left) => Math.max(0, left)),
      most: lessFixed(problem.demand.most, fixed, edges.row),
    },
    capacity: lessFixed(problem.capacity, fixed, edges.column),
    fixed,
  };
}

function checkDemand({ rows, demand: { least, most } }: AssignmentProblem): void {
  if (least.length !== rows || most.length !== rows)
    throw new RangeError(`demand: ${rows} bounds expected, found ${least.length} and ${most.length}`);
  for (let row = 0; row < rows; row++)
    if (least[row]! < 0 || least[row]! > most[row]!)
      throw new RangeError(`demand of ${row}: at least ${least[row]} and at most ${most[row]} cannot be`);
}

function checkCapacity({ columns, capacity }: AssignmentProblem): void {
  if (capacity.length !== columns)
    throw new RangeError(`capacity: ${columns} bounds expected, found ${capacity.length}`);
  for (let column = 0; column < columns; column++)
    if (capacity[column]! < 0) throw new RangeError(`capacity of ${column}: ${capacity[column]} cannot be`);
}

function wholeUnits(weight: Float64Array): Float64Array {
  const units = new Float64Array(weight.length);
  for (let edge = 0; edge < weight.length; edge++) units[edge] = unitsOf(weight[edge]!);
  return units;
}

function checkEdges({ rows, columns, edges: { row, column, weight } }: AssignmentProblem): void {
  if (row.length !== column.length || row.length !== weight.length)
    throw new RangeError(`edges: ${row.length} rows, ${column.length} columns, ${weight.length} weights`);
  for (let edge = 0; edge < row.length; edge++) {
    const inside = row[edge]! >= 0 && row[edge]! < rows && column[edge]! >= 0 && column[edge]! < columns;
    if (!inside || !Number.isFinite(weight[edge]!))
      throw new RangeError(`edge ${edge}: row ${row[edge]}, column ${column[edge]}, weight ${weight[edge]}`);
  }
}

/** By row, then column. Counting sort by column, then, stable, by row: linear, and the same whatever the order of the edges. */
function sortedEdges({ rows, columns, edges: { row, column } }: AssignmentProblem): Int32Array {
  if (isSorted(row, column)) return new Int32Array(row.length).map((_zero, edge) => edge);
  const byColumn = stableOrder(column, starts(columns, column));
  const rowsByColumn = gathered(row, byColumn);
  return gathered(byColumn, stableOrder(rowsByColumn, starts(rows, rowsByColumn)));
}

function isSorted(row: Int32Array, column: Int32Array): boolean {
  for (let edge = 1; edge < row.length; edge++) {
    const step = row[edge]! - row[edge - 1]!;
    if (step < 0 || (step === 0 && column[edge]! < column[edge - 1]!)) return false;
  }
  return true;
}

function checkOnce({ edges: { row, column } }: AssignmentProblem, order: Int32Array): void {
  for (let place = 1; place < order.length; place++) {
    const a = order[place - 1]!;
    const b = order[place]!;
    if (row[a] === row[b] && column[a] === column[b])
      throw new RangeError(`edges ${a} and ${b} are one pair: row ${row[a]}, column ${column[a]}`);
  }
}

function gatheredNumbers(from: Float64Array, places: Int32Array): Float64Array {
  const values = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) values[i] = from[places[i]!]!;
  return values;
}

/** Free and fixed edges; the forbidden ones are in neither. */
function parted(problem: AssignmentProblem, order: Int32Array): { free: Int32Array; fixed: Int32Array } {
  if (problem.must.length + problem.mustNot.length === 0) return { free: order, fixed: new Int32Array(0) };
  const states = edgeStates(problem, order);
  return {
    free: order.filter((edge) => states[edge] === FREE),
    fixed: order.filter((edge) => states[edge] === FIXED),
  };
}

function edgeStates({ columns, edges, must, mustNot }: AssignmentProblem, order: Int32Array): Uint8Array {
  const states = new Uint8Array(order.length);
  const place = new Map<number, number>();
  for (const edge of order) place.set(edges.row[edge]! * columns + edges.column[edge]!, edge);
  for (const pair of mustNot) {
    const edge = place.get(pair.row * columns + pair.column);
    if (edge !== undefined) states[edge] = FORBIDDEN;
  }
  for (const pair of must) {
    const edge = place.get(pair.row * columns + pair.column);
    if (edge === undefined)
      throw new RangeError(`must: row ${pair.row} and column ${pair.column} are no edge`);
    states[edge] = FIXED;
  }
  return states;
}

function lessFixed(bounds: Int32Array, fixed: Int32Array, ofEdge: Int32Array): Int32Array {
  const left = bounds.slice();
  for (const edge of fixed) if (left[ofEdge[edge]!] !== UNBOUNDED) left[ofEdge[edge]!]!--;
  return left;
}

/** No sum of weights that can occur, over a plan or along a path, may leave the whole numbers that doubles hold. */
function checkSums({ rows, columns, edges, demand }: AssignmentProblem, units: Float64Array): void {
  const heaviest = new Float64Array(rows);
  const candidates = new Int32Array(rows);
  for (let edge = 0; edge < edges.row.length; edge++) {
    const row = edges.row[edge]!;
    heaviest[row] = Math.max(heaviest[row]!, Math.abs(units[edge]!));
    candidates[row]!++;
  }
  let plan = 0;
  let largest = 0;
  for (let row = 0; row < rows; row++) {
    plan += heaviest[row]! * Math.min(demand.most[row]!, candidates[row]!);
    largest = Math.max(largest, heaviest[row]!);
  }
  // a path passes each column once, and a step of it loses two weights at most; prices are lengths of paths
  if (plan > Number.MAX_SAFE_INTEGER || 8 * (columns + 2) * largest > Number.MAX_SAFE_INTEGER)
    throw new RangeError('weights: too many or too large for exact sums');
}

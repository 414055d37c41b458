/**
 * What one would write by hand: one row after the other, each by the shortest path at the prices so far (successive
 * shortest paths; Jonker & Volgenant 1987 for columns with several slots). Demands and capacities.
 */
import { ColumnQueue } from '../../src/planning/assign/column-queue.ts';
import { type AssignmentProblem, unitsOf } from '../../src/planning/assign/problem.ts';
import type { AssignmentPeer } from './assignment-peer.ts';

export function shortestPaths(): AssignmentPeer {
  let given: AssignmentProblem;
  return {
    prepare(problem) {
      given = problem;
    },
    solve: () => solve(given),
  };
}

function solve({ rows, columns, edges, demand, capacity }: AssignmentProblem): number {
  const weight = edges.weight.map(unitsOf);
  const edgesOf: number[][] = Array.from({ length: rows }, () => []);
  for (let edge = 0; edge < weight.length; edge++) edgesOf[edges.row[edge]!]!.push(edge);
  const price = new Float64Array(columns);
  const chosen = new Uint8Array(weight.length);
  const held: Set<number>[] = Array.from({ length: columns }, () => new Set());
  const count = new Int32Array(rows);
  const distance = new Float64Array(columns);
  const out = new Int32Array(columns);
  const taken = new Int32Array(columns);
  const queue = new ColumnQueue(distance);
  for (let row = 0; row < rows; row++) while (count[row]! < demand.most[row]! && insert(row));
  return weight.reduce((sum, each, edge) => sum + chosen[edge]! * each, 0);

  /** False where the row is better off without another column. */
  function insert(row: number): boolean {
    distance.fill(Number.POSITIVE_INFINITY);
    queue.clear();
    const needed = count[row]! < demand.least[row]!;
    let best = needed ? Number.NEGATIVE_INFINITY : 0;
    for (const edge of edgesOf[row]!)
      if (!chosen[edge]) best = Math.max(best, weight[edge]! - price[edges.column[edge]!]!);
    let end = needed ? Number.POSITIVE_INFINITY : best;
    let endColumn = -1;
    let dropped = -1;
    relax(row, best, -1);
    while (queue.size > 0) {
      const at = queue.takeNearest();
      if (distance[at]! >= end) break;
      if (held[at]!.size < capacity[at]!) {
        [end, endColumn, dropped] = [distance[at]!, at, -1];
        break;
      }
      for (const edge of held[at]!) {
        const other = edges.row[edge]!;
        const outside = distance[at]! + weight[edge]! - price[at]!;
        if (count[other]! > demand.least[other]! && outside < end)
          [end, endColumn, dropped] = [outside, at, edge];
        relax(other, outside, edge);
      }
    }
    if (end === Number.POSITIVE_INFINITY) throw new Error('shortest paths: no plan is possible');
    for (let column = 0; column < columns; column++)
      if (distance[column]! < end) price[column]! += end - distance[column]!;
    if (endColumn < 0) return false;
    if (dropped >= 0) drop(dropped);
    for (let at = endColumn; at >= 0; ) {
      const from = out[at]!;
      if (from >= 0) drop(from);
      choose(taken[at]!);
      at = from >= 0 ? edges.column[from]! : -1;
    }
    return true;
  }

  function relax(row: number, base: number, from: number): void {
    for (const edge of edgesOf[row]!) {
      const column = edges.column[edge]!;
      const there = base - weight[edge]! + price[column]!;
      if (there >= distance[column]! || chosen[edge]) continue;
      distance[column] = there;
      out[column] = from;
      taken[column] = edge;
      queue.lowered(column);
    }
  }

  function drop(edge: number): void {
    chosen[edge] = 0;
    count[edges.row[edge]!]!--;
    held[edges.column[edge]!]!.delete(edge);
  }

  function choose(edge: number): void {
    chosen[edge] = 1;
    count[edges.row[edge]!]!++;
    held[edges.column[edge]!]!.add(edge);
  }
}

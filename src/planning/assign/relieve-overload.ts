/**
 * Moves one row out of an overloaded column at the least loss.
 *
 * The net value of an edge is its weight less the price of its column. While every row holds its best edges by net
 * value, moving a row from column a to b loses (w_a − p_a) − (w_b − p_b) ≥ 0: the reduced cost. So Dijkstra's search
 * finds the chain of moves that ends at a free slot, or with a row that need not be served, and loses least
 * (Edmonds & Karp 1972; Tomizawa 1971). Afterwards the price of each column that lies nearer than the end rises by
 * what it lies nearer: all reduced costs stay ≥ 0, and along the chain they are 0.
 *
 * Rows are no nodes of the search: a move is one step from column to column. A district has far fewer carriers
 * than results, so the search is over hundreds, whatever the number of rows.
 */
import type { Placement } from './placement.ts';
import type { SearchField } from './search-field.ts';

/** False where no chain of moves ends: then `field` holds the columns that stand in the way, and is not cleared. */
export function relieveOverload(
  column: number,
  placement: Placement,
  price: Float64Array,
  field: SearchField,
): boolean {
  const { graph, load, given, chosen, columnChosen } = placement;
  const { columnStart, rowStart, rowOf, columnOf, weight, capacity, demand } = graph;
  const { distance, queue } = field;
  let end = Number.POSITIVE_INFINITY;
  let endColumn = -1;
  let unserved = -1;
  field.reach(column, 0, -1, -1);
  while (queue.size > 0) {
    const at = queue.takeNearest();
    const here = distance[at]!;
    if (here >= end) break;
    if (at !== column && load[at]! < capacity[at]!) {
      end = here;
      endColumn = at;
      unserved = -1;
      break;
    }
    const first = columnStart[at]!;
    for (let i = first; i < first + load[at]!; i++) {
      const out = columnChosen[i]!;
      const row = rowOf[out]!;
      const outside = here + weight[out]! - price[at]!;
      if (given[row]! > demand.least[row]! && outside < end) {
        end = outside;
        endColumn = at;
        unserved = out;
      }
      for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge++) {
        const next = columnOf[edge]!;
        const there = outside - weight[edge]! + price[next]!;
        if (there < distance[next]! && there < end && chosen[edge] === 0) field.reach(next, there, out, edge);
      }
    }
  }
  if (endColumn < 0) return false;
  for (const near of field.reached()) if (distance[near]! < end) price[near]! += end - distance[near]!;
  if (unserved >= 0) placement.drop(unserved);
  for (let at = endColumn; at !== column; ) {
    const out = field.dropped[at]!;
    placement.drop(out);
    placement.choose(field.taken[at]!);
    at = columnOf[out]!;
  }
  field.clear();
  return true;
}

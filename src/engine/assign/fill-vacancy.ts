/**
 * Brings one row into a column that has too few for its price, or lets the price fall: the mirror of relieving.
 *
 * A column with free slots must have price 0 (complementary slackness), and one below its least load must get a row
 * even at a negative price: a subsidy. The search runs backwards from the column: who could come, who would follow
 * into the place that becomes free, until somebody is found who has no place yet, a column that can spare one, or a
 * price of 0. Prices of all columns nearer than that fall by what they lie nearer.
 */
import type { Placement } from './placement.ts';
import type { SearchField } from './search-field.ts';

/** False where nobody can come: then `field` holds the columns that want rows, and is not cleared. */
export function fillVacancy(
  column: number,
  placement: Placement,
  price: Float64Array,
  field: SearchField,
): boolean {
  const { graph, load, given, chosen, rowChosen } = placement;
  const { columnStart, columnEdges, rowStart, rowOf, columnOf, weight, capacity, demand } = graph;
  const { distance, queue } = field;
  let end = Number.POSITIVE_INFINITY;
  let endColumn = -1;
  let newcomer = -1;
  field.reach(column, 0, -1, -1);
  while (queue.size > 0) {
    const at = queue.takeNearest();
    const here = distance[at]!;
    if (here >= end) break;
    const spare = load[at]! - capacity.least[at]! - (at === column ? 0 : 1);
    if (spare >= 0 && here + price[at]! < end) {
      end = here + price[at]!;
      endColumn = at;
      newcomer = -1;
    }
    for (let i = columnStart[at]!; i < columnStart[at + 1]!; i++) {
      const edge = columnEdges[i]!;
      if (chosen[edge] !== 0) continue;
      const row = rowOf[edge]!;
      const inside = here + price[at]! - weight[edge]!;
      if (given[row]! < demand.most[row]! && inside < end) {
        end = inside;
        endColumn = at;
        newcomer = edge;
      }
      const first = rowStart[row]!;
      for (let j = first; j < first + given[row]!; j++) {
        const out = rowChosen[j]!;
        const from = columnOf[out]!;
        const there = inside + weight[out]! - price[from]!;
        if (there < distance[from]! && there < end) field.reach(from, there, out, edge);
      }
    }
  }
  if (endColumn < 0) return false;
  for (const near of field.reached()) if (distance[near]! < end) price[near]! -= end - distance[near]!;
  if (newcomer >= 0) placement.choose(newcomer);
  for (let at = endColumn; at !== column; ) {
    placement.drop(field.dropped[at]!);
    const edge = field.taken[at]!;
    placement.choose(edge);
    at = columnOf[edge]!;
  }
  field.clear();
  return true;
}

/**
 * Brings one row into a column that has too few for its price, or lets the price fall: the mirror of relieving.
 *
 * A column with free slots must have price 0 (complementary slackness). The search runs backwards from the column: who
 * could come, who would follow into the place that becomes free, until somebody is found who has no place yet, or a
 * price of 0. Prices of all columns nearer than that fall by what they lie nearer.
 */
import type { Placement } from './placement.ts';
import type { SearchField } from './search-field.ts';

/**
 * A bound from below on the net value of what each row has: whoever is better off than the search has reached need not
 * be looked at. It stays one while prices only fall, for then net values only rise.
 */
export class Contentment {
  readonly atLeast: Float64Array;
  private readonly rowOf: Int32Array;

  /** Rows that may get more are never content. */
  constructor({ graph, chosen, given }: Placement, price: Float64Array) {
    this.rowOf = graph.rowOf;
    this.atLeast = Float64Array.from(given, (count, row) =>
      count < graph.demand.most[row]! ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
    );
    for (let edge = 0; edge < chosen.length; edge++)
      if (chosen[edge] === 1) this.accept(edge, graph.weight[edge]! - price[graph.columnOf[edge]!]!);
  }

  accept(edge: number, net: number): void {
    const row = this.rowOf[edge]!;
    this.atLeast[row] = Math.min(this.atLeast[row]!, net);
  }
}

export function fillVacancy(
  column: number,
  placement: Placement,
  price: Float64Array,
  field: SearchField,
  content: Contentment,
): void {
  const { graph, load, given, chosen, rowChosen } = placement;
  const { columnStart, columnEdges, columnRow, columnWeight } = graph;
  const { rowStart, columnOf, weight, demand } = graph;
  const { distance, queue } = field;
  let end = Number.POSITIVE_INFINITY;
  let endColumn = column;
  let newcomer = -1;
  field.reach(column, 0, -1, -1);
  while (queue.size > 0) {
    const at = queue.takeNearest();
    const here = distance[at]!;
    if (here >= end) break;
    if ((at === column || load[at]! > 0) && here + price[at]! < end) {
      end = here + price[at]!;
      endColumn = at;
      newcomer = -1;
    }
    for (let i = columnStart[at]!; i < columnStart[at + 1]!; i++) {
      const row = columnRow[i]!;
      const inside = here + price[at]! - columnWeight[i]!;
      if (inside + content.atLeast[row]! >= end) continue;
      const edge = columnEdges[i]!;
      if (chosen[edge] !== 0) continue;
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
  for (const near of field.reached()) if (distance[near]! < end) price[near]! -= end - distance[near]!;
  if (newcomer >= 0) choose(newcomer);
  for (let at = endColumn; at !== column; ) {
    placement.drop(field.dropped[at]!);
    const edge = field.taken[at]!;
    choose(edge);
    at = columnOf[edge]!;
  }
  field.clear();

  function choose(edge: number): void {
    placement.choose(edge);
    content.accept(edge, weight[edge]! - price[columnOf[edge]!]!);
  }
}

/**
 * Of all prices that prove a plan optimal, the lowest: the price of a column is then exactly what one more slot there
 * would add to the total (the least competitive prices of Shapley & Shubik 1971; the right-hand derivative).
 *
 * One search from outside gives all of them: into each column the chain of moves that a new slot would start, with a
 * row that has no place yet or a column that can spare one at its beginning. The price falls by what is left over, down
 * to 0 where nobody would come.
 */
import type { Placement } from './placement.ts';
import type { SearchField } from './search-field.ts';

/** Prices must fit the placement (all reduced costs ≥ 0, free slots at price 0). Lowers them in place. */
export function lowerToLeastPrices(placement: Placement, price: Float64Array, field: SearchField): void {
  reachFromOutside(placement, price, field);
  while (field.queue.size > 0) moveOn(field.queue.takeNearest(), placement, price, field);
  for (let column = 0; column < price.length; column++)
    price[column]! -= Math.min(price[column]!, field.distance[column]!);
  field.clear();
}

function reachFromOutside(
  { graph, load, given, chosen }: Placement,
  price: Float64Array,
  field: SearchField,
) {
  const { rows, columns, rowStart, columnOf, weight, demand } = graph;
  for (let column = 0; column < columns; column++)
    if (load[column]! > 0) field.reach(column, price[column]!, -1, -1);
  for (let row = 0; row < rows; row++) {
    if (given[row]! >= demand.most[row]!) continue;
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge++) {
      const column = columnOf[edge]!;
      const there = price[column]! - weight[edge]!;
      if (chosen[edge] === 0 && there < field.distance[column]!) field.reach(column, there, -1, edge);
    }
  }
}

function moveOn(
  at: number,
  { graph, load, chosen, columnChosen }: Placement,
  price: Float64Array,
  field: SearchField,
) {
  const { columnStart, rowStart, rowOf, columnOf, weight } = graph;
  const { distance } = field;
  const first = columnStart[at]!;
  for (let i = first; i < first + load[at]!; i++) {
    const out = columnChosen[i]!;
    const row = rowOf[out]!;
    const outside = distance[at]! + weight[out]! - price[at]!;
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge++) {
      const next = columnOf[edge]!;
      const there = outside - weight[edge]! + price[next]!;
      if (there < distance[next]! && chosen[edge] === 0) field.reach(next, there, out, edge);
    }
  }
}

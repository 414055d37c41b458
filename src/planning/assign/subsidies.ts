/**
 * Prices of columns where one more slot could not be filled by anybody: all they have is what they must take. No
 * price of theirs is the lowest; so it is the highest one up to 0, a subsidy: what the last row that the column must
 * take costs the others.
 */
import type { Placement } from './placement.ts';
import type { SearchField } from './search-field.ts';

/** The other prices must be final. */
export function setSubsidies(
  cutOff: readonly number[],
  placement: Placement,
  price: Float64Array,
  field: SearchField,
): void {
  const inside = new Uint8Array(price.length);
  for (const column of cutOff) inside[column] = 1;
  lowerBelowAll(cutOff, placement, price);
  for (const column of cutOff)
    field.reach(column, Math.min(-price[column]!, roomBelowOthers(column, inside, placement, price)), -1, -1);
  while (field.queue.size > 0) lead(field.queue.takeNearest(), inside, placement, price, field);
  for (const column of cutOff) price[column]! += field.distance[column]!;
  field.clear();
}

/** Together, so that they fit one another as before: no further than any loss in the problem can ask for. */
function lowerBelowAll(cutOff: readonly number[], { graph }: Placement, price: Float64Array): void {
  let range = 1;
  for (const weight of graph.weight) range = Math.max(range, Math.abs(weight));
  for (const each of price) range = Math.max(range, Math.abs(each));
  for (const column of cutOff) price[column]! -= 4 * range;
}

/** How far the price may rise until a row would rather leave for a column outside, or for none. */
function roomBelowOthers(
  column: number,
  inside: Uint8Array,
  { graph, load, given, chosen, columnChosen }: Placement,
  price: Float64Array,
): number {
  const { columnStart, rowStart, rowOf, columnOf, weight, demand } = graph;
  let room = Number.POSITIVE_INFINITY;
  const first = columnStart[column]!;
  for (let i = first; i < first + load[column]!; i++) {
    const out = columnChosen[i]!;
    const row = rowOf[out]!;
    const net = weight[out]! - price[column]!;
    if (given[row]! > demand.least[row]!) room = Math.min(room, net);
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge++) {
      const other = columnOf[edge]!;
      if (chosen[edge] === 0 && inside[other] === 0)
        room = Math.min(room, net - weight[edge]! + price[other]!);
    }
  }
  return room;
}

/** A column's room also bounds those whose rows would come to it. */
function lead(
  column: number,
  inside: Uint8Array,
  { graph, given, chosen, rowChosen }: Placement,
  price: Float64Array,
  field: SearchField,
): void {
  const { columnStart, columnEdges, rowStart, rowOf, columnOf, weight } = graph;
  for (let i = columnStart[column]!; i < columnStart[column + 1]!; i++) {
    const edge = columnEdges[i]!;
    if (chosen[edge] !== 0) continue;
    const row = rowOf[edge]!;
    const room = field.distance[column]! + price[column]! - weight[edge]!;
    for (let j = rowStart[row]!; j < rowStart[row]! + given[row]!; j++) {
      const out = rowChosen[j]!;
      const from = columnOf[out]!;
      const there = room + weight[out]! - price[from]!;
      if (inside[from] === 1 && there < field.distance[from]!) field.reach(from, there, -1, -1);
    }
  }
}

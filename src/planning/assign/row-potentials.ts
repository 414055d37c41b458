/** For each row the smallest potential that fits plan and prices: between its best edge left out and its worst chosen. */
import type { Placement } from './placement.ts';

export function rowPotentials({ graph, given, chosen }: Placement, price: Float64Array): Float64Array {
  const { rows, rowStart, columnOf, weight, demand } = graph;
  const potential = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let best = given[row]! > demand.least[row]! ? 0 : Number.NEGATIVE_INFINITY;
    let worst = 0;
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge++) {
      const net = weight[edge]! - price[columnOf[edge]!]!;
      if (chosen[edge] === 0) best = Math.max(best, net);
      else worst = Math.min(worst, net);
    }
    potential[row] = best === Number.NEGATIVE_INFINITY ? worst : best;
  }
  return potential;
}

/** Every row takes what is best for it at the given prices, as if there were slots enough: optimal but for overloads. */
import type { CandidateGraph } from './candidate-graph.ts';
import type { Opening } from './opening.ts';
import { Placement } from './placement.ts';

export function firstChoices(graph: CandidateGraph, { price, held }: Opening): Placement {
  const { rows, rowStart, columnOf, weight, demand } = graph;
  const placement = new Placement(graph);
  const net = new Float64Array(weight.length);
  for (let edge = 0; edge < weight.length; edge++) net[edge] = weight[edge]! - price[columnOf[edge]!]!;
  for (let row = 0; row < rows; row++) {
    const end = rowStart[row + 1]!;
    for (let most = Math.min(demand.most[row]!, end - rowStart[row]!); placement.given[row]! < most; ) {
      const best = bestLeft(placement, net, held, rowStart[row]!, end);
      const needed = placement.given[row]! < demand.least[row]!;
      if (!needed && (net[best]! < 0 || (net[best] === 0 && held[best] === 0))) break;
      placement.choose(best);
    }
  }
  return placement;
}

/** Among equally good edges those held before others, then by column. */
function bestLeft(
  { chosen }: Placement,
  net: Float64Array,
  held: Uint8Array,
  start: number,
  end: number,
): number {
  let best = -1;
  for (let edge = start; edge < end; edge++) {
    if (chosen[edge] !== 0) continue;
    if (best < 0 || net[edge]! > net[best]! || (net[edge] === net[best] && held[edge]! > held[best]!))
      best = edge;
  }
  return best;
}

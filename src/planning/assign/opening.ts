/** Where a solution begins: prices, and edges that are taken first among equally good ones. */
import type { CandidateGraph } from './candidate-graph.ts';

export interface Opening {
  readonly price: Float64Array;
  readonly held: Uint8Array;
}

/** Takes an earlier answer's prices and plan for a beginning. */
export function openingFrom(
  { slotPrice, chosen }: { slotPrice: Float64Array; chosen: Int32Array },
  graph: CandidateGraph,
): Opening {
  const earlier = new Set(chosen);
  return {
    price: slotPrice.slice(),
    held: Uint8Array.from(graph.origin, (edge) => (earlier.has(edge) ? 1 : 0)),
  };
}

/**
 * A good guess to begin with: prices near the best ones, and who would stand where at them.
 *
 * An auction (Bertsekas 1979; for transportation Bertsekas & Castañón 1989): a row bids for its best columns up to
 * what makes them no better than its next choice, plus a step; a column keeps the highest bids that it has slots
 * for, and its price is the lowest bid kept. One round with a fixed step: the guess need not be right, for what
 * follows repairs it exactly, only near.
 */
import { BidHeaps } from './bid-heaps.ts';
import type { CandidateGraph } from './candidate-graph.ts';
import type { Opening } from './opening.ts';

/** The step in parts of the largest weight: smaller ones need more bids, larger ones leave more to repair. */
const STEPS_PER_LARGEST = 2048;
/** So many bids a row, then the auction breaks off: an impossible demand would bid for ever. */
const BIDS_PER_ROW = 64;

export function openingAuction(graph: CandidateGraph): Opening {
  const { rows, columns, rowStart, rowOf, columnOf, weight, demand } = graph;
  const largest = largestOf(weight);
  const step = Math.ceil(largest / STEPS_PER_LARGEST);
  const heaps = new BidHeaps(graph);
  const price = new Float64Array(columns);
  const held = new Uint8Array(weight.length);
  const given = new Int32Array(rows);
  for (let c = 0; c < columns; c++) if (graph.capacity.most[c]! <= 0) price[c] = 2 * largest;

  let waiting = Int32Array.from({ length: rows }, (_, row) => row);
  let left = rows * BIDS_PER_ROW;
  while (waiting.length > 0 && left > 0) {
    const again: number[] = [];
    for (const row of waiting) {
      for (
        let most = Math.min(demand.most[row]!, rowStart[row + 1]! - rowStart[row]!);
        given[row]! < most;
      ) {
        left--;
        let best = -1;
        let bestNet = Number.NEGATIVE_INFINITY;
        let nextNet = Number.NEGATIVE_INFINITY;
        const wanted = most - given[row]!;
        // the bid must beat the first choice that the row would do without
        for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge++) {
          if (held[edge]) continue;
          const net = weight[edge]! - price[columnOf[edge]!]!;
          if (net > bestNet) {
            nextNet = bestNet;
            bestNet = net;
            best = edge;
          } else if (net > nextNet) nextNet = net;
        }
        const needed = given[row]! < demand.least[row]!;
        if (best < 0 || (bestNet <= 0 && !needed)) break;
        const floor = needed ? -largest : 0;
        if (wanted > 1) nextNet = laterNet(graph, held, price, row, wanted);
        const bid = weight[best]! - Math.min(bestNet, Math.max(nextNet, floor)) + step;
        const column = columnOf[best]!;
        const lost = heaps.offer(column, best, bid);
        price[column] = heaps.price(column);
        if (lost === best) break;
        held[best] = 1;
        given[row]!++;
        if (lost >= 0) {
          held[lost] = 0;
          const loser = rowOf[lost]!;
          given[loser]!--;
          again.push(loser);
        }
      }
    }
    waiting = Int32Array.from(again);
  }
  return { price, held };
}

function largestOf(weight: Float64Array): number {
  let largest = 1;
  for (let edge = 0; edge < weight.length; edge++) largest = Math.max(largest, Math.abs(weight[edge]!));
  return largest;
}

/** Net of the best choice that remains when the row has taken `wanted` more. */
function laterNet(
  { rowStart, columnOf, weight }: CandidateGraph,
  held: Uint8Array,
  price: Float64Array,
  row: number,
  wanted: number,
): number {
  const nets: number[] = [];
  for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge++) {
    if (held[edge]) continue;
    const net = weight[edge]! - price[columnOf[edge]!]!;
    if (nets.length > wanted && net <= nets[wanted]!) continue;
    let at = nets.length > wanted ? wanted : nets.length;
    for (; at > 0 && nets[at - 1]! < net; at--) nets[at] = nets[at - 1]!;
    nets[at] = net;
  }
  return nets[wanted] ?? Number.NEGATIVE_INFINITY;
}

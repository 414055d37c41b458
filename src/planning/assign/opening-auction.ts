/**
 * A good guess to begin with: prices near the best ones, and who would stand where at them.
 *
 * An auction (Bertsekas 1979; for transportation Bertsekas & Castañón 1989): a row bids for its best column up to
 * what makes it no better than the choice that the row would do without, plus a step; a column keeps the highest bids
 * that it has slots for, and its price is the lowest bid kept. One round with a fixed step: the guess need not be
 * right, for what follows repairs it exactly, only near. (To go on with ever smaller steps until nothing is left to
 * repair is the cost scaling of Goldberg & Kennedy 1995; the last steps are the dear ones.)
 */
import type { Steps } from '../../engine/model/steps.ts';
import { BidHeaps } from './bid-heaps.ts';
import type { CandidateGraph } from './candidate-graph.ts';
import type { Opening } from './opening.ts';

/** The step in parts of the largest weight: smaller ones need more bids, larger ones leave more to repair. Measured. */
const STEPS_PER_LARGEST = 2048;
/** So many bids a row, then the auction breaks off: an impossible demand would bid for ever. */
const BIDS_PER_ROW = 64;

/** Rows that bid between two steps. */
const ROWS = 4096;

export function* openingAuction(graph: CandidateGraph): Steps<Opening> {
  const { rows, rowStart, rowOf, columnOf, weight, demand } = graph;
  const largest = largestOf(weight);
  const step = Math.ceil(largest / STEPS_PER_LARGEST);
  const heaps = new BidHeaps(graph);
  const price = Float64Array.from(graph.capacity, (slots) => (slots <= 0 ? 2 * largest : 0));
  const held = new Uint8Array(weight.length);
  const given = new Int32Array(rows);
  let left = rows * BIDS_PER_ROW;
  let outbid: number[] = [];
  let best = -1;
  /** The best nets of a row, best first; room for one after all that a row can want. */
  const nets = new Float64Array(longestRow(graph) + 1);
  let bidders = Int32Array.from({ length: rows }, (_, row) => row);
  while (bidders.length > 0 && left > 0) {
    for (let from = 0; from < bidders.length; from += ROWS) {
      for (const row of bidders.subarray(from, from + ROWS)) bidFor(row);
      yield 1 - left / (rows * BIDS_PER_ROW);
    }
    bidders = Int32Array.from(outbid);
    outbid = [];
  }
  return { price, held };

  /** Until the row has all that it wants at these prices, or loses a bid. */
  function bidFor(row: number): void {
    const most = Math.min(demand.most[row]!, rowStart[row + 1]! - rowStart[row]!);
    while (given[row]! < most) {
      left--;
      const needed = given[row]! < demand.least[row]!;
      const next = choicesOf(row, most - given[row]!);
      if (best < 0) return;
      const net = nets[0]!;
      if (net <= 0 && !needed) return;
      const without = Math.max(next, needed ? -largest : 0);
      const lost = heaps.offer(columnOf[best]!, best, weight[best]! - Math.min(net, without) + step);
      price[columnOf[best]!] = heaps.price(columnOf[best]!);
      if (lost === best) return;
      held[best] = 1;
      given[row]!++;
      if (lost < 0) continue;
      held[lost] = 0;
      given[rowOf[lost]!]!--;
      outbid.push(rowOf[lost]!);
    }
  }

  /** Finds the best edge not held. Net value of the choice after the `taken` best ones; −∞ where there are no more. */
  function choicesOf(row: number, taken: number): number {
    let count = 0;
    best = -1;
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge++) {
      const net = weight[edge]! - price[columnOf[edge]!]!;
      if (held[edge] === 1 || (count > taken && net <= nets[taken]!)) continue;
      let at = count > taken ? taken : count++;
      for (; at > 0 && nets[at - 1]! < net; at--) nets[at] = nets[at - 1]!;
      nets[at] = net;
      if (at === 0) best = edge;
    }
    return count > taken ? nets[taken]! : Number.NEGATIVE_INFINITY;
  }
}

function longestRow({ rows, rowStart }: CandidateGraph): number {
  let longest = 0;
  for (let row = 0; row < rows; row++) longest = Math.max(longest, rowStart[row + 1]! - rowStart[row]!);
  return longest;
}

function largestOf(weight: Float64Array): number {
  let largest = 1;
  for (let edge = 0; edge < weight.length; edge++) largest = Math.max(largest, Math.abs(weight[edge]!));
  return largest;
}

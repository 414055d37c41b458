/**
 * Exact search. A node is a set with the candidates that may still join. Submodularity bounds what they can add: no
 * more than the sum of the highest present gains that there is room for (Nemhauser & Wolsey 1981); with floor area
 * also the fractional knapsack over present gains (Dantzig 1957); and no part can come to more than if all joined.
 * Depth first, joining before staying out.
 */
import { emptyPark, type GrowingPark, hasRoom, type ParkNumbers, parkOf } from './park-value.ts';

export interface Searched {
  readonly best: GrowingPark;
  /** No set is worth more. */
  readonly bound: number;
  /** The search was ended by the node limit where this is false and `bound` is above the value. */
  readonly complete: boolean;
}

interface Node {
  readonly park: GrowingPark;
  readonly open: readonly number[];
  /** Inherited: a child is worth no more than its parent's bound. */
  readonly bound: number;
}

export function searchExactly(numbers: ParkNumbers, start: GrowingPark, mostNodes: number): Searched {
  let best = start;
  const all = Array.from({ length: numbers.size }, (_, candidate) => candidate);
  const nodes: Node[] = [{ park: emptyPark(numbers), open: all, bound: Number.POSITIVE_INFINITY }];
  for (let looked = 0; nodes.length > 0; looked++) {
    if (looked === mostNodes) {
      const open = nodes.reduce((top, node) => Math.max(top, boundOf(numbers, node).bound), best.value);
      const bound = Math.min(open, fromBest(numbers, best));
      return { best, bound, complete: bound === best.value };
    }
    const node = nodes.pop()!;
    if (node.bound <= best.value) continue;
    const { bound, first, open } = boundOf(numbers, node);
    if (node.park.value > best.value) best = parkOf(numbers, node.park.members);
    if (bound <= best.value || first === undefined) continue;
    const rest = open.filter((candidate) => candidate !== first);
    nodes.push({ park: node.park, open: rest, bound });
    const joined = node.park.copy();
    joined.add(first);
    nodes.push({ park: joined, open: rest, bound });
  }
  return { best, bound: best.value, complete: true };
}

/** No set is worth more than this one and the highest gains over it (Minoux 1978; Leskovec et al. 2007, §3.2). */
function fromBest(numbers: ParkNumbers, best: GrowingPark): number {
  const gains = Array.from({ length: numbers.size }, (_, candidate) => best.gain(candidate));
  const added = gains.sort((a, b) => b - a).slice(0, numbers.most);
  return best.value + added.reduce((sum, gain) => sum + gain, 0);
}

function boundOf(numbers: ParkNumbers, { park, open, bound }: Node) {
  const gains = open
    .filter((candidate) => hasRoom(numbers, park.members, candidate))
    .map((candidate) => ({ candidate, gain: park.gain(candidate) }))
    .sort((a, b) => b.gain - a.gain || a.candidate - b.candidate);
  const places = numbers.most - park.members.length;
  const byPlaces = gains.slice(0, places).reduce((sum, { gain }) => sum + gain, 0);
  const added = Math.min(byPlaces, byArea(numbers, park, gains));
  const candidates = gains.map(({ candidate }) => candidate);
  return {
    bound: Math.min(bound, park.value + added, byParts(numbers, park, candidates, places)),
    first: gains[0]?.candidate,
    open: candidates,
  };
}

/** Chain, cohesion and needs as if all joined; affinities of as many as there are places for. */
function byParts(
  numbers: ParkNumbers,
  park: GrowingPark,
  candidates: readonly number[],
  places: number,
): number {
  const all = park.copy();
  for (const candidate of candidates) all.add(candidate);
  const { chain, cohesion, shared } = all.parts();
  const { host, pilot } = park.parts();
  const affinities = candidates.map((candidate) => numbers.host[candidate]! + numbers.pilot[candidate]!);
  const best = affinities.sort((a, b) => b - a).slice(0, places);
  return chain + cohesion + shared + host + pilot + best.reduce((sum, units) => sum + units, 0);
}

function byArea(
  { area }: ParkNumbers,
  park: GrowingPark,
  gains: readonly { readonly candidate: number; readonly gain: number }[],
): number {
  if (!area) return Number.POSITIVE_INFINITY;
  let left = area.free - park.members.reduce((sum, member) => sum + area.each[member]!, 0);
  let sum = 0;
  const dense = gains
    .map(({ candidate, gain }) => ({ candidate, gain, each: area.each[candidate]! }))
    .sort((a, b) => b.gain * a.each - a.gain * b.each || a.candidate - b.candidate);
  for (const { gain, each } of dense) {
    if (each > left) return Math.ceil(sum + (gain * left) / each);
    sum += gain;
    left -= each;
  }
  return sum;
}

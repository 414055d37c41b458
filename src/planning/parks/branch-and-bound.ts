/**
 * Exact search over decisions (result, host). A node is a seated set with the candidates that may still join.
 * Submodularity bounds what they can add: no more than the sum of the highest present gains that there is room for
 * (Nemhauser & Wolsey 1981); with floor area also the fractional knapsack over present gains (Dantzig 1957); and no
 * part can come to more than if all joined. With two hosts a gain is that at the better one with room, and their
 * places and areas are taken together: never too low. Depth first, joining before staying out, the better host before
 * the other.
 */
import { emptyPark, type GrowingPark, type ParkNumbers } from './park-value.ts';
import { bestSeat, NO_SEAT } from './seats.ts';

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
    if (node.park.value > best.value) best = node.park;
    if (bound <= best.value || first === undefined) continue;
    const rest = open.filter((candidate) => candidate !== first);
    nodes.push({ park: node.park, open: rest, bound });
    for (const seat of seatsOf(numbers, node.park, first)) {
      const joined = node.park.copy();
      joined.add(first, seat);
      nodes.push({ park: joined, open: rest, bound });
    }
  }
  return { best, bound: best.value, complete: true };
}

/** The hosts with room, the one where it earns most last: what was pushed last is looked at first. */
function seatsOf({ hosts }: ParkNumbers, park: GrowingPark, candidate: number): number[] {
  return hosts
    .map(({ units }, seat) => ({ seat, units: units[candidate]! }))
    .filter(({ seat }) => park.hasRoom(candidate, seat))
    .sort((a, b) => a.units - b.units || b.seat - a.seat)
    .map(({ seat }) => seat);
}

/** No set is worth more than this one and the highest gains over it (Minoux 1978; Leskovec et al. 2007, §3.2). */
function fromBest(numbers: ParkNumbers, best: GrowingPark): number {
  const seated = new Map(best.members.map((member, i) => [member, best.seats[i]!]));
  const gains = Array.from({ length: numbers.size }, (_, candidate) => {
    const at = seated.get(candidate);
    const earned = numbers.hosts.map(({ units, fits }, seat) => {
      if (!fits[candidate]) return 0;
      return at === undefined
        ? best.gain(candidate, seat)
        : units[candidate]! - numbers.hosts[at]!.units[candidate]!;
    });
    return Math.max(0, ...earned);
  });
  const added = gains.sort((a, b) => b - a).slice(0, numbers.most);
  return best.value + added.reduce((sum, gain) => sum + gain, 0);
}

interface Gain {
  readonly candidate: number;
  /** The host with room where it earns most. */
  readonly seat: number;
  readonly gain: number;
}

function boundOf(numbers: ParkNumbers, { park, open, bound }: Node) {
  const gains = open
    .map((candidate) => ({ candidate, seat: bestSeat(numbers, park, candidate) }))
    .filter(({ seat }) => seat !== NO_SEAT)
    .map(({ candidate, seat }): Gain => ({ candidate, seat, gain: park.gain(candidate, seat) }))
    .sort((a, b) => b.gain - a.gain || a.candidate - b.candidate);
  const places = placesLeft(numbers, park);
  const byPlaces = gains.slice(0, places).reduce((sum, { gain }) => sum + gain, 0);
  const added = Math.min(byPlaces, byArea(numbers, park, gains));
  return {
    bound: Math.min(bound, park.value + added, byParts(numbers, park, gains, places)),
    first: gains[0]?.candidate,
    open: gains.map(({ candidate }) => candidate),
  };
}

function placesLeft({ most, hosts }: ParkNumbers, { members, seats }: GrowingPark): number {
  const left = hosts.map(({ slots }, seat) =>
    slots === null ? most : slots - seats.filter((taken) => taken === seat).length,
  );
  return Math.min(
    most - members.length,
    left.reduce((sum, places) => sum + places, 0),
  );
}

/** Chain, cohesion and needs as if all joined; affinities of as many as there are places for. */
function byParts(numbers: ParkNumbers, park: GrowingPark, gains: readonly Gain[], places: number): number {
  const all = park.copy();
  for (const { candidate, seat } of gains) all.add(candidate, seat);
  const { chain, cohesion, shared } = all.parts();
  const { host, pilot } = park.parts();
  const affinities = gains.map(
    ({ candidate, seat }) => numbers.hosts[seat]!.units[candidate]! + numbers.pilot[candidate]!,
  );
  const best = affinities.sort((a, b) => b - a).slice(0, places);
  return chain + cohesion + shared + host + pilot + best.reduce((sum, units) => sum + units, 0);
}

function byArea({ hosts, areas }: ParkNumbers, park: GrowingPark, gains: readonly Gain[]): number {
  const free = hosts.reduce((sum, { areaM2 }) => sum + (areaM2 ?? Number.POSITIVE_INFINITY), 0);
  if (free === Number.POSITIVE_INFINITY) return free;
  let left = free - park.members.reduce((sum, member) => sum + areas[member]!, 0);
  let sum = 0;
  const dense = gains
    .map(({ candidate, gain }) => ({ candidate, gain, each: areas[candidate]! }))
    .sort((a, b) => b.gain * a.each - a.gain * b.each || a.candidate - b.candidate);
  for (const { gain, each } of dense) {
    if (each > left) return Math.ceil(sum + (gain * left) / each);
    sum += gain;
    left -= each;
  }
  return sum;
}

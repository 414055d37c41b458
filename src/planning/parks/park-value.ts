/**
 * The value F(S) of a set of results as a park, over numbers alone. In whole millionths of a point, so that sums are
 * the same bits in any order and marginal gains add up to the value exactly.
 *
 *   F(S) = Σ_l max_{i∈S} links[i,l]            weighted coverage of the value chain
 *        + Σ_{i∈S} (host[seat(i)][i] + pilot[i])   affinity with the host where it sits, and with the platform
 *        + Σ_j max_{i∈S} kin[i,j]              facility location over the theme's candidates
 *        + min(cap, Σ_c shared[count_c(S)])    concave in how many ask for the same
 *
 * Each line is monotone and submodular (Nemhauser, Wolsey & Fisher 1978; Krause & Golovin 2014, §1.2); a truncated
 * monotone submodular function is one too. With two hosts that is so over decisions (result, host), each result with
 * one of them at most, where that host is a possible match: counting a result that were given both once, with its
 * better host, extends F to all sets of decisions, and a coverage of what decisions stand for is as submodular as one
 * of the results.
 */

export const UNIT = 1_000_000;

/** A host: what it has room for, and what each candidate earns there. */
export interface HostNumbers {
  /** Members and m² at most; null where that is unknown. */
  readonly slots: number | null;
  readonly areaM2: number | null;
  /** By candidate, whether it may sit there: only where the host is at least a possible match. */
  readonly fits: readonly boolean[];
  readonly units: readonly number[];
}

/** A theme's candidates with hosts and a platform, as numbers; candidates are numbered in the order of their ids. */
export interface ParkNumbers {
  readonly size: number;
  /** Members at most, in all. */
  readonly most: number;
  /** Floor area of each candidate, m². */
  readonly areas: readonly number[];
  /** One or two; a park without a host has one without limits where nobody earns anything. */
  readonly hosts: readonly HostNumbers[];
  /** By candidate, what it earns on each link of the chain. */
  readonly links: readonly (readonly number[])[];
  readonly pilot: readonly number[];
  /** By candidate, the candidates that it is near to, itself among them, and what it earns for each. */
  readonly kin: readonly (readonly (readonly [candidate: number, units: number])[])[];
  /** By candidate, the numbers of the needs that it has. */
  readonly needs: readonly (readonly number[])[];
  readonly needCount: number;
  /** What a need earns by how many members have it: 0, 1, 2 … */
  readonly shared: readonly number[];
  readonly sharedCap: number;
}

export interface ParkParts {
  readonly chain: number;
  readonly host: number;
  readonly pilot: number;
  readonly cohesion: number;
  readonly shared: number;
}

/** A set that grows member by member. */
export interface GrowingPark {
  readonly members: readonly number[];
  /** The number of the host where each member sits, in the order of `members`. */
  readonly seats: readonly number[];
  readonly value: number;
  /** What one more would add at that host; 0 for a member. */
  gain(candidate: number, seat: number): number;
  add(candidate: number, seat: number): void;
  /** Whether one more may still join at that host. */
  hasRoom(candidate: number, seat: number): boolean;
  parts(): ParkParts;
  copy(): GrowingPark;
}

export function emptyPark(numbers: ParkNumbers): GrowingPark {
  return grown(numbers, {
    members: [],
    seats: [],
    used: numbers.hosts.map(() => ({ slots: 0, areaM2: 0 })),
    links: new Float64Array(numbers.links[0]?.length ?? 0),
    near: new Float64Array(numbers.size),
    counts: new Int32Array(numbers.needCount),
    flat: { host: 0, pilot: 0, chain: 0, cohesion: 0, needs: 0 },
  });
}

/** Whoever is not told where sits at the first host. */
export function parkOf(
  numbers: ParkNumbers,
  members: readonly number[],
  seats: readonly number[] = [],
): GrowingPark {
  const park = emptyPark(numbers);
  members.forEach((member, i) => {
    park.add(member, seats[i] ?? 0);
  });
  return park;
}

interface Inside {
  readonly members: number[];
  readonly seats: number[];
  readonly used: readonly { slots: number; areaM2: number }[];
  readonly links: Float64Array;
  readonly near: Float64Array;
  readonly counts: Int32Array;
  readonly flat: { host: number; pilot: number; chain: number; cohesion: number; needs: number };
}

function grown(numbers: ParkNumbers, inside: Inside): GrowingPark {
  const { members, seats, used, links, near, counts, flat } = inside;
  const chainGain = (i: number) =>
    numbers.links[i]!.reduce((sum, units, l) => sum + Math.max(0, units - links[l]!), 0);
  const cohesionGain = (i: number) =>
    numbers.kin[i]!.reduce((sum, [j, units]) => sum + Math.max(0, units - near[j]!), 0);
  const needsGain = (i: number) =>
    numbers.needs[i]!.reduce(
      (sum, need) => sum + numbers.shared[counts[need]! + 1]! - numbers.shared[counts[need]!]!,
      0,
    );
  const hostGain = (i: number, seat: number) => numbers.hosts[seat]!.units[i]!;
  const capped = (needs: number) => Math.min(numbers.sharedCap, needs);
  const parts = () => ({
    chain: flat.chain,
    host: flat.host,
    pilot: flat.pilot,
    cohesion: flat.cohesion,
    shared: capped(flat.needs),
  });
  return {
    members,
    seats,
    get value() {
      return flat.chain + flat.host + flat.pilot + flat.cohesion + capped(flat.needs);
    },
    gain(i, seat) {
      if (members.includes(i)) return 0;
      const shared = capped(flat.needs + needsGain(i)) - capped(flat.needs);
      return chainGain(i) + hostGain(i, seat) + numbers.pilot[i]! + cohesionGain(i) + shared;
    },
    hasRoom(i, seat) {
      if (members.length >= numbers.most) return false;
      const { slots, areaM2, fits } = numbers.hosts[seat]!;
      const taken = used[seat]!;
      return (
        fits[i]! &&
        (slots === null || taken.slots < slots) &&
        (areaM2 === null || taken.areaM2 + numbers.areas[i]! <= areaM2)
      );
    },
    add(i, seat) {
      if (members.includes(i)) return;
      flat.chain += chainGain(i);
      flat.host += hostGain(i, seat);
      flat.pilot += numbers.pilot[i]!;
      flat.cohesion += cohesionGain(i);
      flat.needs += needsGain(i);
      numbers.links[i]!.forEach((units, l) => {
        links[l] = Math.max(links[l]!, units);
      });
      for (const [j, units] of numbers.kin[i]!) near[j] = Math.max(near[j]!, units);
      for (const need of numbers.needs[i]!) counts[need]!++;
      members.push(i);
      seats.push(seat);
      used[seat]!.slots++;
      used[seat]!.areaM2 += numbers.areas[i]!;
    },
    parts,
    copy: () =>
      grown(numbers, {
        members: [...members],
        seats: [...seats],
        used: used.map((taken) => ({ ...taken })),
        links: links.slice(),
        near: near.slice(),
        counts: counts.slice(),
        flat: { ...flat },
      }),
  };
}

/**
 * The value F(S) of a set of results as a park, over numbers alone. In whole millionths of a point, so that sums are
 * the same bits in any order and marginal gains add up to the value exactly.
 *
 *   F(S) = Σ_l max_{i∈S} links[i,l]            weighted coverage of the value chain
 *        + Σ_{i∈S} (host[i] + pilot[i])        affinity with the sites: max over the sites chosen, additive in members
 *        + Σ_j max_{i∈S} kin[i,j]              facility location over the theme's candidates
 *        + min(cap, Σ_c shared[count_c(S)])    concave in how many ask for the same
 *
 * Each line is monotone and submodular (Nemhauser, Wolsey & Fisher 1978; Krause & Golovin 2014, §1.2); a truncated
 * monotone submodular function is one too.
 */

export const UNIT = 1_000_000;

/** A theme's candidates with a host and a platform, as numbers; candidates are numbered in the order of their ids. */
export interface ParkNumbers {
  readonly size: number;
  /** Members at most. */
  readonly most: number;
  /** Floor area of each candidate and all there is, m²; null where the host's is unknown. */
  readonly area: { readonly each: readonly number[]; readonly free: number } | null;
  /** By candidate, what it earns on each link of the chain. */
  readonly links: readonly (readonly number[])[];
  readonly host: readonly number[];
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
  readonly value: number;
  /** What one more would add; 0 for a member. */
  gain(candidate: number): number;
  add(candidate: number): void;
  parts(): ParkParts;
  copy(): GrowingPark;
}

export function emptyPark(numbers: ParkNumbers): GrowingPark {
  return grown(numbers, {
    members: [],
    links: new Float64Array(numbers.links[0]?.length ?? 0),
    near: new Float64Array(numbers.size),
    counts: new Int32Array(numbers.needCount),
    flat: { host: 0, pilot: 0, chain: 0, cohesion: 0, needs: 0 },
  });
}

export function parkOf(numbers: ParkNumbers, members: readonly number[]): GrowingPark {
  const park = emptyPark(numbers);
  for (const member of members) park.add(member);
  return park;
}

/** Whether a candidate may still join. */
export function hasRoom(numbers: ParkNumbers, members: readonly number[], candidate: number): boolean {
  if (members.length >= numbers.most) return false;
  const { area } = numbers;
  if (!area) return true;
  return members.reduce((sum, member) => sum + area.each[member]!, area.each[candidate]!) <= area.free;
}

interface Inside {
  readonly members: number[];
  readonly links: Float64Array;
  readonly near: Float64Array;
  readonly counts: Int32Array;
  readonly flat: { host: number; pilot: number; chain: number; cohesion: number; needs: number };
}

function grown(numbers: ParkNumbers, inside: Inside): GrowingPark {
  const { members, links, near, counts, flat } = inside;
  const chainGain = (i: number) =>
    numbers.links[i]!.reduce((sum, units, l) => sum + Math.max(0, units - links[l]!), 0);
  const cohesionGain = (i: number) =>
    numbers.kin[i]!.reduce((sum, [j, units]) => sum + Math.max(0, units - near[j]!), 0);
  const needsGain = (i: number) =>
    numbers.needs[i]!.reduce(
      (sum, need) => sum + numbers.shared[counts[need]! + 1]! - numbers.shared[counts[need]!]!,
      0,
    );
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
    get value() {
      return flat.chain + flat.host + flat.pilot + flat.cohesion + capped(flat.needs);
    },
    gain(i) {
      if (members.includes(i)) return 0;
      const shared = capped(flat.needs + needsGain(i)) - capped(flat.needs);
      return chainGain(i) + numbers.host[i]! + numbers.pilot[i]! + cohesionGain(i) + shared;
    },
    add(i) {
      if (members.includes(i)) return;
      flat.chain += chainGain(i);
      flat.host += numbers.host[i]!;
      flat.pilot += numbers.pilot[i]!;
      flat.cohesion += cohesionGain(i);
      flat.needs += needsGain(i);
      numbers.links[i]!.forEach((units, l) => {
        links[l] = Math.max(links[l]!, units);
      });
      for (const [j, units] of numbers.kin[i]!) near[j] = Math.max(near[j]!, units);
      for (const need of numbers.needs[i]!) counts[need]!++;
      members.push(i);
    },
    parts,
    copy: () =>
      grown(numbers, {
        members: [...members],
        links: links.slice(),
        near: near.slice(),
        counts: counts.slice(),
        flat: { ...flat },
      }),
  };
}

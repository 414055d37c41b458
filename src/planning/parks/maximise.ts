/** The best members of a theme: greedy, improved by exchanges, then by exact search as far as it comes. */
import { searchExactly } from './branch-and-bound.ts';
import { lazyGreedy } from './lazy-greedy.ts';
import { emptyPark, type GrowingPark, type ParkNumbers } from './park-value.ts';
import { MOST_NODES } from './settings.ts';
import { improveBySwaps } from './swaps.ts';

export interface Composition {
  /** In the order in which they join, each with its host's number and what it adds; the gains sum to the value. */
  readonly joining: readonly { readonly candidate: number; readonly seat: number; readonly gain: number }[];
  readonly park: GrowingPark;
  /** No choice of members is worth more. */
  readonly bound: number;
  readonly proven: boolean;
}

/** Good members without proof: never below greedy. */
export function composeQuickly(numbers: ParkNumbers): GrowingPark {
  const greedy = lazyGreedy(numbers);
  if (allSeated(numbers, greedy)) return greedy;
  if (numbers.hosts.every(({ areaM2 }) => areaM2 === null)) return improveBySwaps(numbers, greedy);
  // with a knapsack the better of both orders (Leskovec et al. 2007)
  const byArea = lazyGreedy(numbers, (gain, candidate) => gain / Math.max(1, numbers.areas[candidate]!));
  return improveBySwaps(numbers, byArea.value > greedy.value ? byArea : greedy);
}

export function compose(numbers: ParkNumbers, mostNodes: number = MOST_NODES): Composition {
  const quick = composeQuickly(numbers);
  const { best, bound, complete } = allSeated(numbers, quick)
    ? { best: quick, bound: quick.value, complete: true }
    : searchExactly(numbers, quick, mostNodes);
  const joining = inOrderOfJoining(numbers, best);
  return { joining, park: best, bound, proven: complete };
}

/** All joined whom a host fits, each where it earns most: nothing can be worth more. */
function allSeated({ areas, hosts }: ParkNumbers, { members, seats }: GrowingPark): boolean {
  const fitting = areas.filter((_, candidate) => hosts.some(({ fits }) => fits[candidate]));
  return (
    members.length === fitting.length &&
    members.every((member, i) =>
      hosts.every(({ units }) => units[member]! <= hosts[seats[i]!]!.units[member]!),
    )
  );
}

/** Among the members the highest gain joins first; ties in the order of candidates. */
function inOrderOfJoining(numbers: ParkNumbers, { members, seats }: GrowingPark): Composition['joining'] {
  const park = emptyPark(numbers);
  const waiting = members
    .map((candidate, i) => ({ candidate, seat: seats[i]! }))
    .sort((a, b) => a.candidate - b.candidate);
  const joining: { candidate: number; seat: number; gain: number }[] = [];
  while (waiting.length > 0) {
    const gains = waiting.map(({ candidate, seat }) => park.gain(candidate, seat));
    const gain = Math.max(...gains);
    const [next] = waiting.splice(gains.indexOf(gain), 1);
    park.add(next!.candidate, next!.seat);
    joining.push({ ...next!, gain });
  }
  return joining;
}

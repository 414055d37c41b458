/** The best members of a theme: greedy, improved by exchanges, then by exact search as far as it comes. */
import { searchExactly } from './branch-and-bound.ts';
import { lazyGreedy } from './lazy-greedy.ts';
import { emptyPark, type GrowingPark, type ParkNumbers } from './park-value.ts';
import { MOST_NODES } from './settings.ts';
import { improveBySwaps } from './swaps.ts';

export interface Composition {
  /** In the order in which they join, each with what it adds; the gains sum to the value. */
  readonly joining: readonly { readonly candidate: number; readonly gain: number }[];
  readonly park: GrowingPark;
  /** No choice of members is worth more. */
  readonly bound: number;
  readonly proven: boolean;
}

/** Good members without proof: never below greedy. */
export function composeQuickly(numbers: ParkNumbers): GrowingPark {
  const greedy = lazyGreedy(numbers);
  if (greedy.members.length === numbers.size) return greedy;
  const { area } = numbers;
  if (!area) return improveBySwaps(numbers, greedy);
  // with a knapsack the better of both orders (Leskovec et al. 2007)
  const byArea = lazyGreedy(numbers, (gain, candidate) => gain / Math.max(1, area.each[candidate]!));
  return improveBySwaps(numbers, byArea.value > greedy.value ? byArea : greedy);
}

export function compose(numbers: ParkNumbers, mostNodes: number = MOST_NODES): Composition {
  const quick = composeQuickly(numbers);
  const { best, bound, complete } =
    quick.members.length === numbers.size
      ? { best: quick, bound: quick.value, complete: true }
      : searchExactly(numbers, quick, mostNodes);
  const joining = inOrderOfJoining(numbers, best.members);
  return { joining, park: best, bound, proven: complete };
}

/** Among the members the highest gain joins first; ties in the order of candidates. */
function inOrderOfJoining(numbers: ParkNumbers, members: readonly number[]): Composition['joining'] {
  const park = emptyPark(numbers);
  const waiting = [...members].sort((a, b) => a - b);
  const joining: { candidate: number; gain: number }[] = [];
  while (waiting.length > 0) {
    const gains = waiting.map((candidate) => park.gain(candidate));
    const gain = Math.max(...gains);
    const [candidate] = waiting.splice(gains.indexOf(gain), 1);
    park.add(candidate!);
    joining.push({ candidate: candidate!, gain });
  }
  return joining;
}

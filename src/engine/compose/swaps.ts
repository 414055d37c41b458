/** Exchanges one member for one candidate while that raises the value: the best exchange each time. */
import { type GrowingPark, hasRoom, type ParkNumbers, parkOf } from './park-value.ts';

/** Every exchange raises a whole number, so they end; this only bounds how long a large theme may take. */
const MOST_SWAPS = 50;

export function improveBySwaps(numbers: ParkNumbers, start: GrowingPark): GrowingPark {
  let park = start;
  for (let swaps = 0; swaps < MOST_SWAPS; swaps++) {
    const better = bestSwap(numbers, park);
    if (!better) return park;
    park = better;
  }
  return park;
}

function bestSwap(numbers: ParkNumbers, park: GrowingPark): GrowingPark | null {
  let best: { readonly rest: GrowingPark; readonly candidate: number; readonly value: number } | null = null;
  for (const leaving of park.members) {
    const rest = parkOf(
      numbers,
      park.members.filter((member) => member !== leaving),
    );
    for (let candidate = 0; candidate < numbers.size; candidate++) {
      if (park.members.includes(candidate) || !hasRoom(numbers, rest.members, candidate)) continue;
      const value = rest.value + rest.gain(candidate);
      if (value > (best?.value ?? park.value)) best = { rest, candidate, value };
    }
  }
  best?.rest.add(best.candidate);
  return best?.rest ?? null;
}

/**
 * Exchanges one member for one candidate while that raises the value: the best exchange each time; then seats, and whom
 * moving lets in.
 */
import { admitByMoving } from './admissions.ts';
import { type GrowingPark, type ParkNumbers, parkOf } from './park-value.ts';
import { bestSeat, improveSeats, NO_SEAT } from './seats.ts';

/** Every exchange raises a whole number, so they end; this only bounds how long a large theme may take. */
const MOST_SWAPS = 50;

export function improveBySwaps(numbers: ParkNumbers, start: GrowingPark): GrowingPark {
  let park = seated(numbers, start);
  for (let swaps = 0; swaps < MOST_SWAPS; swaps++) {
    const better = bestSwap(numbers, park);
    if (!better) return park;
    park = seated(numbers, better);
  }
  return park;
}

/** The best seats for these members, and whoever else can be let in by moving one of them. */
export function seated(numbers: ParkNumbers, park: GrowingPark): GrowingPark {
  return improveSeats(numbers, admitByMoving(numbers, park));
}

function bestSwap(numbers: ParkNumbers, park: GrowingPark): GrowingPark | null {
  let best: {
    readonly rest: GrowingPark;
    readonly candidate: number;
    readonly seat: number;
    readonly value: number;
  } | null = null;
  for (let leaving = 0; leaving < park.members.length; leaving++) {
    const rest = parkOf(numbers, park.members.toSpliced(leaving, 1), park.seats.toSpliced(leaving, 1));
    for (let candidate = 0; candidate < numbers.size; candidate++) {
      if (park.members.includes(candidate)) continue;
      const seat = bestSeat(numbers, rest, candidate);
      if (seat === NO_SEAT) continue;
      const value = rest.value + rest.gain(candidate, seat);
      if (value > (best?.value ?? park.value)) best = { rest, candidate, seat, value };
    }
  }
  best?.rest.add(best.candidate, best.seat);
  return best?.rest ?? null;
}

/**
 * The candidate with the highest marginal gain joins, again and again. Gains only fall while a set grows, so an old
 * gain is an upper bound and most need not be computed again (lazy evaluation: Minoux 1978). With a bound on the
 * number of members alone the value is at least 1 − 1/e of the best (Nemhauser, Wolsey & Fisher 1978).
 */
import { emptyPark, type GrowingPark, hasRoom, type ParkNumbers } from './park-value.ts';

/** `rate`: what a gain counts for in the order of joining, e.g. by area; itself unless told. */
export function lazyGreedy(
  numbers: ParkNumbers,
  rate: (gain: number, candidate: number) => number = (gain) => gain,
): GrowingPark {
  const park = emptyPark(numbers);
  const waiting = Array.from({ length: numbers.size }, (_, candidate) => ({
    candidate,
    bound: rate(park.gain(candidate), candidate),
    asOf: 0,
  }));
  for (;;) {
    waiting.sort((a, b) => b.bound - a.bound || a.candidate - b.candidate);
    const next = waiting.findIndex(({ candidate }) => hasRoom(numbers, park.members, candidate));
    if (next < 0) return park;
    const first = waiting[next]!;
    if (first.asOf === park.members.length) {
      park.add(first.candidate);
      waiting.splice(next, 1);
    } else {
      first.bound = rate(park.gain(first.candidate), first.candidate);
      first.asOf = park.members.length;
    }
  }
}

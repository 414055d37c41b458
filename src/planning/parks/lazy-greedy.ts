/**
 * The candidate with the highest marginal gain joins, at the host with room where it earns most, again and again. Gains
 * only fall while a set grows and seats go, so an old gain is an upper bound and most need not be computed again (lazy
 * evaluation: Minoux 1978). With one host and a bound on the number of members alone the value is at least 1 − 1/e of
 * the best (Nemhauser, Wolsey & Fisher 1978); with two it is a third (Fisher, Nemhauser & Wolsey 1978: two matroids,
 * one host for each result and so many results for each host).
 */
import { emptyPark, type GrowingPark, type ParkNumbers } from './park-value.ts';
import { bestSeat, NO_SEAT } from './seats.ts';

/** `rate`: what a gain counts for in the order of joining, e.g. by area; itself unless told. */
export function lazyGreedy(
  numbers: ParkNumbers,
  rate: (gain: number, candidate: number) => number = (gain) => gain,
): GrowingPark {
  const park = emptyPark(numbers);
  const seatOf = (candidate: number) => bestSeat(numbers, park, candidate);
  const rated = (candidate: number, seat: number) => rate(park.gain(candidate, seat), candidate);
  const waiting = Array.from({ length: numbers.size }, (_, candidate) => candidate)
    .map((candidate) => ({ candidate, seat: seatOf(candidate) }))
    .filter(({ seat }) => seat !== NO_SEAT)
    .map(({ candidate, seat }) => ({ candidate, bound: rated(candidate, seat), asOf: 0 }));
  for (;;) {
    waiting.sort((a, b) => b.bound - a.bound || a.candidate - b.candidate);
    const next = waiting.findIndex(({ candidate }) => seatOf(candidate) !== NO_SEAT);
    if (next < 0) return park;
    const first = waiting[next]!;
    const seat = seatOf(first.candidate);
    if (first.asOf === park.members.length) {
      park.add(first.candidate, seat);
      waiting.splice(next, 1);
    } else {
      first.bound = rated(first.candidate, seat);
      first.asOf = park.members.length;
    }
  }
}

/**
 * Lets in whom greedy has left no seat for: the only host that fits such a candidate is full, but one of those who sit
 * there could sit at the other.
 */
import { type GrowingPark, type ParkNumbers, parkOf } from './park-value.ts';
import { isHeld } from './seats.ts';

/** The admission that raises the value most, the first of equals, again and again. */
export function admitByMoving(numbers: ParkNumbers, start: GrowingPark): GrowingPark {
  if (numbers.hosts.length < 2) return start;
  let park = start;
  for (;;) {
    const better = bestAdmission(numbers, park);
    if (!better) return park;
    park = parkOf(numbers, better.members, better.seats);
  }
}

interface Admission {
  readonly members: readonly number[];
  readonly seats: readonly number[];
  readonly more: number;
}

function bestAdmission(numbers: ParkNumbers, park: GrowingPark): Admission | null {
  if (park.members.length >= numbers.most) return null;
  let best: Admission | null = null;
  for (let candidate = 0; candidate < numbers.size; candidate++) {
    if (park.members.includes(candidate)) continue;
    for (const admission of admissions(numbers, park, candidate))
      if (admission.more > (best?.more ?? 0) && isHeld(numbers, admission.members, admission.seats))
        best = admission;
  }
  return best;
}

/** One member goes to another host, the candidate takes its seat. */
function* admissions(numbers: ParkNumbers, park: GrowingPark, candidate: number): Generator<Admission> {
  const { hosts } = numbers;
  const members = [...park.members, candidate];
  for (const [i, member] of park.members.entries()) {
    const seat = park.seats[i]!;
    if (!hosts[seat]!.fits[candidate]) continue;
    for (let other = 0; other < hosts.length; other++) {
      if (other === seat || !hosts[other]!.fits[member]) continue;
      const moved = hosts[other]!.units[member]! - hosts[seat]!.units[member]!;
      const seats = [...park.seats.with(i, other), seat];
      yield { members, seats, more: park.gain(candidate, seat) + moved };
    }
  }
}

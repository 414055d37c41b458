/** Where a member of a park sits, if there are two hosts. */
import { type GrowingPark, type ParkNumbers, parkOf } from './park-value.ts';

/** No host that fits has room. */
export const NO_SEAT = -1;

/** The fitting host with room where a candidate earns most, the first of equals. */
export function bestSeat({ hosts }: ParkNumbers, park: GrowingPark, candidate: number): number {
  let best = NO_SEAT;
  for (let seat = 0; seat < hosts.length; seat++) {
    if (!park.hasRoom(candidate, seat)) continue;
    if (best === NO_SEAT || hosts[seat]!.units[candidate]! > hosts[best]!.units[candidate]!) best = seat;
  }
  return best;
}

/** The same members, moved or exchanged between the hosts while that raises the value. */
export function improveSeats(numbers: ParkNumbers, start: GrowingPark): GrowingPark {
  if (numbers.hosts.length < 2) return start;
  let seats = start.seats;
  for (;;) {
    const better = bestMove(numbers, start.members, seats);
    if (!better) return seats === start.seats ? start : parkOf(numbers, start.members, seats);
    seats = better;
  }
}

interface Move {
  readonly seats: readonly number[];
  readonly more: number;
}

/** What raises the value most, the first of equals. */
function bestMove(
  numbers: ParkNumbers,
  members: readonly number[],
  seats: readonly number[],
): readonly number[] | null {
  const better = [...moves(numbers, members, seats)]
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more)
    .find((move) => isHeld(numbers, members, move.seats));
  return better?.seats ?? null;
}

/** One member to another host, or two members in exchange. */
function* moves(
  { hosts }: ParkNumbers,
  members: readonly number[],
  seats: readonly number[],
): Generator<Move> {
  const earned = (i: number, seat: number) => hosts[seat]!.units[members[i]!]!;
  for (let i = 0; i < members.length; i++) {
    for (let seat = 0; seat < hosts.length; seat++) {
      if (seat === seats[i]) continue;
      yield { seats: seats.with(i, seat), more: earned(i, seat) - earned(i, seats[i]!) };
    }
    for (let j = 0; j < i; j++) {
      const [a, b] = [seats[i]!, seats[j]!];
      if (a === b) continue;
      const more = earned(i, b) + earned(j, a) - earned(i, a) - earned(j, b);
      yield { seats: seats.with(i, b).with(j, a), more };
    }
  }
}

/** Whether each host fits those who sit there, and has room for them. */
export function isHeld(
  { hosts, areas }: ParkNumbers,
  members: readonly number[],
  seats: readonly number[],
): boolean {
  return hosts.every(({ slots, areaM2, fits }, seat) => {
    const here = members.filter((_, i) => seats[i] === seat);
    if (!here.every((member) => fits[member])) return false;
    if (slots !== null && here.length > slots) return false;
    return areaM2 === null || here.reduce((sum, member) => sum + areas[member]!, 0) <= areaM2;
  });
}

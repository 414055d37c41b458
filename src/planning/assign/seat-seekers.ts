/**
 * Whether everybody on one side can have what he must have, whatever it is worth: places are given out by chains of
 * moves that end at a free one (Hopcroft & Karp 1973; searched breadth first from one seeker after the other, each
 * place looked at once a round, as Pothen & Fan 1990 do).
 */
import type { Steps } from '../../engine/model/steps.ts';
import type { Placement } from './placement.ts';

/** One side of a graph that seeks places on the other. */
export interface SeekingSide {
  readonly placement: Placement;
  /** Pairs that each seeker must have; how many it has now. */
  readonly need: Int32Array;
  readonly has: Int32Array;
  /** Edges of seeker s: `edgeAt(start[s])` up to `edgeAt(start[s + 1])`, without the last. */
  readonly start: Int32Array;
  edgeAt(i: number): number;
  readonly seekerOf: Int32Array;
  readonly placeOf: Int32Array;
  /** Pairs that each place takes at most; how many it has now, and which: `taken[takenStart[p] …]`. */
  readonly room: Int32Array;
  readonly load: Int32Array;
  readonly takenStart: Int32Array;
  readonly taken: Int32Array;
}

/** By edges that may be used only. False as soon as somebody can have no place: then all those he reached are in the same need (Hall 1935). */
export function* seatSeekers(side: SeekingSide, mayUse: (edge: number) => boolean): Steps<boolean> {
  const { need, has } = side;
  let lacking: number[] = [];
  for (let seeker = 0; seeker < need.length; seeker++)
    for (let missing = need[seeker]! - has[seeker]!; missing > 0; missing--) lacking.push(seeker);
  const search = new Search(side, mayUse);
  const all = lacking.length;
  while (lacking.length > 0) {
    yield 1 - lacking.length / all;
    search.begin();
    const [first, ...others] = lacking;
    // the first of a round looks at everything: if he finds nothing, nobody ever will
    if (!search.seat(first!)) return false;
    lacking = others.filter((seeker) => !search.seat(seeker));
  }
  return true;
}

class Search {
  private readonly side: SeekingSide;
  private readonly mayUse: (edge: number) => boolean;
  /** By place: the round in which it was looked at, the edge that leads there, and the one given up for it (−1: none). */
  private readonly lookedAt: Int32Array;
  private readonly wanted: Int32Array;
  private readonly givenUp: Int32Array;
  private readonly queue: Int32Array;
  private round = 0;

  constructor(side: SeekingSide, mayUse: (edge: number) => boolean) {
    this.side = side;
    this.mayUse = mayUse;
    this.lookedAt = new Int32Array(side.room.length);
    this.wanted = new Int32Array(side.room.length);
    this.givenUp = new Int32Array(side.room.length);
    this.queue = new Int32Array(side.room.length);
  }

  begin(): void {
    this.round++;
  }

  seat(seeker: number): boolean {
    const { load, room, taken, takenStart, seekerOf } = this.side;
    let end = this.lookFrom(seeker, -1, 0);
    for (let at = 0; at < end; at++) {
      const place = this.queue[at]!;
      if (load[place]! < room[place]!) {
        this.moveUp(place);
        return true;
      }
      const first = takenStart[place]!;
      for (let i = first; i < first + load[place]!; i++)
        end = this.lookFrom(seekerOf[taken[i]!]!, taken[i]!, end);
    }
    return false;
  }

  /** Puts all places that the seeker could go to, giving up what he has, at the end of the queue; where that ends now. */
  private lookFrom(seeker: number, givenUp: number, end: number): number {
    const { start, placeOf, placement } = this.side;
    let to = end;
    for (let i = start[seeker]!; i < start[seeker + 1]!; i++) {
      const edge = this.side.edgeAt(i);
      const place = placeOf[edge]!;
      if (this.lookedAt[place] === this.round || placement.chosen[edge] === 1 || !this.mayUse(edge)) continue;
      this.lookedAt[place] = this.round;
      this.wanted[place] = edge;
      this.givenUp[place] = givenUp;
      this.queue[to++] = place;
    }
    return to;
  }

  /** From the free place back to the one who sought: each on the way gives his own to the next. */
  private moveUp(free: number): void {
    const { placement, placeOf } = this.side;
    for (let place = free; ; ) {
      const from = this.givenUp[place]!;
      placement.choose(this.wanted[place]!);
      if (from < 0) return;
      placement.drop(from);
      place = placeOf[from]!;
    }
  }
}

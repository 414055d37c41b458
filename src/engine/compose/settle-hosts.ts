/** The members of a placed park, searched to the end; a second host that turns out not to be worth it is given up. */
import { units } from './encode-park.ts';
import { houseTheirMembers } from './find-pair.ts';
import { type Composition, compose } from './maximise.ts';
import type { Ground, PlacedPark } from './placed-park.ts';

export interface SettledPark {
  readonly placed: PlacedPark;
  readonly composed: Composition;
}

export function settleHosts(placed: PlacedPark, ground: Ground): SettledPark {
  const { settings } = ground;
  const composed = withoutIdle(compose(placed.numbers), settings.least);
  const { instead } = placed;
  if (!instead) return { placed, composed };
  const members = composed.joining.map(({ candidate }) => candidate);
  const seats = composed.joining.map(({ seat }) => seat);
  const other = settleHosts(instead, ground);
  const least = instead.plan.hosts.length > 0 ? other.composed.park.value + units(settings.secondHost) : 0;
  const worthIt =
    composed.park.value >= least && houseTheirMembers(placed.numbers, { members, seats }, ground);
  return worthIt ? { placed, composed } : other;
}

/** Who adds nothing need not join, beyond the number that makes a park: the value is the same without him. */
function withoutIdle(composed: Composition, least: number): Composition {
  return { ...composed, joining: composed.joining.filter(({ gain }, i) => gain > 0 || i < least) };
}

/**
 * The members of a placed park, searched to the end. A second host that turns out not to be worth it is given up, and
 * so is a platform that is recommended to none of those who join.
 */
import { encodePark, units } from './encode-park.ts';
import { housesAPark } from './find-pair.ts';
import { type Composition, compose } from './maximise.ts';
import { type Ground, NO_PLATFORM, type PlacedPark } from './placed-park.ts';

export interface SettledPark {
  readonly placed: PlacedPark;
  readonly composed: Composition;
}

export function settleHosts(placed: PlacedPark, ground: Ground): SettledPark {
  const settled = settlePlatform(placed, ground);
  const { instead } = placed;
  if (!instead) return settled;
  const { composed } = settled;
  const members = composed.joining.map(({ candidate }) => candidate);
  const seats = composed.joining.map(({ seat }) => seat);
  const other = settleHosts(instead, ground);
  const least =
    instead.plan.hosts.length > 0 ? other.composed.park.value + units(ground.settings.secondHost) : 0;
  const worthIt =
    composed.park.value >= least && housesAPark(placed.theme, placed.numbers, { members, seats }, ground);
  return worthIt ? settled : other;
}

function settlePlatform(placed: PlacedPark, ground: Ground): SettledPark {
  const composed = withoutIdle(compose(placed.numbers), ground.settings.least);
  if (placed.plan.pilot === null || isRecommended(placed, composed, ground)) return { placed, composed };
  const plan = { ...placed.plan, ...NO_PLATFORM };
  const numbers = encodePark(placed.theme, plan, ground.affinities);
  return {
    placed: { ...placed, plan, numbers },
    composed: withoutIdle(compose(numbers), ground.settings.least),
  };
}

function isRecommended({ plan }: PlacedPark, { joining }: Composition, { affinities }: Ground): boolean {
  return joining.some(({ candidate }) => {
    const { id, wantsPilot } = plan.candidates[candidate]!;
    return wantsPilot && affinities.of('pilot', id, plan.pilot!.carrier.id)?.verdict === 'recommended';
  });
}

/** Who adds nothing need not join, beyond the number that makes a park: the value is the same without him. */
function withoutIdle(composed: Composition, least: number): Composition {
  return { ...composed, joining: composed.joining.filter(({ gain }, i) => gain > 0 || i < least) };
}

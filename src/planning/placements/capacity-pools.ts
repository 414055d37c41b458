/** Slots that placements draw on: one pool for each carrier, or one for each of its purposes. */
import type { CapacityPool } from '../../domain/assignment.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { PlanCarrier, PlanInput } from './plan-input.ts';

export type Pool = Omit<CapacityPool, 'taken' | 'worthOfSlot'>;

export interface Pools {
  /** In the order of carriers; of one carrier, its own slots before its pilot lots. */
  readonly list: readonly Pool[];
  /** Number of the pool that a placement draws on. */
  poolOf(carrierId: string, purpose: Purpose): number;
}

/** A carrier that counts pilot lots apart has two pools; else all purposes share its slots. */
export function capacityPools({
  carriers,
  purposes,
  terms,
}: Pick<PlanInput, 'carriers' | 'purposes' | 'terms'>): Pools {
  const list: Pool[] = [];
  const numbers = { transfer: new Map<string, number>(), pilot: new Map<string, number>() };
  const open = (carrier: PlanCarrier, served: readonly Purpose[], stated: number | undefined) => {
    for (const purpose of served) numbers[purpose].set(carrier.id, list.length);
    list.push({
      carrierId: carrier.id,
      purposes: served,
      slots: stated ?? terms.assumedSlots,
      source: stated === undefined ? 'assumed' : 'stated',
    });
  };
  for (const carrier of carriers) {
    const apart = carrier.pilotLots !== undefined && purposes.includes('pilot');
    const shared = apart ? purposes.filter((purpose) => purpose !== 'pilot') : purposes;
    if (shared.length > 0) open(carrier, shared, carrier.slots);
    if (apart) open(carrier, ['pilot'], carrier.pilotLots);
  }
  return {
    list,
    poolOf: (carrierId, purpose) => {
      const number = numbers[purpose].get(carrierId);
      if (number === undefined) throw new Error(`carrier ${carrierId} has no slots for ${purpose}`);
      return number;
    },
  };
}

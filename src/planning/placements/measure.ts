/** Figures of a plan, so that two plans over the same candidates can be compared. */

import { roundAffinity } from '../../domain/affinity-curve.ts';
import type { PlanMeasures } from '../../domain/assignment.ts';
import type { Pool } from './capacity-pools.ts';
import type { PlanRow } from './rows.ts';

/** Numbers of the options chosen, for each row. */
export type Chosen = readonly (readonly number[])[];

export function measurePlan(rows: readonly PlanRow[], pools: readonly Pool[], chosen: Chosen): PlanMeasures {
  const takers = pools.map((): Taker[] => []);
  const wanted = new Set<number>();
  let worst: number | null = null;
  let served = 0;
  rows.forEach(({ options }, row) => {
    for (const { pool } of options) wanted.add(pool);
    const given = chosen[row]!.map((option) => options[option]!);
    for (const option of given) takers[option.pool]!.push(option);
    if (given.length === 0) return;
    served += 1;
    const best = Math.max(...given.map(({ affinity }) => affinity));
    worst = Math.min(worst ?? 1, best);
  });
  const over = pools.map(({ slots }, pool) => Math.max(0, takers[pool]!.length - slots));
  return {
    placements: takers.reduce((sum, taken) => sum + taken.length, 0),
    totalAffinity: roundAffinity(takers.reduce((sum, taken) => sum + total(taken), 0)),
    withinSlots: roundAffinity(
      pools.reduce(
        (sum, { slots }, pool) => sum + total([...takers[pool]!].sort(approvedFirst).slice(0, slots)),
        0,
      ),
    ),
    overloads: over.reduce((sum, count) => sum + count, 0),
    overloadedCarriers: over.filter((count) => count > 0).length,
    unusedSlots: pools.reduce(
      (sum, { slots }, pool) => sum + (wanted.has(pool) ? Math.max(0, slots - takers[pool]!.length) : 0),
      0,
    ),
    served,
    servable: rows.filter(({ count }) => count > 0).length,
    worstServed: worst,
  };
}

/** By pool. */
export function takenSlots(rows: readonly PlanRow[], pools: readonly Pool[], chosen: Chosen): number[] {
  const taken = pools.map(() => 0);
  rows.forEach(({ options }, row) => {
    for (const option of chosen[row]!) taken[options[option]!.pool]! += 1;
  });
  return taken;
}

type Taker = Pick<PlanRow['options'][number], 'affinity' | 'fixed'>;

/** A carrier keeps what is approved, then its best. */
function approvedFirst(a: Taker, b: Taker): number {
  return Number(b.fixed) - Number(a.fixed) || b.affinity - a.affinity;
}

function total(takers: readonly Taker[]): number {
  return takers.reduce((sum, { affinity }) => sum + affinity, 0);
}

/** Each row keeps what is approved and takes its best options beside it, whoever else wants them. */
export function chooseIndependently(rows: readonly PlanRow[], most: (row: PlanRow) => number): Chosen {
  return rows.map((row) => {
    const fixed = row.options.flatMap((option, at) => (option.fixed ? [at] : []));
    const free = row.options.flatMap((option, at) => (option.fixed ? [] : [at]));
    return [...fixed, ...free.slice(0, Math.max(0, most(row) - fixed.length))].sort((a, b) => a - b);
  });
}

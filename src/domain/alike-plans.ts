import type { PlanMeasures } from './assignment.ts';

interface Plan extends PlanMeasures {
  readonly perResult: number;
}

/** Plans that come to the same for the same number of carriers a result, together; in the order of the first of each. */
export function alikePlans<Of extends Plan>(plans: readonly Of[]): (readonly [Of, ...Of[]])[] {
  const groups = new Map<string, [Of, ...Of[]]>();
  for (const plan of plans) {
    const outcome = outcomeOf(plan);
    const group = groups.get(outcome);
    if (group) group.push(plan);
    else groups.set(outcome, [plan]);
  }
  return [...groups.values()];
}

function outcomeOf(plan: Plan): string {
  return JSON.stringify([
    plan.perResult,
    plan.placements,
    plan.totalAffinity,
    plan.withinSlots,
    plan.overloads,
    plan.overloadedCarriers,
    plan.unusedSlots,
    plan.served,
    plan.servable,
    plan.worstServed,
  ]);
}

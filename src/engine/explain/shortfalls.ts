/** Why a match is not better, and what each reason costs: the costs and the score add up to 1. */

import { roundAffinity } from '../../domain/affinity-curve.ts';
import type { LimitCheck, ScoreComponent, Shortfall } from '../../domain/match.ts';
import type { Findings } from './findings.ts';
import { sayComponentShortfall } from './shortfall-words.ts';

/**
 * A component costs what it lacks to its full value, times its weight and the factor of all limits. The limits
 * together cost what their factor takes from a perfect pair, 1 − Π f; each has its share by log f (of several
 * that exclude each has the same). With score = Σ w v · Π f and Σ w = 1 that leaves nothing unexplained.
 */
export function shortfalls(
  score: number,
  components: readonly ScoreComponent[],
  limits: readonly LimitCheck[],
  findings: Findings,
): Shortfall[] {
  const factor = limits.reduce((product, limit) => product * limit.factor, 1);
  const told = costsOf(components, limits, factor);
  const left = 1 - score - told.reduce((sum, { cost }) => sum + cost, 0);
  // weights and costs are rounded: what that leaves goes to the largest, of equal ones so that the order stays
  const largest = left >= 0 ? 0 : told.findLastIndex(({ cost }) => cost === told[0]!.cost);
  return told.map(({ code, cost, of }, i) => {
    const { zh, en } = 'contribution' in of ? sayComponentShortfall(of, findings) : of.why;
    return { code, cost: i === largest ? roundAffinity(cost + left) : cost, zh, en };
  });
}

interface Cost {
  readonly code: string;
  readonly cost: number;
  readonly of: ScoreComponent | LimitCheck;
}

/** What costs most first; what costs nothing is left out. */
function costsOf(
  components: readonly ScoreComponent[],
  limits: readonly LimitCheck[],
  factor: number,
): Cost[] {
  const costs: Cost[] = [];
  for (const limit of limits) {
    const cost = roundAffinity((1 - factor) * shareOf(limit, limits));
    if (cost > 0) insert(costs, { code: limit.code, cost, of: limit });
  }
  for (const component of components) {
    const { name, value, assumed = 0, weight } = component;
    const cost = roundAffinity(weight * (1 - (value ?? assumed)) * factor);
    if (cost > 0) insert(costs, { code: name, cost, of: component });
  }
  return costs;
}

function insert(costs: Cost[], cost: Cost): void {
  let at = costs.length;
  for (; at > 0 && isBefore(cost, costs[at - 1]!); at--) costs[at] = costs[at - 1]!;
  costs[at] = cost;
}

function isBefore(a: Cost, b: Cost): boolean {
  return a.cost > b.cost || (a.cost === b.cost && a.code < b.code);
}

/** A limit's share in what all limits cost; the shares sum to 1. */
function shareOf({ factor }: LimitCheck, limits: readonly LimitCheck[]): number {
  if (factor === 1) return 0;
  const excluding = limits.filter((limit) => limit.factor === 0).length;
  if (excluding > 0) return factor === 0 ? 1 / excluding : 0;
  return Math.log(factor) / limits.reduce((sum, limit) => sum + Math.log(limit.factor), 0);
}

/** How many carriers the result of a row may go to: its own number where it has one. */
import type { AssignmentTerms } from '../../domain/assignment.ts';
import type { PlanRow } from './rows.ts';

export type Demand = (row: Pick<PlanRow, 'resultId' | 'purpose'>) => number;

export function demandOf({
  perResult,
  demands = [],
}: Pick<AssignmentTerms, 'perResult' | 'demands'>): Demand {
  const own = new Map(demands.map((demand) => [demand.resultId, demand]));
  return ({ resultId, purpose }) => own.get(resultId)?.[purpose] ?? perResult[purpose];
}

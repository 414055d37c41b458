/** A carrier that a result's own university runs, or that bears its name: allowed, but to be declared. */
import type { PlanCarrier, PlanInput, PlanResult } from './plan-input.ts';

export function isRelatedParty(
  { university }: PlanResult,
  { name, operator }: PlanCarrier,
  aliasesOf: PlanInput['aliasesOf'],
): boolean {
  if (university === undefined) return false;
  const names = [university, ...aliasesOf(university)];
  return names.some((own) => name.includes(own) || (operator?.includes(own) ?? false));
}

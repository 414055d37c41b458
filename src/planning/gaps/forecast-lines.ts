/** What a new facility would bring: the same plan, solved again with it. */

import { roundAffinity } from '../../domain/affinity-curve.ts';
import type { LineForecast } from '../../domain/gap.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Candidates } from '../../domain/round.ts';
import { capabilityName, sectorName } from '../../engine/explain/names.ts';
import type { Steps } from '../../engine/model/steps.ts';
import type { PlanInput } from '../placements/plan-input.ts';
import { type BestPlan, bestPlan } from '../placements/plan-placements.ts';
import { rowKey } from '../placements/rows.ts';
import type { ProposedLine } from './propose-lines.ts';

/** A proposed line with the pairs for which it would be recommended. */
export interface ScoredLine extends ProposedLine {
  readonly candidates: readonly Candidates[];
}

/** Lines that would place nobody are left out; what brings most first. */
export function* forecastLines(
  profile: Profile,
  input: PlanInput,
  lines: readonly ScoredLine[],
): Steps<LineForecast[]> {
  const now = yield* bestPlan(input);
  if (now === null) return [];
  const forecasts: LineForecast[] = [];
  for (const [i, line] of lines.entries()) {
    yield i / lines.length;
    const then = yield* bestPlan(withLine(input, line), now);
    const forecast = then && forecastLine(profile, line, now, then);
    if (forecast) forecasts.push(forecast);
  }
  return forecasts.sort((a, b) => b.totalAffinity - a.totalAffinity || (a.name.zh < b.name.zh ? -1 : 1));
}

function forecastLine(
  profile: Profile,
  line: ScoredLine,
  now: BestPlan,
  then: BestPlan,
): LineForecast | null {
  const takes = then.pairs.filter(({ carrierId }) => carrierId === line.carrier.id);
  if (takes.length === 0) return null;
  const placements = then.pairs.length - now.pairs.length;
  const totalAffinity = roundAffinity(then.total - now.total);
  const { cell, carrier, offer } = line;
  return {
    sector: cell.sector,
    capability: cell.capability,
    name: { zh: carrier.name, en: nameIn(profile, line) },
    offer,
    trlMin: carrier.trlMin ?? 1,
    trlMax: carrier.trlMax ?? 9,
    slots: carrier.slots ?? 0,
    candidates: line.candidates.length,
    placements,
    totalAffinity,
    takes: takes.map(({ resultId }) => resultId).sort(),
    why: sayForecast(profile, line, placements, totalAffinity),
  };
}

/** The input as it would be with the line. */
export function withLine(input: PlanInput, { carrier, candidates }: ScoredLine): PlanInput {
  const added = new Map(candidates.map((row) => [rowKey(row), row.carriers]));
  const rows = input.candidates.map((row) => {
    const key = rowKey(row);
    const more = added.get(key) ?? [];
    added.delete(key);
    return more.length === 0 ? row : { ...row, carriers: [...row.carriers, ...more] };
  });
  const others = candidates.filter((row) => added.has(rowKey(row)));
  const { id, name, slots } = carrier;
  return {
    ...input,
    carriers: [
      ...input.carriers,
      { id, name, operator: undefined, slots, pilotLots: undefined, areaFreeM2: undefined },
    ],
    candidates: [...rows, ...others],
  };
}

function nameIn(profile: Profile, { cell }: ProposedLine): string {
  return `planned ${capabilityName(profile, cell.capability).en} for ${sectorName(profile, cell.sector).en}`;
}

function sayForecast(
  profile: Profile,
  { cell, carrier, vain }: ProposedLine,
  placements: number,
  total: number,
) {
  const sector = sectorName(profile, cell.sector);
  const capability = capabilityName(profile, cell.capability);
  const asked = cell.results.length;
  return {
    zh: `${sector.zh}有${asked}项成果寻求${capability.zh}，其中${vain}项未落位（${HAVE[cell.state].zh}）；新增一处、${carrier.slots}个名额，若其条件与所求一一对应，${placements > 0 ? `可多落位${placements}项` : '落位数不变'}，契合度总和增加${total.toFixed(3)}`,
    en: `${asked} results of ${sector.en} ask for ${capability.en}, ${vain} of them without a place (${HAVE[cell.state].en}); a new facility with ${carrier.slots} slots that answers just what they ask would ${placements > 0 ? `place ${placements} more` : 'place no more'} and add ${total.toFixed(3)} to the total affinity`,
  };
}

const HAVE = {
  missing: { zh: '本领域载体均不具备', en: 'no carrier of the field has it' },
  partner: { zh: '本领域载体仅由合作方提供', en: 'only partners of its carriers have it' },
  scarce: { zh: '现有名额不足', en: 'too few slots' },
  covered: { zh: '有此能力的载体与其不够契合或已满', en: 'who has it fits them too little, or is full' },
} as const;

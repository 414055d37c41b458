/** Gaps and forecasts on a district small enough to count by hand. */
import { expect, test } from 'vitest';
import { DEFAULT_TERMS } from '../../src/domain/assignment.ts';
import { finish } from '../../src/engine/model/steps.ts';
import { findGaps, findStageGaps } from '../../src/planning/gaps/find-gaps.ts';
import { forecastLines, withLine } from '../../src/planning/gaps/forecast-lines.ts';
import type { GapCarrier, GapResult } from '../../src/planning/gaps/gap-facts.ts';
import { proposeLines } from '../../src/planning/gaps/propose-lines.ts';
import type { PlanInput } from '../../src/planning/placements/plan-input.ts';
import { bestPlan } from '../../src/planning/placements/plan-placements.ts';
import { PROFILE } from '../usecases/district.ts';

function result(id: string, asks: Readonly<Record<string, string>>, level = 5, sector = 'BIO'): GapResult {
  return { id, sector, asks: new Map(Object.entries(asks)), trl: { low: level, high: level } };
}

function carrier(
  id: string,
  over: Partial<Record<'own' | 'partner', string[]>> & { slots?: number } = {},
): GapCarrier {
  const { own = [], partner = [], slots = 1 } = over;
  return {
    id,
    sectors: ['BIO'],
    own: new Set(own),
    partner: new Set(partner),
    trl: { from: 4, to: 6 },
    slots,
  };
}

const RESULTS = [
  result('R1', { C04: '需200升发酵中试' }),
  result('R2', { C04: '寻求冻干中试', C05: '需要检测' }),
  result('R3', { C09: '寻求认证' }, 8),
];

test('what is asked is missing, with partners only, scarce or covered', () => {
  const states = (carriers: GapCarrier[]) =>
    Object.fromEntries(findGaps(RESULTS, carriers).map(({ capability, state }) => [capability, state]));
  expect(states([carrier('K1', { own: ['C04'], partner: ['C05'] })])).toEqual({
    C04: 'scarce',
    C05: 'partner',
    C09: 'missing',
  });
  expect(states([carrier('K1', { own: ['C04', 'C05', 'C09'], slots: 2 })])).toEqual({
    C04: 'covered',
    C05: 'covered',
    C09: 'covered',
  });
});

test('a carrier of another sector fills no gap; a result outside all sectors makes none', () => {
  const elsewhere = { ...carrier('K1', { own: ['C04'] }), sectors: ['MAT'] };
  const outside = { ...result('R9', { C10: '求投资' }), sector: null };
  const cells = findGaps([...RESULTS, outside], [elsewhere]);
  expect(cells.map(({ capability, state }) => `${capability} ${state}`)).toEqual([
    'C04 missing',
    'C05 missing',
    'C09 missing',
  ]);
});

test('a band of readiness for which nobody is open is seen', () => {
  expect(
    findStageGaps(RESULTS, [carrier('K1', { slots: 3 })]).map(({ from, to, results, state }) => [
      from,
      to,
      results,
      state,
    ]),
  ).toEqual([
    [4, 5, ['R1', 'R2'], 'covered'],
    [8, 9, ['R3'], 'missing'],
  ]);
});

test('a line is made of what is asked in vain, and its forecast is the plan solved again with it', () => {
  const cells = findGaps(RESULTS, []);
  const [line, ...others] = proposeLines(PROFILE, cells, RESULTS, () => false);
  expect(others).toEqual([]);
  expect(line?.carrier).toMatchObject({
    name: '拟建生物医药中试熟化平台',
    kind: 'pilot_platform',
    sectors: ['BIO'],
    trlMin: 5,
    trlMax: 5,
    slots: 2,
  });
  expect(line?.offer).toBe('需200升发酵中试；寻求冻干中试');

  const input: PlanInput = {
    purposes: ['pilot'],
    terms: DEFAULT_TERMS,
    results: RESULTS.map(({ id }) => ({ id, university: undefined, sector: 'BIO', askedAreaM2: null })),
    carriers: [
      { id: 'K1', name: '旧线', operator: undefined, slots: 1, pilotLots: undefined, areaFreeM2: undefined },
    ],
    candidates: [{ resultId: 'R1', purpose: 'pilot', carriers: [['K1', 0.6]] }],
    aliasesOf: () => [],
    solver: null,
  };
  const scored = {
    ...line!,
    candidates: (['R1', 'R2'] as const).map((resultId, i) => ({
      resultId,
      purpose: 'pilot' as const,
      carriers: [[line!.carrier.id, 0.9 - i / 10] as const],
    })),
  };
  const [forecast] = finish(forecastLines(PROFILE, input, [scored]));
  const solvedAgain = finish(bestPlan(withLine(input, scored)))!;
  expect(forecast).toMatchObject({ placements: 1, totalAffinity: 1.1, takes: ['R1', 'R2'], candidates: 2 });
  expect(forecast?.totalAffinity).toBeCloseTo(solvedAgain.total - finish(bestPlan(input))!.total, 9);
  expect(forecast?.why.zh).toBe(
    '生物医药有2项成果寻求中试熟化，其中2项未落位（本领域载体均不具备）；新增一处、2个名额，若其条件与所求一一对应，可多落位1项，契合度总和增加1.100',
  );
  expect(proposeLines(PROFILE, cells, RESULTS, () => true)).toEqual([]);
});

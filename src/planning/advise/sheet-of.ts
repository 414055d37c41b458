/** The sheets of a result's placements: parties, alternates and advice, all from its records and the plan. */
import { type Advice, type PlacementSheet, RISK_WEIGHTS, type Risk } from '../../domain/advice.ts';
import type { Placement } from '../../domain/assignment.ts';
import type { Carrier } from '../../domain/carrier.ts';
import type { Profile } from '../../domain/profile.ts';
import { advisePartner } from './advise-partner.ts';
import { adviseTransfer } from './advise-transfer.ts';
import { carrierRisks } from './carrier-risks.ts';
import { conditionRisks } from './condition-risks.ts';
import { countContribution } from './count-contribution.ts';
import { expiryRisks } from './expiry-risks.ts';
import { ipRisks } from './ip-risks.ts';
import type { Placed, PlacedResult, Read } from './placed.ts';
import { planSteps } from './plan-steps.ts';
import { resultRisks } from './result-risks.ts';

/** One sheet for each placement of the result, in their order. Throws where the match of a placement is not given. */
export function sheetsOf(
  placed: PlacedResult,
  carrierOf: (id: string) => Read<Carrier>,
  profile: Profile,
): PlacementSheet[] {
  const carrierName = (id: string) => carrierOf(id).record.name;
  return placed.placements.map((placement) =>
    sheet({
      ...placed,
      placement,
      match: matchOf(placed, placement),
      carrier: carrierOf(placement.carrierId),
      carrierName,
      profile,
    }),
  );
}

function matchOf({ matches }: PlacedResult, { resultId, carrierId, purpose }: Placement) {
  const match = matches.find((one) => one.carrierId === carrierId && one.purpose === purpose);
  if (match) return match;
  throw new Error(`the placement of ${resultId} with ${carrierId} (${purpose}) has no explained match`);
}

function sheet(placed: Placed): PlacementSheet {
  const { placement, result, carrier } = placed;
  const { record } = result;
  return {
    ...placement,
    result: {
      owner: [record.university, record.department].filter(Boolean).join(' ') || null,
      stage: record.stage ?? null,
      ip: (record.ip ?? []).map(({ text, kind, status }) => ({ text, kind, status: status ?? null })),
      transferModes: record.transferModes ?? [],
      secrecy: record.secrecy ?? null,
    },
    carrier: {
      name: carrier.record.name,
      kind: carrier.record.kind ?? null,
      level: carrier.record.level ?? null,
      status: carrier.record.status ?? null,
      operator: carrier.record.operator ?? null,
      trlMin: carrier.record.trlMin ?? null,
      trlMax: carrier.record.trlMax ?? null,
    },
    alternates: alternates(placed),
    advice: advise(placed),
  };
}

function alternates({ matches, placements, placement }: Placed): PlacementSheet['alternates'] {
  const taken = new Set(
    placements.filter(({ purpose }) => purpose === placement.purpose).map(({ carrierId }) => carrierId),
  );
  return matches
    .filter(
      (match) =>
        match.purpose === placement.purpose && match.verdict === 'recommended' && !taken.has(match.carrierId),
    )
    .map(({ carrierId, affinity }) => ({ carrierId, affinity }));
}

function advise(placed: Placed): Advice {
  const transfer = adviseTransfer(placed);
  const partner = advisePartner(placed);
  const risks = allRisks(placed);
  return {
    transfer,
    partner,
    park: placed.park,
    risks,
    steps: planSteps(placed, { transfer, partner, risks }),
    ...countContribution(placed, transfer),
  };
}

/** The heaviest first; among equals in the order of the list that a university checks. */
function allRisks(placed: Placed): Risk[] {
  const found = [
    ...ipRisks(placed),
    ...expiryRisks(placed),
    ...carrierRisks(placed),
    ...conditionRisks(placed),
    ...resultRisks(placed),
  ];
  return found.sort((a, b) => RISK_WEIGHTS.indexOf(a.weight) - RISK_WEIGHTS.indexOf(b.weight));
}

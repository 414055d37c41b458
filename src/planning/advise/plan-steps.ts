import type { NextStep, PartnerAdvice, Risk, TransferAdvice } from '../../domain/advice.ts';
import type { NextStepRule } from '../../domain/placement-rules.ts';
import type { Placed } from './placed.ts';

type Occasion = NextStepRule['occasion'];

/** What follows, in order: the steps of the profile for this purpose, way and occasion. */
export function planSteps(
  { profile, placement }: Placed,
  { transfer, partner, risks }: { transfer: TransferAdvice; partner: PartnerAdvice; risks: readonly Risk[] },
): NextStep[] {
  const occasions = occasionsOf(placement.purpose, partner, risks);
  return profile.nextSteps
    .filter(
      ({ purposes, ways, occasion }) =>
        purposes.includes(placement.purpose) &&
        occasions.has(occasion) &&
        (ways.length === 0 || (transfer.way !== null && ways.includes(transfer.way))),
    )
    .map(({ code, actor, what, days, leastDays, customary }) => ({
      code,
      actor,
      what,
      days,
      leastDays,
      customary,
    }))
    .sort((a, b) => a.days - b.days);
}

const MISSING = ['ip.unstated', 'trl.unknown', 'trl.inferred', 'secrecy.unstated', 'text.little'];
const OPEN = [
  'ip.gone',
  'ip.lapsed',
  'ip.pledged',
  'ip.licensed',
  'ip.co_owner',
  'ip.pending',
  'ip.status_open',
];

function occasionsOf(
  purpose: Placed['placement']['purpose'],
  partner: PartnerAdvice,
  risks: readonly Risk[],
): ReadonlySet<Occasion> {
  const codes = new Set(risks.map(({ code }) => code));
  const any = (list: readonly string[]) => list.some((code) => codes.has(code));
  const hazards = risks.some(
    ({ code, weight }) => weight !== 'note' && /^(?:condition\.|environment|regulatory)/u.test(code),
  );
  const piloted = purpose === 'transfer' ? partner.kind : null;
  const facts: [Occasion, boolean][] = [
    ['always', true],
    ['facts_missing', any(MISSING)],
    ['ip_open', any(OPEN)],
    ['related_party', codes.has('related_party')],
    ['hazard', hazards],
    ['pilot_elsewhere', piloted === 'other_carrier'],
    ['pilot_missing', piloted === 'none'],
    ['carrier_rectifying', codes.has('carrier.rectifying')],
  ];
  return new Set(facts.filter(([, holds]) => holds).map(([occasion]) => occasion));
}

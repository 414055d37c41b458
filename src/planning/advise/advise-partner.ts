import type { PartnerAdvice } from '../../domain/advice.ts';
import type { Placement } from '../../domain/assignment.ts';
import { PURPOSE_NAMES, type Purpose } from '../../domain/purpose.ts';
import { askedOf, type Placed } from './placed.ts';
import { words } from './words.ts';

/** Who does the other half: the same carrier, another one, or nobody and why. */
export function advisePartner(placed: Placed): PartnerAdvice {
  const purpose: Purpose = placed.placement.purpose === 'transfer' ? 'pilot' : 'transfer';
  const nobody = { purpose, carrierId: null, affinity: null, missing: [] as string[] };
  const half = PURPOSE_NAMES[purpose];
  if (!placed.purposes.includes(purpose))
    return {
      ...nobody,
      kind: 'not_asked',
      why: words(`本轮未安排${half.zh}`, `this round did not ask for ${half.en}`),
    };
  const placement = bestPlacement(placed, purpose);
  if (placement) return withCarrier(placed, purpose, placement);

  const unplaced = placed.unplaced.find((entry) => entry.purpose === purpose);
  if (unplaced?.reason === 'capacity') {
    const names = unplaced.wanted.map(({ carrierId }) => placed.carrierName(carrierId)).join('、');
    return {
      ...nobody,
      kind: 'full',
      why: words(
        `推荐的${half.zh}载体本轮名额已满：${names}`,
        `the carriers recommended for ${half.en} are full this round: ${names}`,
      ),
    };
  }
  const noFit = placed.noFits.find((entry) => entry.purpose === purpose);
  if (noFit && NOT_NEEDED.has(noFit.reason)) return { ...nobody, kind: 'not_needed', why: noFit.why };
  const missing = noFit?.reason === 'capability_missing' ? namedCapabilities(placed, noFit.why.zh) : [];
  return {
    ...nobody,
    kind: 'none',
    missing,
    why: words(
      `本区暂无合适的${half.zh}载体${noFit ? `：${noFit.why.zh}` : ''}`,
      `no carrier of the district fits for ${half.en}${noFit ? `: ${noFit.why.en}` : ''}`,
    ),
  };
}

const NOT_NEEDED = new Set(['no_pilot_needed', 'pilot_not_asked']);

/** The same carrier before others; else the best. */
function bestPlacement({ placements, placement }: Placed, purpose: Purpose): Placement | undefined {
  const those = placements.filter((other) => other.purpose === purpose);
  return those.find((other) => other.carrierId === placement.carrierId) ?? those[0];
}

function withCarrier({ placement, carrierName }: Placed, purpose: Purpose, other: Placement): PartnerAdvice {
  const half = PURPOSE_NAMES[purpose];
  const affinity = other.affinity.toFixed(3);
  const same = other.carrierId === placement.carrierId;
  const name = carrierName(other.carrierId);
  return {
    purpose,
    kind: same ? 'same_carrier' : 'other_carrier',
    carrierId: other.carrierId,
    affinity: other.affinity,
    missing: [],
    why: same
      ? words(
          `${half.zh}由同一载体承担（契合度${affinity}）`,
          `the same carrier also does the ${half.en} (affinity ${affinity})`,
        )
      : words(`${half.zh}由${name}承担（契合度${affinity}）`, `${half.en} by ${name} (affinity ${affinity})`),
  };
}

/** Of the capabilities that the result asks for, those that the reason names. */
function namedCapabilities(placed: Placed, reason: string): string[] {
  const asked = askedOf(placed);
  return placed.profile.capabilities
    .filter(({ code, zh }) => asked.has(code) && reason.includes(zh))
    .map(({ code }) => code);
}

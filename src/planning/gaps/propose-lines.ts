/** New facilities that would close a gap, as carriers that do not exist yet: made from what results ask, nothing else. */
import type { CarrierDraft } from '../../domain/carrier.ts';
import type { GapCell } from '../../domain/gap.ts';
import type { Profile } from '../../domain/profile.ts';
import { isPilotCapability } from '../../domain/purpose.ts';
import { capabilityName, sectorName } from '../../engine/explain/names.ts';
import type { GapResult } from './gap-facts.ts';

export interface ProposedLine {
  readonly cell: GapCell;
  readonly carrier: CarrierDraft & { readonly id: string };
  /** The clauses that ask for it. */
  readonly offer: string;
  /** Results that ask for it and have no place. */
  readonly vain: number;
}

/** Slots of a line: what a small one takes in a round. */
const MOST_SLOTS = 5;
/** Clauses that its offer is made of. */
const MOST_CLAUSES = 8;
/** Nobody builds a line for a single result. */
const LEAST_ASKERS = 2;
/** Gaps that are looked at: each costs a plan. */
const MOST_LINES = 12;

/** Where most results ask in vain first: those that have no place in the plan for what they ask. */
export function proposeLines(
  profile: Profile,
  cells: readonly GapCell[],
  results: readonly GapResult[],
  isPlaced: (resultId: string, capability: string) => boolean,
): ProposedLine[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  return cells
    .map((cell) => ({ cell, vain: cell.results.filter((id) => !isPlaced(id, cell.capability)) }))
    .filter(({ vain }) => vain.length >= LEAST_ASKERS)
    .sort((a, b) => b.vain.length - a.vain.length || (keyOf(a.cell) < keyOf(b.cell) ? -1 : 1))
    .slice(0, MOST_LINES)
    .map(({ cell, vain }) =>
      lineFor(
        profile,
        cell,
        vain.map((id) => byId.get(id)!),
      ),
    );
}

function keyOf({ sector, capability }: GapCell): string {
  return `${sector}-${capability}`;
}

function lineFor(profile: Profile, cell: GapCell, askers: readonly GapResult[]): ProposedLine {
  const clauses = [...new Set(askers.flatMap(({ asks }) => asks.get(cell.capability) ?? []))].slice(
    0,
    MOST_CLAUSES,
  );
  const offer = clauses.join('；');
  const levels = askers.flatMap(({ trl }) => (trl ? [trl.low, trl.high] : []));
  const { zh: sector } = sectorName(profile, cell.sector);
  const { zh: capability } = capabilityName(profile, cell.capability);
  return {
    cell,
    offer,
    carrier: {
      id: `line-${keyOf(cell)}`,
      name: `拟建${sector}${capability}平台`,
      kind: isPilotCapability(cell.capability) ? 'pilot_platform' : 'other',
      sectors: [cell.sector],
      description: `面向${sector}，自有${capability}条件，可提供：${offer}。`,
      capabilities: [{ code: cell.capability, detail: offer.slice(0, 1_000), provider: 'own' }],
      ...(levels.length > 0 ? { trlMin: Math.min(...levels), trlMax: Math.max(...levels) } : {}),
      slots: Math.min(MOST_SLOTS, askers.length),
    },
    vain: askers.length,
  };
}

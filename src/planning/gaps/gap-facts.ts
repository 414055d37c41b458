/** What a gap is counted from, in numbers and codes: no texts but what is asked, in its own words. */
import type { Analysis } from '../../domain/analysis.ts';
import type { Carrier } from '../../domain/carrier.ts';
import type { Profile } from '../../domain/profile.ts';
import type { ResearchResult } from '../../domain/research-result.ts';
import { carrierFacts, resultFacts } from '../../engine/score/facts.ts';
import { OFFER_STRENGTH } from '../../engine/settings.ts';

export interface GapResult {
  readonly id: string;
  /** Main sector; null where it has none of the profile's. */
  readonly sector: string | null;
  /** Capability asked in words → the clause that asks it. */
  readonly asks: ReadonlyMap<string, string>;
  readonly trl: { readonly low: number; readonly high: number } | null;
}

export interface GapCarrier {
  readonly id: string;
  readonly sectors: readonly string[];
  readonly own: ReadonlySet<string>;
  readonly partner: ReadonlySet<string>;
  readonly trl: { readonly from: number; readonly to: number } | null;
  readonly slots: number;
}

/** Share from which a sector is one of a carrier's. */
const OWN_SECTOR = 0.1;

export function gapResult(profile: Profile, record: ResearchResult, analysis: Analysis): GapResult {
  const facts = resultFacts(profile, record, analysis);
  const clauses = new Map<string, string>();
  for (const { code, modality, span } of analysis.capabilities)
    if (modality === 'asked' && facts.asked.get(code) === 1 && !clauses.has(code))
      clauses.set(code, span.quote);
  const mainlyOutside = (analysis.sectors.outside?.weight ?? 0) >= 0.5;
  return {
    id: record.id,
    sector: facts.transferable && !mainlyOutside ? (analysis.sectors.weights[0]?.code ?? null) : null,
    asks: clauses,
    trl: analysis.trl && { low: analysis.trl.low, high: analysis.trl.high },
  };
}

/** Null where it takes nobody: delisted. */
export function gapCarrier(
  profile: Profile,
  record: Carrier,
  analysis: Analysis,
  assumedSlots: number,
): GapCarrier | null {
  if (record.status === 'delisted') return null;
  const facts = carrierFacts(profile, record, analysis);
  const having = (strong: boolean) =>
    new Set(
      [...facts.offers]
        .filter(([, strength]) => (strength === OFFER_STRENGTH.partner) !== strong)
        .map(([code]) => code),
    );
  return {
    id: record.id,
    sectors: profile.sectors.flatMap(({ code }, s) => (facts.sectors[s]! >= OWN_SECTOR ? [code] : [])),
    own: having(true),
    partner: having(false),
    trl:
      record.trlMin === undefined && record.trlMax === undefined
        ? null
        : { from: record.trlMin ?? 1, to: record.trlMax ?? 9 },
    slots: record.slots ?? assumedSlots,
  };
}

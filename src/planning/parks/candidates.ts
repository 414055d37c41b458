/** Results that could be members of a park, with all that composing asks of them: no texts but the title. */
import type { TrlReading } from '../../domain/analysis.ts';
import type { ParkStage } from '../../domain/park.ts';
import type { Profile } from '../../domain/profile.ts';
import type { ResearchResult } from '../../domain/research-result.ts';
import type { Analysed } from '../../engine/engine.ts';
import { resultFacts } from '../../engine/score/facts.ts';
import { type HomeUniversity, universityReader } from '../home-university.ts';
import type { FieldReading } from './field-reading.ts';
import { stagesOf } from './readiness.ts';
import type { NumberedTerms } from './result-terms.ts';
import type { ParkSettings } from './settings.ts';
import { fieldReader } from './sub-fields.ts';

export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly transferModes: NonNullable<ResearchResult['transferModes']>;
  readonly trl: Pick<TrlReading, 'low' | 'high' | 'source'> | null;
  readonly terms: NumberedTerms;
  readonly university: HomeUniversity;
  /** The sector that it is looked at in. */
  readonly sector: string;
  readonly fields: FieldReading;
  readonly stages: readonly ParkStage[];
  /** Surely at or above the level from which a result counts as ready. */
  readonly ready: boolean;
  readonly early: boolean;
  /** Capabilities asked for in words, in the order of codes. */
  readonly asks: readonly string[];
  /** Conditions that its steps need, e.g. drug_gmp. */
  readonly conditions: readonly string[];
  /** Asks for a pilot, or stands where one is due. */
  readonly wantsPilot: boolean;
  readonly areaM2: number | null;
}

/** What they take, with the usual area where one names none. */
export function floorAreaOf(candidates: readonly Candidate[], { areaOfOneM2 }: ParkSettings): number {
  return candidates.reduce((sum, { areaM2 }) => sum + (areaM2 ?? areaOfOneM2), 0);
}

/**
 * Reads candidates out of results: one for each sector that a result has a fair share in. What is no technology, too
 * early or of a field outside the sectors is none.
 */
export function candidateReader(
  profile: Profile,
  settings: ParkSettings,
): (result: Analysed<ResearchResult>, terms: () => NumberedTerms) => Candidate[] {
  const homeOf = universityReader(profile);
  const fieldsOf = fieldReader(profile);
  const known = new Set(profile.sectors.map(({ code }) => code));
  return ({ record, analysis }, terms) => {
    const { trl, sectors } = analysis;
    if (record.university === undefined || sectors.outside || (trl && trl.high < settings.earlyTrl[0]))
      return [];
    const facts = resultFacts(profile, record, analysis);
    if (!facts.transferable) return [];
    const shares = sectors.weights
      .map(({ code, weight }, i) => ({ code, weight, first: i === 0 }))
      .filter(({ code }) => known.has(code))
      .map((share) => ({ ...share, fields: fieldsOf(analysis, share.code) }))
      .filter(
        ({ weight, first, fields }) => first || (weight >= settings.sectorFrom && fields.fields.length > 0),
      );
    if (shares.length === 0) return [];
    const common = {
      id: record.id,
      title: record.title,
      transferModes: record.transferModes ?? [],
      trl: trl && { low: trl.low, high: trl.high, source: trl.source },
      terms: terms(),
      university: homeOf(record.university),
      stages: stagesOf(trl),
      ready: trl !== null && trl.low >= settings.readyFrom,
      early: trl !== null && trl.low <= settings.earlyTrl[1] && trl.high >= settings.earlyTrl[0],
      asks: [...facts.asked].flatMap(([code, weight]) => (weight === 1 ? [code] : [])).sort(),
      conditions: [...facts.needed.keys()].sort(),
      wantsPilot: facts.pilotNeed.likely === true,
      areaM2: facts.askedAreaM2,
    };
    return shares.map(({ code, fields }) => ({ ...common, sector: code, fields }));
  };
}

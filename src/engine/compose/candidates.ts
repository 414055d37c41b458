/** Results that could be members of a park, with all that composing asks of them. */

import type { ParkStage } from '../../domain/park.ts';
import type { Profile } from '../../domain/profile.ts';
import type { ResearchResult } from '../../domain/research-result.ts';
import type { Analysed } from '../engine.ts';
import { resultFacts } from '../score/facts.ts';
import { type HomeUniversity, universityReader } from './home-university.ts';
import { stagesOf } from './readiness.ts';
import type { ParkSettings } from './settings.ts';
import { type FieldReading, fieldReader } from './sub-fields.ts';

export interface Candidate {
  readonly id: string;
  readonly result: Analysed<ResearchResult>;
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

/**
 * In the order of ids; once for each sector that a result has a fair share in. What is no technology, too early or of
 * a field outside the sectors stays out.
 */
export function parkCandidates(
  profile: Profile,
  results: readonly Analysed<ResearchResult>[],
  settings: ParkSettings,
): Candidate[] {
  const homeOf = universityReader(profile);
  const fieldsOf = fieldReader(profile);
  const known = new Set(profile.sectors.map(({ code }) => code));
  const candidates: Candidate[] = [];
  for (const result of [...results].sort((a, b) => (a.record.id < b.record.id ? -1 : 1))) {
    const { record, analysis } = result;
    const { trl, sectors } = analysis;
    if (record.university === undefined || sectors.outside || (trl && trl.high < settings.earlyTrl[0]))
      continue;
    const facts = resultFacts(profile, record, analysis);
    if (!facts.transferable) continue;
    const common = {
      id: record.id,
      result,
      university: homeOf(record.university),
      stages: stagesOf(trl),
      ready: trl !== null && trl.low >= settings.readyFrom,
      early: trl !== null && trl.low <= settings.earlyTrl[1] && trl.high >= settings.earlyTrl[0],
      asks: [...facts.asked].flatMap(([code, weight]) => (weight === 1 ? [code] : [])).sort(),
      conditions: [...facts.needed.keys()].sort(),
      wantsPilot: facts.pilotNeed.likely === true,
      areaM2: facts.askedAreaM2,
    };
    sectors.weights.forEach(({ code, weight }, i) => {
      if (!known.has(code)) return;
      const fields = fieldsOf(analysis, code);
      if (i === 0 || (weight >= settings.sectorFrom && fields.fields.length > 0))
        candidates.push({ ...common, sector: code, fields });
    });
  }
  return candidates;
}

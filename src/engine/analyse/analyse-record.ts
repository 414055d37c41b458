/** Everything that is read out of one record. */
import type { Analysis } from '../../domain/analysis.ts';
import type { CarrierDraft } from '../../domain/carrier.ts';
import { carrierTexts, resultTexts } from '../../domain/record-text.ts';
import type { ResearchResultDraft } from '../../domain/research-result.ts';
import { noteWordEnds } from '../../text/word-ends.ts';
import type { Knowledge } from '../knowledge.ts';
import type { AskClassifier } from './ask-classifier.ts';
import { partnerDetails, readCapabilities, readClaims } from './capabilities.ts';
import { readConditions } from './conditions.ts';
import { askedTerms, fieldTerms } from './field-terms.ts';
import { readNamedAside } from './named-aside.ts';
import { readNature } from './nature.ts';
import { readQuantities } from './quantities.ts';
import { languageOf, readFields } from './read-field.ts';
import { readReadiness } from './readiness.ts';
import { readRefusals } from './refusals.ts';
import type { SectorClassifier } from './sector-classifier.ts';
import { readSectors } from './sectors.ts';
import { settle } from './settle.ts';
import { weighAsks } from './weigh-asks.ts';

export interface Analyser {
  readonly version: string;
  result(result: ResearchResultDraft): Analysis;
  carrier(carrier: CarrierDraft): Analysis;
}

export function createAnalyser(
  knowledge: Knowledge,
  classifier: SectorClassifier,
  asks: AskClassifier,
  version: string,
): Analyser {
  return {
    version,
    result(result) {
      const fields = readFields(knowledge, resultTexts(result));
      const mentions = settle(knowledge, 'result', fields, readCapabilities(knowledge, 'result', fields));
      const capabilities = weighAsks(asks, fields, mentions);
      const aside = readNamedAside(knowledge, fields);
      const wordEnds = noteWordEnds(fields.map(({ read }) => read));
      return {
        kind: 'result',
        language: languageOf(fields),
        analyser: version,
        sectors: readSectors(knowledge, classifier, 'result', fields, result.sectors ?? []),
        capabilities,
        conditions: readConditions(knowledge, 'result', fields),
        ...(aside ? { aside } : {}),
        quantities: readQuantities('result', fields),
        trl: readReadiness(knowledge, result, fields, capabilities),
        nature: readNature(knowledge, fields),
        ...(wordEnds ? { wordEnds } : {}),
        terms: [...fieldTerms(knowledge, fields, { places: true }), ...askedTerms(knowledge, fields)],
      };
    },
    carrier(carrier) {
      const fields = readFields(knowledge, carrierTexts(carrier));
      const claims = carrier.capabilities ?? [];
      const partners = partnerDetails(claims);
      const mentions = readCapabilities(knowledge, 'carrier', fields, partners);
      const refusals = readRefusals(knowledge, fields);
      const wordEnds = noteWordEnds(fields.map(({ read }) => read));
      return {
        kind: 'carrier',
        language: languageOf(fields),
        analyser: version,
        sectors: readSectors(knowledge, classifier, 'carrier', fields, carrier.sectors ?? []),
        capabilities: [
          ...readClaims(knowledge, claims),
          ...settle(knowledge, 'carrier', fields, mentions, partners),
        ],
        conditions: readConditions(knowledge, 'carrier', fields),
        ...(refusals.length > 0 ? { refusals } : {}),
        quantities: readQuantities('carrier', fields),
        trl: null,
        nature: null,
        ...(wordEnds ? { wordEnds } : {}),
        terms: fieldTerms(knowledge, fields, { places: true }),
      };
    },
  };
}

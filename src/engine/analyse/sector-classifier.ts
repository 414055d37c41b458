/**
 * A sector classifier that needs no labelled record: each sector's vocabulary is one training document, a
 * text is compared with it by the multinomial naive Bayes log-likelihood ratio over words and character
 * pairs (McCallum & Nigam 1998), against the mixture of all sectors, so that words which every sector uses
 * say nothing.
 */
import { countTerms } from '../../text/terms.ts';
import type { Knowledge } from '../knowledge.ts';
import { SECTOR_FIELD_WEIGHTS } from '../settings.ts';
import type { ReadField } from './read-field.ts';

export interface SectorClassifier {
  /** Shares by sector, summing to at most 1; empty where the text says nothing to any sector. */
  classify(fields: readonly ReadField[]): Map<string, number>;
}

const SMOOTHING = 0.3;
/** Evidence per term is damped: words of one text are not independent. */
const TEMPERATURE = 4;

export function createSectorClassifier(knowledge: Knowledge): SectorClassifier {
  const { codes, weights } = train(knowledge);
  return {
    classify(fields) {
      const evidence = new Float64Array(codes.length);
      let seen = 0;
      for (const field of fields) {
        const fieldWeight = SECTOR_FIELD_WEIGHTS[field.base] ?? 0.5;
        for (const [term, count] of countTerms(knowledge.terms.extract(field.read))) {
          const row = weights.get(term);
          if (!row) continue;
          seen++;
          for (let s = 0; s < codes.length; s++) evidence[s]! += fieldWeight * Math.min(count, 2) * row[s]!;
        }
      }
      if (seen === 0) return new Map();
      const scale = TEMPERATURE * Math.sqrt(seen);
      const top = Math.max(...evidence);
      const exp = [...evidence].map((value) => Math.exp((value - top) / scale));
      const all = exp.reduce((a, b) => a + b, 0);
      // how far the best stands above "no sector in particular" is how much the opinion is worth
      const certainty = Math.max(0, Math.tanh(top / scale));
      return new Map(codes.map((code, s) => [code, (certainty * exp[s]!) / all]));
    },
  };
}

/** log P(term | sector) − log P(term) for every term of the vocabulary. */
function train(knowledge: Knowledge): { codes: string[]; weights: Map<string, Float64Array> } {
  const codes = knowledge.profile.sectors.map((sector) => sector.code);
  const counts = new Map<string, Float64Array>();
  const totals = new Float64Array(codes.length);
  codes.forEach((code, s) => {
    for (const { zh, en, strength } of knowledge.profile.terms[code] ?? []) {
      const weight = strength === 'strong' ? 1 : 0.4;
      for (const word of [zh, en]) {
        for (const [term, count] of countTerms(knowledge.terms.extract(knowledge.reader.read(word)))) {
          const row = counts.get(term) ?? new Float64Array(codes.length);
          row[s]! += weight * count;
          totals[s]! += weight * count;
          counts.set(term, row);
        }
      }
    }
  });
  const vocabulary = counts.size;
  const weights = new Map<string, Float64Array>();
  for (const [term, row] of counts) {
    const likelihoods = row.map((count, s) => (count + SMOOTHING) / (totals[s]! + SMOOTHING * vocabulary));
    const mean = likelihoods.reduce((a, b) => a + b, 0) / codes.length;
    weights.set(
      term,
      likelihoods.map((likelihood) => Math.log(likelihood / mean)),
    );
  }
  return { codes, weights };
}

/** Different words of near meaning, put into words once: both components of meaning show them. */
import type { Bilingual, Evidence } from '../../domain/match.ts';
import type { Place } from '../index/place-store.ts';
import type { Comparison } from '../rank/compare.ts';
import { quoteOf } from './evidence.ts';
import { joined } from './names.ts';
import type { FindPlace } from './result-places.ts';

interface KindredPair {
  readonly result: Place;
  readonly carrier: Place;
}

export interface KindredFindings {
  /** Those that bring most first; may be none. */
  readonly pairs: readonly KindredPair[];
  readonly named: Bilingual;
  readonly evidence: readonly Evidence[];
}

export const NO_KINDRED: KindredFindings = { pairs: [], named: { zh: '', en: '' }, evidence: [] };

/** Those of a pair of which both words can be quoted. */
export function findKindred(comparison: Comparison, row: number, carrierPlace: FindPlace): KindredFindings {
  const pairs: KindredPair[] = [];
  const names: Bilingual[] = [];
  const evidence: Evidence[] = [];
  for (const words of comparison.kindred(row)) {
    const result = comparison.reading.place(words.result);
    const carrier = carrierPlace(words.carrier);
    if (!result || !carrier) continue;
    pairs.push({ result, carrier });
    names.push({
      zh: `“${result.quote}”与“${carrier.quote}”`,
      en: `“${result.quote}” and “${carrier.quote}”`,
    });
    evidence.push(quoteOf('result', result), quoteOf('carrier', carrier));
  }
  return pairs.length === 0 ? NO_KINDRED : { pairs, named: joined(names), evidence };
}

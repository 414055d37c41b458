import type { Carrier } from '../domain/carrier.ts';
import type { FrozenRecord } from '../domain/round.ts';
import type { Analysed } from '../engine/engine.ts';
import { FROZEN_TERMS } from './frozen-records.ts';
import { loadCarriers, type Sources } from './load-records.ts';

/** Carriers whose terms are held at a time. */
const BATCH = 500;

/**
 * Frozen carriers as they were read, without the index terms and their places: those are most of a reading, and only
 * comparing texts needs them. In the order asked for.
 */
export async function carriersWithoutTerms(
  sources: Sources,
  refs: readonly FrozenRecord[],
): Promise<Analysed<Carrier>[]> {
  const carriers: Analysed<Carrier>[] = [];
  for (let from = 0; from < refs.length; from += BATCH) {
    const batch = await loadCarriers(sources, refs.slice(from, from + BATCH), {
      ...FROZEN_TERMS,
      vectorsOf: null,
    });
    for (const { record, analysis } of batch) carriers.push({ record, analysis: { ...analysis, terms: [] } });
  }
  return carriers;
}

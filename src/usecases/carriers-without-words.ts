import type { Carrier } from '../domain/carrier.ts';
import type { FrozenRecord } from '../domain/round.ts';
import type { Analysed } from '../engine/engine.ts';
import { carrierBatches } from './carrier-batches.ts';
import type { Sources } from './load-records.ts';

/**
 * Frozen carriers as they were read, without index terms, their places and the words of sectors: those are most of a
 * reading, and only comparing and explaining need them. In the order asked for.
 */
export async function carriersWithoutWords(
  sources: Sources,
  refs: readonly FrozenRecord[],
): Promise<Analysed<Carrier>[]> {
  const carriers: Analysed<Carrier>[] = [];
  for await (const batch of carrierBatches(sources, refs))
    for (const { record, analysis } of batch)
      carriers.push({
        record,
        analysis: { ...analysis, terms: [], sectors: { ...analysis.sectors, evidence: [] } },
      });
  return carriers;
}

import type { Carrier } from '../domain/carrier.ts';
import type { FrozenRecord } from '../domain/round.ts';
import type { Analysed } from '../engine/engine.ts';
import { FROZEN_TERMS } from './frozen-records.ts';
import { type LoadTerms, loadCarriers, type Sources } from './load-records.ts';
import { pause } from './pause.ts';

/** Carriers whose readings are held at a time: so few that they are gone before V8 takes them for something that stays. */
const BATCH = 10;

/** Frozen carriers, some at a time, in the order asked for, with a turn for the event loop after each. */
export async function* carrierBatches(
  sources: Sources,
  refs: readonly FrozenRecord[],
  vectorsOf: LoadTerms['vectorsOf'] = null,
): AsyncGenerator<Analysed<Carrier>[]> {
  const terms = { ...FROZEN_TERMS, vectorsOf };
  for (let from = 0; from < refs.length; from += BATCH) {
    yield await loadCarriers(sources, refs.slice(from, from + BATCH), terms);
    await pause();
  }
}

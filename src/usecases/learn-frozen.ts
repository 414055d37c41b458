import type { CorpusModel } from '../engine/model/corpus-model.ts';
import { TermCollector } from '../engine/model/term-corpus.ts';
import { inSteps } from './in-steps.ts';
import { type LoadTerms, loadCarriers, loadResults, type Sources } from './load-records.ts';
import type { BothSides } from './unembedded.ts';

/** Records held in memory at a time. */
const BATCH = 500;
const TERMS: LoadTerms = { vectorsOf: null, vectorsRequired: false, mostRead: Number.POSITIVE_INFINITY };

/**
 * The corpus model that these records give by themselves, whatever order they come in. Lets heartbeats, signals and
 * requests through.
 */
export async function learnFrozen(sources: Sources, { results, carriers }: BothSides): Promise<CorpusModel> {
  const collector = new TermCollector();
  for (const batch of batches(results)) {
    for (const { analysis } of await loadResults(sources, batch, TERMS)) collector.add(analysis);
  }
  for (const batch of batches(carriers)) {
    for (const { analysis } of await loadCarriers(sources, batch, TERMS)) collector.add(analysis);
  }
  return inSteps(sources.engine.trainingSteps(collector.corpus(), null));
}

function* batches(refs: BothSides['results']): Generator<BothSides['results']> {
  const inOrder = [...refs].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (let start = 0; start < inOrder.length; start += BATCH) yield inOrder.slice(start, start + BATCH);
}

/** Records brought together: indexed anew, or as they were in a file. */
import type { Carrier } from '../domain/carrier.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { Analysed, MatchPool, PoolInput, StoredPool } from './engine.ts';
import { CarrierIndex } from './index/carrier-index.ts';
import { meaningsOf, sourceOfMeanings } from './index/meanings.ts';
import { awaited, ResultIndex } from './index/result-index.ts';
import type { Knowledge } from './knowledge.ts';
import { type CorpusModel, withOwnLexicon } from './model/corpus-model.ts';
import type { TermDocument } from './model/term-statistics.ts';
import { once } from './once.ts';
import { poolOver } from './pool-over.ts';
import type { ByteSource } from './stored/byte-source.ts';
import { joinParts } from './stored/joined-parts.ts';
import { commonHead, openStoredPool, readStoredPool } from './stored/stored-pool.ts';

/** A pool of these records. */
export function createPool(
  knowledge: Knowledge,
  version: string,
  input: PoolInput,
  train: (records: Iterable<TermDocument>) => CorpusModel,
): MatchPool {
  const { profile } = knowledge;
  const given = { results: sortedById(input.results), carriers: sortedById(input.carriers) };
  const model = input.model ?? modelOf(given.results, given.carriers, train);
  const source = input.meanings ?? sourceOfMeanings([...given.results, ...given.carriers]);
  const meanings = meaningsOf(model, source);
  const results = new ResultIndex(profile, model, meanings, {
    keepTexts: input.keepTexts ?? true,
    expected: given.results.length,
  });
  const carriers = new CarrierIndex(profile, model, meanings, { expected: given.carriers.length });
  for (const result of given.results) results.put(result);
  for (const carrier of given.carriers) carriers.put(carrier);
  carriers.settle();
  return poolOver(knowledge, version, { model, source, results, carriers });
}

/** A pool from its file, as it was. Throws UnreadableSections. */
export async function openPool(
  knowledge: Knowledge,
  version: string,
  source: ByteSource,
): Promise<StoredPool> {
  const stored = await openStoredPool(source);
  return {
    ...stored.head,
    restore: (trained) => {
      const model = ownModel(trained, stored.head.model);
      model.lexicon.continue(stored.unseenTerms());
      const meanings = meaningsOf(model, stored.head.meanings);
      const { profile } = knowledge;
      const packed = awaited(stored.results());
      const results = new ResultIndex(profile, model, meanings, { keepTexts: false, packed });
      const complete = once(async () => results.complete(await stored.readLate()));
      const carriers = new CarrierIndex(profile, model, meanings, { packed: stored.carriers() });
      return poolOver(knowledge, version, {
        model,
        source: stored.head.meanings,
        results,
        carriers,
        complete,
      });
    },
  };
}

/** A pool of carriers alone, from files of some of them each, in the order of ids. Throws UnreadableSections. */
export function openParts(knowledge: Knowledge, version: string, parts: readonly Uint8Array[]): StoredPool {
  const stored = parts.map(readStoredPool);
  const head = commonHead(stored.map((part) => part.head));
  return {
    ...head,
    notes: stored.map((part) => part.head.notes),
    restore: (trained) => {
      const model = ownModel(trained, head.model);
      const whole = joinParts(
        stored.map((part) => ({ unseen: part.unseenTerms(), carriers: part.carriers() })),
        model.lexicon.size,
      );
      model.lexicon.continue(whole.unseen);
      const meanings = meaningsOf(model, head.meanings);
      const { profile } = knowledge;
      return poolOver(knowledge, version, {
        model,
        source: head.meanings,
        results: new ResultIndex(profile, model, meanings, { keepTexts: false }),
        carriers: new CarrierIndex(profile, model, meanings, { packed: whole.carriers }),
      });
    },
  };
}

function ownModel(trained: CorpusModel, fingerprint: string): CorpusModel {
  if (trained.fingerprint === fingerprint) return withOwnLexicon(trained);
  throw new Error(`the pool compares by the model ${fingerprint}, not ${trained.fingerprint}`);
}

/** Learnt from the records at hand, in the order of ids. */
function modelOf(
  results: readonly Analysed<ResearchResult>[],
  carriers: readonly Analysed<Carrier>[],
  train: (records: Iterable<TermDocument>) => CorpusModel,
): CorpusModel {
  return train([...results, ...carriers].map(({ analysis }) => analysis));
}

/** Ids in code-unit order, wherever the records came from. */
function sortedById<T extends ResearchResult | Carrier>(records: readonly Analysed<T>[]): Analysed<T>[] {
  return [...records].sort((a, b) => (a.record.id < b.record.id ? -1 : a.record.id > b.record.id ? 1 : 0));
}

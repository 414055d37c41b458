/**
 * Our engine as a contender: both purposes of every result, with all reasons or as a ranking alone. As in a round, and
 * as when somebody asks, the pool holds the carriers, and a result is handed in with what was read out of it.
 */
import { PURPOSES, type Purpose } from '../src/domain/purpose.ts';
import { createEngine } from '../src/engine/create-engine.ts';
import type { AskedResult, MatchPool } from '../src/engine/engine.ts';
import type { CorpusModel } from '../src/engine/model/corpus-model.ts';
import { loadProfile } from '../src/exchange/index.ts';
import type { Contender } from './contender.ts';
import { readAnalysed } from './corpus/parts.ts';
import type { Corpus } from './corpus.ts';
import { TOP } from './peers/peer.ts';

/** Carriers beyond this many are not learnt from; the terms that they alone use are indexed and weighed all the same. */
const MOST_LEARNT_FROM = 15_000;

export async function createEnginePeer(corpus: Corpus): Promise<Contender> {
  const engine = createEngine(await loadProfile());
  let carriers = readAnalysed(corpus.folder, 'carriers', corpus.carriers);
  const results = readAnalysed(corpus.folder, 'results', corpus.results);
  let model: CorpusModel | undefined;
  let pool: MatchPool | undefined;
  /** The least number of carriers found, over both purposes. */
  const ask = (
    result: number,
    find: (pool: MatchPool, asked: AskedResult, purpose: Purpose) => number,
  ): number => {
    const ready = pool;
    if (!ready) throw new Error('the engine was asked before it was built');
    const asked = results[result]!;
    return Math.min(...PURPOSES.map((purpose) => find(ready, asked, purpose)));
  };
  return {
    steps: {
      'learning the model': () => {
        const learntFrom = [...results, ...carriers.slice(0, MOST_LEARNT_FROM)];
        model = engine.train(learntFrom.map(({ analysis }) => analysis));
      },
      'building the index': () => {
        pool = engine.pool({ carriers, results: [], model, meanings: 'words', keepTexts: false });
        carriers = [];
      },
    },
    questions: {
      'ranked and explained': (result) =>
        ask(result, (ready, asked, purpose) => ready.carriersFor(asked, purpose, TOP).matches.length),
      'ranked only': (result) =>
        ask(result, (ready, asked, purpose) => ready.rankCarriers(asked, purpose, TOP).length),
    },
  };
}

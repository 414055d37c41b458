/** Records brought together: rankings from either side, and every pair explained. */
import type { Carrier } from '../domain/carrier.ts';
import type { Match } from '../domain/match.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { Analysed, MatchPool, PoolInput, RankedId } from './engine.ts';
import { explainMatch, verdictOf } from './explain/explain-match.ts';
import { whyNoFit } from './explain/no-fit.ts';
import { CarrierIndex } from './index/carrier-index.ts';
import { ResultIndex } from './index/result-index.ts';
import type { Knowledge } from './knowledge.ts';
import { type CorpusModel, trainModel } from './model/corpus-model.ts';
import { Comparison } from './rank/compare.ts';
import type { ResultQuery } from './rank/result-query.ts';
import { ResultSweep } from './rank/result-sweep.ts';
import { CarrierSweep } from './rank/sweep.ts';
import { type PairScore, type PoolKnowledge, scorePair, weightTables } from './score/affinity.ts';

export function createPool(knowledge: Knowledge, input: PoolInput): MatchPool {
  const { profile } = knowledge;
  const given = { results: sortedById(input.results), carriers: sortedById(input.carriers) };
  const model = input.model ?? modelOf(given.results, given.carriers);
  const results = new ResultIndex(profile, model, given.results);
  const carriers = new CarrierIndex(profile, model, given.carriers);
  const carrierSweep = new CarrierSweep(carriers, knowledge.conditionByCode);
  const resultSweep = new ResultSweep(results, carriers);
  const weights = weightTables(model.words?.trust ?? 0);
  const shared = (): PoolKnowledge => ({
    conditions: knowledge.conditionByCode,
    weights,
    rarity: carriers.rarity(),
  });
  const asked = new LastAsked(results, (query) => new Comparison(knowledge, query, carriers));

  const score = (r: number, c: number, purpose: Purpose): PairScore => {
    const { query } = asked.of(r);
    return scorePair(query.facts, carriers.rows.at(c), purpose, carrierSweep.textsOf(query, c), shared());
  };
  const match = (r: number, c: number, purpose: Purpose, rank: number, known?: PairScore): Match => {
    const comparison = asked.of(r);
    return explainMatch(knowledge, {
      result: results.rows.at(r),
      carrier: carriers.rows.at(c),
      purpose,
      rank,
      score: known ?? score(r, c, purpose),
      shared: comparison.shared(c),
      places: comparison.places(c),
    });
  };

  return {
    model: model.fingerprint,
    carriersFor(resultId, purpose, top) {
      const r = results.rows.row(resultId);
      const best = carrierSweep.top(asked.of(r).query, purpose, Math.max(1, top));
      const matches = best.map(({ row }, i) => match(r, row, purpose, i + 1));
      const served = matches.some((candidate) => candidate.verdict === 'recommended');
      return {
        matches: matches.slice(0, top),
        noFit: served ? null : whyNoFit(profile, results.rows.at(r), purpose, matches),
      };
    },
    resultsFor(carrierId, purpose, top) {
      const c = carriers.rows.row(carrierId);
      return resultSweep
        .top(c, purpose, top, shared())
        .map(({ row, score }, i) => match(row, c, purpose, i + 1, score));
    },
    explain(resultId, carrierId, purpose) {
      return match(results.rows.row(resultId), carriers.rows.row(carrierId), purpose, 0);
    },
    rankCarriers(resultId, purpose, top = carriers.rows.size): RankedId[] {
      const r = results.rows.row(resultId);
      return carrierSweep.top(asked.of(r).query, purpose, top).map(({ row, score: affinity }) => ({
        id: carriers.rows.id(row),
        affinity,
        verdict: verdictOf(score(r, row, purpose)),
      }));
    },
    rankResults(carrierId, purpose, top = results.rows.size): RankedId[] {
      const c = carriers.rows.row(carrierId);
      return resultSweep.top(c, purpose, top, shared()).map(({ row, score: found }) => ({
        id: results.rows.id(row),
        affinity: found.affinity,
        verdict: verdictOf(found),
      }));
    },
    putCarrier: (carrier) => carriers.put(carrier),
    removeCarrier: (id) => carriers.remove(id),
    putResult(result) {
      results.put(result);
      asked.forget();
    },
    removeResult(id) {
      results.remove(id);
      asked.forget();
    },
  };
}

/** Both purposes, and all carriers, are asked about one result after the other. */
class LastAsked {
  private readonly results: ResultIndex;
  private readonly prepare: (query: ResultQuery) => Comparison;
  private last: { readonly row: number; readonly comparison: Comparison } | null = null;

  constructor(results: ResultIndex, prepare: (query: ResultQuery) => Comparison) {
    this.results = results;
    this.prepare = prepare;
  }

  of(row: number): Comparison {
    if (this.last?.row !== row) this.last = { row, comparison: this.prepare(this.results.query(row)) };
    return this.last.comparison;
  }

  forget(): void {
    this.last = null;
  }
}

/** Learnt from the records at hand, in the order of ids. */
function modelOf(
  results: readonly Analysed<ResearchResult>[],
  carriers: readonly Analysed<Carrier>[],
): CorpusModel {
  return trainModel([...results, ...carriers].map(({ analysis }) => analysis));
}

/** Ids in code-unit order, wherever the records came from. */
function sortedById<T extends ResearchResult | Carrier>(records: readonly Analysed<T>[]): Analysed<T>[] {
  return [...records].sort((a, b) => (a.record.id < b.record.id ? -1 : a.record.id > b.record.id ? 1 : 0));
}

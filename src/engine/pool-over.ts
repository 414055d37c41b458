/** What a pool answers, over records that are indexed: rankings from either side, and every pair explained. */
import type { Match } from '../domain/match.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { AskedResult, CarriersRanked, MatchPool, RankedId } from './engine.ts';
import type { Rescore } from './explain/changes.ts';
import { createExplainer } from './explain/explain-match.ts';
import { whyNoFit } from './explain/no-fit.ts';
import { dependsOnLead, groundDependsOnLead, isNearMiss, type Lead, verdictOf } from './explain/verdict.ts';
import type { CarrierIndex } from './index/carrier-index.ts';
import type { MeaningSource } from './index/meanings.ts';
import type { ResultIndex } from './index/result-index.ts';
import type { Knowledge } from './knowledge.ts';
import type { CorpusModel } from './model/corpus-model.ts';
import { Compared, Comparison } from './rank/compare.ts';
import type { SweptQuery } from './rank/result-query.ts';
import { ResultSweep } from './rank/result-sweep.ts';
import { CarrierSweep, type FoundCarrier } from './rank/sweep.ts';
import { type PairScore, scorePair } from './score/affinity.ts';
import { writeStoredPool } from './stored/stored-pool.ts';

/** How many of the best may be told why they are not recommended. */
const WHY_NOT_FIRST = 5;

export interface PoolParts {
  readonly model: CorpusModel;
  readonly source: MeaningSource;
  readonly results: ResultIndex;
  readonly carriers: CarrierIndex;
  /** Reads what of the results is not read yet. */
  readonly complete?: () => Promise<void>;
}

export function poolOver(
  knowledge: Knowledge,
  version: string,
  { model, source, results, carriers, complete = async () => {} }: PoolParts,
): MatchPool {
  const { profile } = knowledge;
  const carrierSweep = new CarrierSweep(carriers, knowledge.conditionByCode);
  const resultSweep = new ResultSweep(results, carriers);
  const explainer = createExplainer(knowledge);
  const compared = new Compared(knowledge, explainer.cutter, carriers);
  const asked = new LastAsked((result) => new Comparison(compared, results.question(result)));

  /** Asked only where something hangs on it: it takes a sweep over all carriers. */
  const leadIn = (query: SweptQuery, c: number, purpose: Purpose): Lead =>
    leadOf(c, carrierSweep.top(query, purpose, 2));
  /** How far a pair is from a recommendation is told by what its carrier needs for one; else only where that hangs on it. */
  const leadIfTold = (
    query: SweptQuery,
    c: number,
    purpose: Purpose,
    found: PairScore,
    isAskedWhyNot: boolean,
  ): Lead =>
    isAskedWhyNot || dependsOnLead(found) || groundDependsOnLead(found) ? leadIn(query, c, purpose) : null;
  /** Scores a pair with other facts; its texts stay as they are. */
  const rescorer = (query: SweptQuery, c: number, purpose: Purpose): Rescore => {
    const texts = carrierSweep.textsOf(query, c);
    return (result, carrier) => scorePair(result, carrier, purpose, texts, carrierSweep.knowledge);
  };
  const match = (
    comparison: Comparison,
    c: number,
    purpose: Purpose,
    {
      rank,
      found,
      lead: known,
      isAskedWhyNot,
    }: { rank: number; found: PairScore; lead?: Lead; isAskedWhyNot: boolean },
  ): Match => {
    const { query } = comparison;
    const lead = known === undefined ? leadIfTold(query, c, purpose, found, isAskedWhyNot) : known;
    return explainer.explain({
      result: query.facts,
      carrier: carriers.rows.at(c),
      purpose,
      rank,
      score: found,
      lead,
      comparison,
      row: c,
      rescore: isAskedWhyNot ? rescorer(query, c, purpose) : null,
    });
  };
  const findResults = (carrierId: string, purpose: Purpose, top: number) => {
    const c = carriers.rows.row(carrierId);
    const best = resultSweep.top(c, purpose, top, carrierSweep.knowledge);
    return {
      ids: best.map(({ row }) => results.rows.id(row)),
      explain: (found: readonly AskedResult[]) =>
        best.map(({ found: score }, i) =>
          match(asked.of(found[i]!), c, purpose, { rank: i + 1, found: score, isAskedWhyNot: false }),
        ),
    };
  };

  const carriersRanked = (
    result: AskedResult,
    purpose: Purpose,
    top: number,
    most: number,
  ): CarriersRanked => {
    const comparison = asked.of(result);
    const best = carrierSweep.top(comparison.query, purpose, Math.max(2, top, most));
    const matches = best.slice(0, Math.max(1, top)).map(({ row, found }, i) =>
      match(comparison, row, purpose, {
        rank: i + 1,
        found,
        lead: leadOf(row, best),
        isAskedWhyNot: i === 0 || (i < WHY_NOT_FIRST && isNearMiss(found)),
      }),
    );
    const served = matches.some((candidate) => candidate.verdict === 'recommended');
    return {
      matches: matches.slice(0, top),
      noFit: served
        ? null
        : whyNoFit(
            profile,
            comparison.query.facts,
            purpose,
            matches[0],
            best[0] && carriers.rows.at(best[0].row),
          ),
      ranked: rankedIds(best, most),
    };
  };
  const rankedIds = (best: readonly FoundCarrier[], most: number): RankedId[] =>
    best
      .slice(0, most)
      .map(({ row, found }) => ({ id: carriers.rows.id(row), ...rankedAs(found, leadOf(row, best)) }));

  return {
    model: model.fingerprint,
    complete,
    carriersFor(result, purpose, top) {
      const { matches, noFit } = carriersRanked(result, purpose, top, 0);
      return { matches, noFit };
    },
    carriersRanked,
    resultsFor(carrierId, purpose, top) {
      const found = findResults(carrierId, purpose, top);
      return found.explain(found.ids);
    },
    findResults,
    explain(result, carrierId, purpose) {
      const comparison = asked.of(result);
      const c = carriers.rows.row(carrierId);
      const found = carrierSweep.score(comparison.query, c, purpose);
      return match(comparison, c, purpose, { rank: 0, found, isAskedWhyNot: true });
    },
    rankCarriers(result, purpose, top = carriers.rows.size): RankedId[] {
      return rankedIds(carrierSweep.top(asked.of(result).query, purpose, Math.max(2, top)), top);
    },
    rankResults(carrierId, purpose, top = results.rows.size): RankedId[] {
      const c = carriers.rows.row(carrierId);
      return resultSweep.top(c, purpose, top, carrierSweep.knowledge).map(({ row, found }) => ({
        id: results.rows.id(row),
        ...rankedAs(found, dependsOnLead(found) ? leadIn(results.swept(row), c, purpose) : null),
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
    write: (notes) =>
      writeStoredPool({
        head: { engine: version, model: model.fingerprint, meanings: source, notes },
        unseen: model.lexicon.unseen(),
        results: results.packed(),
        carriers: carriers.packed(),
      }),
  };
}

/** Both purposes, and all carriers, are asked about one result after the other. */
class LastAsked {
  private readonly prepare: (result: AskedResult) => Comparison;
  private last: { readonly result: AskedResult; readonly comparison: Comparison } | null = null;

  constructor(prepare: (result: AskedResult) => Comparison) {
    this.prepare = prepare;
  }

  of(result: AskedResult): Comparison {
    if (this.last?.result !== result) this.last = { result, comparison: this.prepare(result) };
    return this.last.comparison;
  }

  forget(): void {
    this.last = null;
  }
}

/** Of the carrier in row `c`, given the first ones of the result; one that is alone leads nobody. */
function leadOf(c: number, [first, next]: readonly FoundCarrier[]): Lead {
  if (first?.row !== c) return null;
  return next === undefined ? 0 : first.found.score - next.found.score;
}

function rankedAs(score: PairScore, lead: Lead): Pick<RankedId, 'affinity' | 'verdict'> {
  return { affinity: score.affinity, verdict: verdictOf(score, lead) };
}

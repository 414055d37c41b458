/** Quality of rankings against graded judgements. */
import {
  type Estimate,
  estimate,
  hit,
  type JudgedRanking,
  ndcg,
  reciprocalRank,
} from '../engine/measures.ts';
import type { QueryRanking } from './rank-records.ts';

export interface Judgements {
  /** query id → document id → grade (0 = useless). */
  readonly grades: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export interface EvaluationSettings {
  /** From this grade on a document is relevant: for MRR and hits, and for a query to count at all. */
  readonly relevant: number;
  /** Queries with fewer judged documents are left out. */
  readonly minJudged: number;
}

export interface Evaluation {
  readonly queries: number;
  readonly ndcg5: Estimate;
  readonly ndcg10: Estimate;
  readonly mrr: Estimate;
  readonly hit5: Estimate;
}

/** Documents without a judgement count as grade 0. A query counts where one of its documents is relevant. */
export function evaluateRankings(
  rankings: Iterable<QueryRanking>,
  { grades }: Judgements,
  { relevant, minJudged }: EvaluationSettings,
): Evaluation {
  const judged: JudgedRanking[] = [];
  for (const { queryId, ranking } of rankings) {
    const own = grades.get(queryId);
    if (!own || own.size < minJudged) continue;
    const all = [...own.values()];
    if (!all.some((grade) => grade >= relevant)) continue;
    judged.push({ all, grades: ranking.map(({ id }) => own.get(id) ?? 0) });
  }
  const over = (measure: (ranking: JudgedRanking) => number) => estimate(judged.map(measure));
  return {
    queries: judged.length,
    ndcg5: over((ranking) => ndcg(ranking, 5)),
    ndcg10: over((ranking) => ndcg(ranking, 10)),
    mrr: over((ranking) => reciprocalRank(ranking, relevant)),
    hit5: over((ranking) => hit(ranking, 5, relevant)),
  };
}

/** Ranks records against one another without a store: for measuring and for anyone who has two files. */
import type { Carrier } from '../domain/carrier.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { Engine, MatchPool, PoolInput, RankedId } from '../engine/engine.ts';
import type { Background, CorpusModel } from '../engine/model/corpus-model.ts';
import { finish } from '../engine/model/steps.ts';
import { collectAnalysed } from './learn-model.ts';

/** Whose side asks: `results` ranks carriers for each result, `carriers` ranks results for each carrier. */
export const QUERY_SIDES = ['results', 'carriers'] as const;
export type QuerySide = (typeof QUERY_SIDES)[number];

export interface RankRequest {
  readonly carriers: readonly Carrier[];
  readonly results: readonly ResearchResult[];
  readonly query: QuerySide;
  readonly purpose: Purpose;
  /** Exactly these documents per query, also such as are in no record (they come last with 0); else all. */
  readonly candidates?: ReadonlyMap<string, readonly string[]> | undefined;
  readonly top?: number | undefined;
  /** Learnt before; absent: learnt from these records, and from the background. */
  readonly model?: CorpusModel | undefined;
  readonly background?: Background | undefined;
}

export interface QueryRanking {
  readonly queryId: string;
  readonly ranking: readonly RankedId[];
}

export function createRecordPool(
  engine: Engine,
  {
    carriers,
    results,
    model,
    background,
  }: Pick<RankRequest, 'carriers' | 'results' | 'model' | 'background'>,
): MatchPool {
  const records = analysed(engine, { carriers, results });
  if (model || !background) return engine.pool({ ...records, model });
  return engine.pool({
    ...records,
    model: finish(engine.trainingSteps(collectAnalysed(records), background)),
  });
}

function analysed(
  engine: Engine,
  { carriers, results }: Pick<RankRequest, 'carriers' | 'results'>,
): Pick<PoolInput, 'carriers' | 'results'> {
  return {
    carriers: carriers.map((record) => ({ record, analysis: engine.analyseCarrier(record) })),
    results: results.map((record) => ({ record, analysis: engine.analyseResult(record) })),
  };
}

/** One ranking per query, in the order of the records (or of the candidates, where they are given). */
export function rankRecords(engine: Engine, request: RankRequest): Generator<QueryRanking> {
  return rankInPool(createRecordPool(engine, request), request);
}

/** The same in a pool of these records that is there already. */
export function* rankInPool(pool: MatchPool, request: RankRequest): Generator<QueryRanking> {
  const { query, purpose, candidates, top } = request;
  const known = new Set(
    (query === 'results' ? request.results : request.carriers).map((record) => record.id),
  );
  for (const queryId of candidates?.keys() ?? known) {
    const all = known.has(queryId) ? rankAll(pool, query, queryId, purpose) : [];
    const ranking = candidates ? onlyListed(all, candidates.get(queryId) ?? []) : all;
    yield { queryId, ranking: top === undefined ? ranking : ranking.slice(0, top) };
  }
}

function rankAll(pool: MatchPool, query: QuerySide, queryId: string, purpose: Purpose): RankedId[] {
  return query === 'results' ? pool.rankCarriers(queryId, purpose) : pool.rankResults(queryId, purpose);
}

function onlyListed(all: readonly RankedId[], listed: readonly string[]): RankedId[] {
  const wanted = new Set(listed);
  const ranked = all.filter(({ id }) => wanted.has(id));
  const found = new Set(ranked.map(({ id }) => id));
  const absent = [...wanted].filter((id) => !found.has(id)).sort();
  return [...ranked, ...absent.map((id) => ({ id, affinity: 0, verdict: 'unfit' as const }))];
}

/** Whether the better of two carriers, alike but for one attribute, has the higher affinity. */

import type { Carrier } from '../domain/carrier.ts';
import { DomainError } from '../domain/errors.ts';
import type { Counterfactual } from '../domain/judged-reading.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { Engine, MatchPool } from '../engine/engine.ts';

export interface CounterfactualEvaluation {
  readonly pairs: number;
  /** The same affinity for both is not right. */
  readonly right: number;
  readonly wrong: readonly {
    readonly id: string;
    readonly attribute: string | undefined;
    readonly higher: number;
    readonly lower: number;
  }[];
}

interface Records {
  readonly results: ReadonlyMap<string, ResearchResult>;
  readonly carriers: ReadonlyMap<string, Carrier>;
}

/** The pool is left as it was. Throws `record.not_found` where a pair names a record that is not there. */
export function evaluateCounterfactuals(
  engine: Engine,
  pool: MatchPool,
  records: Records,
  pairs: readonly Counterfactual[],
): CounterfactualEvaluation {
  const wrong: CounterfactualEvaluation['wrong'][number][] = [];
  for (const pair of pairs) {
    requireRecords(pair, records);
    const { resultId, carrierA, carrierB, purpose } = pair;
    const restore = putVariant(engine, pool, records, pair);
    const affinity = (carrierId: string) => pool.explain(resultId, carrierId, purpose).affinity;
    const [a, b] = [affinity(carrierA), affinity(carrierB)];
    restore();
    const [higher, lower] = pair.higher === 'A' ? [a, b] : [b, a];
    if (higher <= lower) wrong.push({ id: pair.id, attribute: pair.attribute, higher, lower });
  }
  return { pairs: pairs.length, right: pairs.length - wrong.length, wrong };
}

function requireRecords({ id, variant, ...pair }: Counterfactual, { results, carriers }: Records): void {
  const missing = [
    ...(results.has(pair.resultId) ? [] : [pair.resultId]),
    ...[pair.carrierA, pair.carrierB].filter((carrier) => !carriers.has(carrier)),
  ].filter((missed) => missed !== variant?.id);
  if (missing.length === 0) return;
  throw new DomainError(
    'record.not_found',
    `对照 ${id} 所指的记录不在文件中 pair ${id} names records that are in neither file: ${missing.join(', ')}`,
  );
}

/** Returns what puts the pool back. */
function putVariant(
  engine: Engine,
  pool: MatchPool,
  { results, carriers }: Records,
  { variant }: Counterfactual,
): () => void {
  if (!variant) return () => {};
  if ('title' in variant) {
    const put = (record: ResearchResult) =>
      pool.putResult({ record, analysis: engine.analyseResult(record) });
    const record = { ...variant, id: variant.id! };
    const before = results.get(record.id);
    put(record);
    return () => (before ? put(before) : pool.removeResult(record.id));
  }
  const put = (record: Carrier) => pool.putCarrier({ record, analysis: engine.analyseCarrier(record) });
  const record = { ...variant, id: variant.id! };
  const before = carriers.get(record.id);
  put(record);
  return () => (before ? put(before) : pool.removeCarrier(record.id));
}

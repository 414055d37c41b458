import { DomainError } from '../domain/errors.ts';
import { shown } from '../domain/explain-issues.ts';
import {
  type Decision,
  type DecisionWithAdvice,
  type KeptDecision,
  type LastAdvice,
  type Pair,
  RETURN_REASON_NAMES,
} from '../domain/review.ts';
import { getCarrier, getResult } from './get-record.ts';
import type { Ports } from './ports.ts';

const REASONS = `以下之一 · one of ${Object.entries(RETURN_REASON_NAMES)
  .map(([code, { zh }]) => `${code}（${zh}）`)
  .join('、')}`;

/**
 * Keeps what a reviewer decided of a pair, in place of an earlier decision; the next round keeps to it. A reviewer may
 * approve what no round has recommended: the answer says how the last one saw it. Throws `record.not_found`, or `record.invalid` where a refusal gives no reason, an approval gives one, or nobody decided.
 */
export async function decidePair(
  { store }: Pick<Ports, 'store'>,
  decision: Decision,
): Promise<DecisionWithAdvice> {
  await getResult({ store }, decision.resultId);
  await getCarrier({ store }, decision.carrierId);
  if (decision.verdict !== 'approved' && decision.reason === null) {
    throw new DomainError(
      'record.invalid',
      '退回、驳回或回避须说明理由 · A pair that is not approved needs a reason',
      [{ field: 'reason', found: shown(''), expected: REASONS }],
    );
  }
  if (decision.verdict === 'approved' && decision.reason !== null) {
    throw new DomainError(
      'record.invalid',
      '批准不附退回理由，说明请写入意见 · An approval gives no reason for a refusal; use the comment',
      [{ field: 'reason', found: decision.reason, expected: '批准时不填 · nothing where approved' }],
    );
  }
  if (decision.reviewer.trim() === '') {
    throw new DomainError('record.invalid', '审核人不能为空 · A decision needs a reviewer', [
      { field: 'reviewer', found: shown(''), expected: '审核人 · who decided' },
    ]);
  }
  await store.decisions.save([decision]);
  const kept = (await store.decisions.list()).find((each) => isOf(each, decision));
  if (!kept) throw new Error('the decision was taken back while it was kept');
  return { ...kept, advice: await lastAdvice({ store }, decision) };
}

async function lastAdvice({ store }: Pick<Ports, 'store'>, pair: Pair): Promise<LastAdvice | null> {
  const round = await store.rounds.lastFinished();
  if (!round) return null;
  const { resultId, carrierId, purpose } = pair;
  const [match] = await store.rounds.matches(round.id, { resultId, carrierId, purpose, limit: 1 });
  return {
    roundId: round.id,
    recommended: match?.verdict === 'recommended',
    affinity: match?.affinity ?? null,
  };
}

/** Decisions that count, in the order of result, carrier, purpose. */
export function listDecisions({ store }: Pick<Ports, 'store'>): Promise<KeptDecision[]> {
  return store.decisions.list();
}

/** Takes a decision back. Throws `record.not_found` where there is none. */
export async function withdrawDecision({ store }: Pick<Ports, 'store'>, pair: Pair): Promise<void> {
  if (await store.decisions.remove(pair)) return;
  throw new DomainError(
    'record.not_found',
    `没有关于成果“${pair.resultId}”与载体“${pair.carrierId}”的决定 · There is no decision on this pair`,
  );
}

function isOf(a: Pair, b: Pair): boolean {
  return a.resultId === b.resultId && a.carrierId === b.carrierId && a.purpose === b.purpose;
}

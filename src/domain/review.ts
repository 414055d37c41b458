/** What a reviewer of the bureau decided of a pair; later rounds keep to it. */
import type { Purpose } from './purpose.ts';

export interface Pair {
  readonly resultId: string;
  readonly carrierId: string;
  readonly purpose: Purpose;
}

/** The same for two pairs only where they are one. */
export function pairKey({ resultId, carrierId, purpose }: Pair): string {
  return `${purpose} ${resultId} ${carrierId}`;
}

export const VERDICTS_OF_REVIEW = ['approved', 'returned', 'rejected', 'conflict'] as const;
/**
 * `approved`: the placement stays in all later rounds; `returned`: sent back, the result is matched anew with
 * others; `rejected`: this pair never again; `conflict`: the two must not meet, whatever the texts say.
 */
export type ReviewVerdict = (typeof VERDICTS_OF_REVIEW)[number];

export const RETURN_REASONS = [
  'sector_misassigned',
  'partner_provided',
  'trl_unsupported',
  'ip_missing',
  'carrier_status',
  'duplicate',
  'conflict_of_interest',
  'outside_scope',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

export const RETURN_REASON_NAMES: Readonly<Record<ReturnReason, { zh: string; en: string }>> = {
  sector_misassigned: { zh: '领域归类有误', en: 'sector mis-assigned' },
  partner_provided: { zh: '能力仅由合作方提供', en: 'capability only partner-provided' },
  trl_unsupported: { zh: '成熟度依据不足', en: 'readiness unsupported' },
  ip_missing: { zh: '知识产权材料不全', en: 'IP evidence missing' },
  carrier_status: { zh: '载体整改或摘牌', en: 'carrier rectifying or delisted' },
  duplicate: { zh: '重复', en: 'duplicate' },
  conflict_of_interest: { zh: '存在利益关联', en: 'conflict of interest' },
  outside_scope: { zh: '超出本区范围', en: 'outside the district’s scope' },
  other: { zh: '其他', en: 'other' },
};

export interface Decision extends Pair {
  readonly verdict: ReviewVerdict;
  /** Of a pair that is not approved. */
  readonly reason: ReturnReason | null;
  readonly comment: string | null;
  readonly reviewer: string;
}

/** What a round needs to know of a decision: who made it, and what he wrote, is no part of a report. */
export type Ruling = Omit<Decision, 'comment' | 'reviewer'>;

/** A decision as it is kept: one for each pair, the last one counts. */
export interface KeptDecision extends Decision {
  readonly decidedAt: string;
}

/** How the round that was finished last saw a pair. */
export interface LastAdvice {
  readonly roundId: string;
  readonly recommended: boolean;
  /** Null where the pair was too far away to be kept. */
  readonly affinity: number | null;
}

/** A decision just kept, and what it decides on; `advice` is null where no round has been finished. */
export interface DecisionWithAdvice extends KeptDecision {
  readonly advice: LastAdvice | null;
}

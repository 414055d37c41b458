/** A decision as it goes out: every field is named here. */
import type { z } from 'zod';
import type { DecisionWithAdvice, KeptDecision } from '../../domain/review.ts';
import type { DecisionWithAdviceSchema, KeptDecisionSchema } from './schemas.ts';

export function presentDecision(decision: KeptDecision): z.infer<typeof KeptDecisionSchema> {
  const { resultId, carrierId, purpose, verdict, reason, comment, reviewer, decidedAt } = decision;
  return { resultId, carrierId, purpose, verdict, reason, comment, reviewer, decidedAt };
}

export function presentWithAdvice({
  advice,
  ...decision
}: DecisionWithAdvice): z.infer<typeof DecisionWithAdviceSchema> {
  return {
    ...presentDecision(decision),
    advice: advice && {
      roundId: advice.roundId,
      recommended: advice.recommended,
      affinity: advice.affinity,
    },
  };
}

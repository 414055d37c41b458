/** A decision as it goes out: every field is named here. */
import type { z } from 'zod';
import type { KeptDecision } from '../../domain/review.ts';
import type { KeptDecisionSchema } from './schemas.ts';

export function presentDecision(decision: KeptDecision): z.infer<typeof KeptDecisionSchema> {
  const { resultId, carrierId, purpose, verdict, reason, comment, reviewer, decidedAt } = decision;
  return { resultId, carrierId, purpose, verdict, reason, comment, reviewer, decidedAt };
}

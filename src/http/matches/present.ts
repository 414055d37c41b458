/** Matches as a caller sees them: every field that goes out is named here. */
import type { z } from 'zod';
import type {
  Bilingual,
  Evidence,
  LimitCheck,
  Match,
  NoFit,
  ScoreComponent,
  WhyNot,
} from '../../domain/match.ts';
import type { MatchSchema, NoFitSchema } from './schemas.ts';

export function presentMatch(match: Match): z.infer<typeof MatchSchema> {
  return {
    resultId: match.resultId,
    carrierId: match.carrierId,
    purpose: match.purpose,
    affinity: match.affinity,
    score: match.score,
    rank: match.rank,
    verdict: match.verdict,
    components: match.components.map(presentComponent),
    limits: match.limits.map(presentLimit),
    summary: presentBilingual(match.summary),
    shortfalls: match.shortfalls.map(({ zh, en, code, cost }) => ({ zh, en, code, cost })),
    whyNot: match.whyNot && presentWhyNot(match.whyNot),
  };
}

export function presentNoFit({
  resultId,
  purpose,
  reason,
  why,
  nearest,
}: NoFit): z.infer<typeof NoFitSchema> {
  return {
    resultId,
    purpose,
    reason,
    why: presentBilingual(why),
    nearest: nearest && { carrierId: nearest.carrierId, affinity: nearest.affinity },
  };
}

function presentWhyNot({ obstacles, changes, conclusion }: WhyNot): z.infer<typeof MatchSchema>['whyNot'] {
  return {
    obstacles: obstacles.map(({ code, why, gap }) => ({ code, why: presentBilingual(why), gap })),
    changes: changes.map(({ code, side, what, affinity }) => ({
      code,
      side,
      what: presentBilingual(what),
      affinity,
    })),
    conclusion: presentBilingual(conclusion),
  };
}

function presentBilingual({ zh, en }: Bilingual): { zh: string; en: string } {
  return { zh, en };
}

function presentComponent({ name, value, assumed, weight, contribution, why, evidence }: ScoreComponent) {
  return {
    name,
    value,
    assumed,
    weight,
    contribution,
    why: presentBilingual(why),
    evidence: evidence.map(presentEvidence),
  };
}

function presentLimit({ code, outcome, effect, factor, why, evidence }: LimitCheck) {
  return {
    code,
    outcome,
    effect,
    factor,
    why: presentBilingual(why),
    evidence: evidence.map(presentEvidence),
  };
}

function presentEvidence({ side, field, start, end, quote, about }: Evidence) {
  return { side, field, start, end, quote, about };
}

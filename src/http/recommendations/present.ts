/** Recommendations as a caller sees them; a brief never holds a contact. */
import type { z } from 'zod';
import type { CarrierBrief, ResultBrief } from '../../usecases/briefs.ts';
import type { UseCases } from '../../usecases/use-cases.ts';
import { presentMatch, presentNoFit } from '../matches/present.ts';
import type {
  CarrierRecommendationsSchema,
  ExplanationSchema,
  ResultRecommendationsSchema,
} from './schemas.ts';

type Answer<Name extends keyof UseCases> = Awaited<ReturnType<UseCases[Name]>>;

export function presentCarrierRecommendations({
  result,
  purpose,
  engine,
  matches,
  noFit,
}: Answer<'recommendCarriers'>): z.infer<typeof CarrierRecommendationsSchema> {
  return {
    result: presentResultBrief(result),
    purpose,
    engine,
    matches: matches.map((match) => ({
      ...presentMatch(match),
      carrier: presentCarrierBrief(match.carrier),
    })),
    noFit: noFit && presentNoFit(noFit),
  };
}

export function presentResultRecommendations({
  carrier,
  purpose,
  engine,
  matches,
}: Answer<'recommendResults'>): z.infer<typeof ResultRecommendationsSchema> {
  return {
    carrier: presentCarrierBrief(carrier),
    purpose,
    engine,
    matches: matches.map((match) => ({ ...presentMatch(match), result: presentResultBrief(match.result) })),
  };
}

export function presentExplanation(pair: Answer<'explainPair'>): z.infer<typeof ExplanationSchema> {
  return {
    ...presentMatch(pair),
    result: presentResultBrief(pair.result),
    carrier: presentCarrierBrief(pair.carrier),
  };
}

function presentResultBrief({ id, title, university }: ResultBrief) {
  return { id, title, university };
}

function presentCarrierBrief({ id, name, kind, level, status }: CarrierBrief) {
  return { id, name, kind: kind ?? null, level: level ?? null, status: status ?? null };
}

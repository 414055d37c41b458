import type { z } from 'zod';
import type { RoundView } from '../../usecases/find-round.ts';
import { presentFailure } from '../jobs/present.ts';
import type { Caller } from '../security/caller.ts';
import type { RoundSchema } from './schemas.ts';

export function presentRound(round: RoundView, caller: Caller): z.infer<typeof RoundSchema> {
  const { done, total, stage } = round.progress;
  return {
    id: round.id,
    state: round.state,
    progress: { done, total, stage },
    error: presentFailure(round.error, caller),
    profile: { id: round.profile.id, version: round.profile.version },
    engine: round.engine,
    model: round.model,
    purposes: [...round.purposes],
    top: round.top,
    results: round.results.length,
    carriers: round.carriers.length,
    createdAt: round.createdAt,
    finishedAt: round.finishedAt,
  };
}

import type { Round } from '../domain/round.ts';
import type { Engine } from '../engine/engine.ts';
import { UnrecoverableJobError } from '../jobs/queue.ts';

/** A round is finished by the engine that it was started with: one report must not mix two versions' scores. */
export function requireSameEngine(round: Round, engine: Engine): void {
  if (round.engine === engine.version) return;
  throw new UnrecoverableJobError(
    `round ${round.id} was started with ${round.engine}, this process runs ${engine.version}: start a new round`,
  );
}

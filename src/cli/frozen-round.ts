import type { FrozenRound } from '../domain/frozen-round.ts';
import { readFrozenRound } from '../exchange/index.ts';
import type { Application } from '../usecases/application.ts';
import { readBytes } from './read-bytes.ts';

/** From the file where one is given, else from the database. */
export async function frozenRound(
  { usecases }: Application,
  { roundId, inputs }: { roundId: string; inputs: string | undefined },
): Promise<FrozenRound> {
  return inputs === undefined ? usecases.freezeRound(roundId) : readFrozenRound(await readBytes(inputs));
}

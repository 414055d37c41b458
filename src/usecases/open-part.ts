import type { Round, RoundPartName } from '../domain/round.ts';
import { requireRound } from './find-round.ts';
import type { Ports } from './ports.ts';
import { requireAllChunks } from './round-chunks.ts';
import { requireSameEngine } from './same-engine.ts';

/** The round of which a part is to be made; null where there is nothing to do: it has ended, or has the part. */
export async function openPart(
  { store, engine }: Pick<Ports, 'store' | 'engine'>,
  roundId: string,
  name: RoundPartName,
): Promise<Round | null> {
  const round = await requireRound(store, roundId);
  if (round.state !== 'running' || (await store.rounds.parts(roundId)).includes(name)) return null;
  requireSameEngine(round, engine);
  requireAllChunks(round, await store.rounds.chunks(roundId));
  return round;
}

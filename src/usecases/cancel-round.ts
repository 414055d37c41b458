import { findRound, finishKey, type RoundView, requireRound } from './find-round.ts';
import type { Ports } from './ports.ts';

/** Stops a running round; one that has ended stays as it is. Throws `round.not_found`. */
export async function cancelRound(
  { store, pools, now }: Pick<Ports, 'store' | 'pools' | 'now'>,
  id: string,
): Promise<RoundView> {
  const round = await requireRound(store, id);
  if (round.state === 'running') {
    // The round first: should this process die in between, its jobs find it cancelled and do nothing.
    await store.rounds.end(id, 'cancelled');
    await store.jobs.cancel(finishKey(id), now());
    await pools.discard(round);
  }
  return findRound({ store }, id);
}

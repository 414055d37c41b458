import { noSuchRound } from '../domain/errors.ts';
import { ROUND_PARTS, type Round, type RoundPartName, type RoundProgress } from '../domain/round.ts';
import { requestJob } from '../jobs/definition.ts';
import { finishRound } from '../jobs/jobs.ts';
import type { Store } from '../store/store.ts';
import { type Page, page } from './list-records.ts';
import type { Ports } from './ports.ts';
import { chunkCount } from './round-chunks.ts';

/** A round as it goes on: how many of its chunks are matched and its parts made, and what stopped it. */
export interface RoundView extends Round {
  readonly progress: RoundProgress;
  readonly error: string | null;
}

/**
 * A round and how far it is. A round whose report job is dead shows as failed, with the job's error; it is not
 * written down as failed, so that a revived job brings the round back to life. Throws `round.not_found`.
 */
export async function findRound({ store }: Pick<Ports, 'store'>, id: string): Promise<RoundView> {
  return viewRound(store, await requireRound(store, id));
}

/** Rounds in the order of ids, which is the order of time. */
export async function listRounds(
  { store }: Pick<Ports, 'store'>,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<RoundView>> {
  const found = await store.rounds.list({ ...(after === undefined ? {} : { after }), limit: limit + 1 });
  const { items, next } = page(found, limit, (round) => round.id);
  return { items: await Promise.all(items.map((round) => viewRound(store, round))), next };
}

/** Throws `round.not_found`. */
export async function requireRound(store: Store, id: string): Promise<Round> {
  const round = await store.rounds.find(id);
  if (!round) throw noSuchRound(id);
  return round;
}

/** Key of the job that ends a round. */
export function finishKey(roundId: string): string {
  return requestJob(finishRound, { roundId }).key;
}

async function viewRound(store: Store, round: Round): Promise<RoundView> {
  const [chunks, parts] = [await store.rounds.chunks(round.id), await store.rounds.parts(round.id)];
  const progress = progressOf(chunks.length, chunkCount(round), parts);
  if (round.state !== 'running') return { ...round, progress, error: null };
  const job = await store.jobs.find(finishKey(round.id));
  if (job?.state !== 'dead') return { ...round, progress, error: null };
  return { ...round, state: 'failed', progress, error: job.error };
}

function progressOf(matched: number, chunks: number, parts: readonly RoundPartName[]): RoundProgress {
  const toMake = ROUND_PARTS.filter((part) => !parts.includes(part));
  const done = matched + ROUND_PARTS.length - toMake.length;
  const total = chunks + ROUND_PARTS.length;
  if (matched < chunks) return { done, total, stage: matched === 0 ? 'preparing' : 'matching' };
  return { done, total, stage: toMake[0] ?? 'report' };
}

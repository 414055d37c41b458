/**
 * Gives one tree of the ledger to Redis, whatever Redis has of it already: nothing (the rule), all of it (a relay
 * ended between adding and noting it; ids keep a job from being added twice), or remains of earlier runs.
 */
import type { JobLedger, JobRequest, JobState } from '../../domain/job.ts';
import type { RedisJobState, RedisJobs } from './redis-jobs.ts';

const OPEN_STATES: ReadonlySet<JobState> = new Set(['waiting', 'ready', 'active', 'handed_over']);

/** False where the tree must wait for now; the ledger offers it again. */
export async function handOver(
  tree: JobRequest,
  { ledger, redis, now }: { ledger: JobLedger; redis: RedisJobs; now: number },
): Promise<boolean> {
  const looks = await Promise.all(pairsOf(tree).map((pair) => lookAt(pair, redis)));
  if (looks.some((look) => isChildOfAnother(look, redis))) return false;
  const leftovers = await keysWithStaleEnd(looks, ledger);
  if (leftovers.length > 0 && !(await clear([tree.key, ...leftovers], redis))) return false;
  await redis.add(tree);
  await ledger.markHandedOver([tree.key], now);
  return true;
}

interface Pair {
  readonly key: string;
  readonly parent: string | null;
}
interface Look extends Pair {
  readonly found: RedisJobState;
}

function pairsOf(request: JobRequest, parent: string | null = null): Pair[] {
  const below = (request.after ?? []).flatMap((child) => pairsOf(child, request.key));
  return [{ key: request.key, parent }, ...below];
}

async function lookAt(pair: Pair, redis: RedisJobs): Promise<Look> {
  return { ...pair, found: await redis.look(pair.key) };
}

/**
 * In BullMQ one parent only can wait for a job. Where two trees need the same job, the second comes when that job
 * is done: the ledger then leaves it out.
 */
function isChildOfAnother({ parent, found }: Look, redis: RedisJobs): boolean {
  return parent !== null && found.parentKey !== null && found.parentKey !== redis.redisKeyOf(parent);
}

/**
 * Jobs that ended in Redis and are still to be done by the ledger: revived, requested again after a cancellation,
 * or done once but lost by the ledger with its last writes. They are run again, which is safe since jobs are
 * idempotent; to call them done would not be. The ledger is asked after Redis, because a run ends there first.
 */
async function keysWithStaleEnd(looks: readonly Look[], ledger: JobLedger): Promise<string[]> {
  const ended = looks.filter(({ found }) => found.state === 'completed' || found.state === 'failed');
  const views = await Promise.all(ended.map(({ key }) => ledger.find(key)));
  return ended.filter((_, i) => OPEN_STATES.has(views[i]?.state ?? 'done')).map(({ key }) => key);
}

async function clear(keys: readonly string[], redis: RedisJobs): Promise<boolean> {
  for (const key of keys) {
    if (!(await redis.remove(key))) return false;
  }
  return true;
}

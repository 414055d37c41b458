/** Both queues, with patience cut short enough for tests. */
import { randomUUID } from 'node:crypto';
import { createBullQueue } from '../../src/jobs/bullmq/bull-queue.ts';
import { createEmbeddedQueue } from '../../src/jobs/embedded/embedded-queue.ts';
import type { Queue } from '../../src/jobs/queue.ts';
import { HEAVY_JOB, JOB, type QueueParts, type QueueRecipe } from './queue-fixtures.ts';

/** Long enough for a busy machine to renew in time. */
const LEASE_MS = 1_500;

export function createQueue(recipe: QueueRecipe, { ledger, log, backoffBaseMs }: QueueParts): Queue {
  const backoff = { baseMs: backoffBaseMs, capMs: 10_000, random: () => 0.5 };
  const shared = { ledger, log, backoff, names: [JOB], heavy: [HEAVY_JOB] };
  if (recipe.adapter === 'embedded') {
    return createEmbeddedQueue({ ...shared, owner: randomUUID(), leaseMs: LEASE_MS, pollMs: 20 });
  }
  return createBullQueue({
    ...shared,
    redisUrl: recipe.redisUrl,
    prefix: recipe.prefix,
    relayEveryMs: 30,
    reconcileEveryMs: 300,
    lockMs: LEASE_MS,
    stalledEveryMs: 500,
  });
}

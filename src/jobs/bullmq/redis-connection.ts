/** The connection to Redis: it never gives up, and says so while it waits. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis, type RedisOptions } from 'ioredis';
import type { QueueLog } from '../queue-log.ts';

const RETRY_STEP_MS = 200;
const RETRY_CAP_MS = 5_000;
const ANSWER_WITHIN_MS = 2_000;

/** What a caller may say about the connection; replies and retries are what the queue needs them to be. */
export type RedisSettings = Omit<RedisOptions, 'replyMapping' | 'maxRetriesPerRequest' | 'retryStrategy'>;

export function connectRedis(url: string, log: QueueLog, options: RedisSettings = {}): Redis {
  let lastError = 'connection closed';
  const redis = new Redis(url, {
    ...options,
    // BullMQ demands it: a command waits for Redis to come back rather than fail.
    maxRetriesPerRequest: null,
    retryStrategy: (tries) => {
      const againInMs = Math.min(tries * RETRY_STEP_MS, RETRY_CAP_MS);
      log.warn({ tries, againInMs, reason: lastError }, 'redis cannot be reached');
      return againInMs;
    },
  });
  redis.on('error', (error: Error) => {
    lastError = error.message;
  });
  redis.on('ready', () => log.info({}, 'redis is connected'));
  return redis;
}

/** Throws where Redis gives no answer in time: a command alone would wait for as long as Redis is away. */
export async function pingRedis(redis: Redis): Promise<void> {
  const timer = new AbortController();
  const late = sleep(ANSWER_WITHIN_MS, 'late', { signal: timer.signal }).catch(() => 'cancelled');
  try {
    if ((await Promise.race([redis.ping(), late])) === 'late') throw new Error('redis does not answer');
  } finally {
    timer.abort();
  }
}

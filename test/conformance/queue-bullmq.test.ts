import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { describeWithRedis, type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { createQueue } from './queue-harness.ts';
import { queueSuite } from './queue-suite.ts';

describeWithRedis('the queue on BullMQ', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedisServer();
  });
  afterAll(() => redis.stop());
  queueSuite({
    recipe: () => ({ adapter: 'bullmq', redisUrl: redis.url, prefix: `test-${randomUUID()}` }),
    create: createQueue,
  });
});

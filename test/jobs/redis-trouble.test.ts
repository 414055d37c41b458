/** What may happen to Redis, or between Redis and the ledger, without a job being lost. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JobLedger } from '../../src/domain/job.ts';
import { RedisJobs } from '../../src/jobs/bullmq/redis-jobs.ts';
import { Bench, eventually, Gate, JOB, job } from '../conformance/queue-fixtures.ts';
import { createQueue } from '../conformance/queue-harness.ts';
import { describeWithRedis, type RedisServer, startRedisServer } from '../support/redis-server.ts';

describeWithRedis('jobs on BullMQ', () => {
  let redis: RedisServer;
  let prefix: string;
  const benches: Bench[] = [];
  beforeEach(async () => {
    redis = await startRedisServer();
    prefix = `test-${randomUUID()}`;
  });
  afterEach(async () => {
    await Promise.all(benches.splice(0).map((bench) => bench.close()));
    await redis.stop();
  });

  /** A ledger of its own, on the Redis of the test. */
  async function bench(adapter: 'bullmq' | 'embedded' = 'bullmq'): Promise<Bench> {
    const recipe = () => ({ adapter, redisUrl: redis.url, prefix });
    const opened = await new Bench({ recipe, create: createQueue }).open();
    benches.push(opened);
    return opened;
  }

  it('come back when Redis has forgotten them', async () => {
    const gate = new Gate();
    const runs: string[] = [];
    const { working, enqueue, expectState } = bound(await bench());
    const queue = await working(async (_, { key }) => {
      runs.push(key);
      if (key === 'first') await gate.passed;
    }, 1);
    await enqueue(job('first'), job('report', [job('a'), job('b')]), job('last'));
    queue.wake();
    await eventually(() => expect(runs).toEqual(['first']));
    await eventually(() => expectState('last', 'handed_over'));
    await redis.flush();
    gate.open();
    await queue.drained();
    expect(runs.toSorted()).toEqual(['a', 'b', 'first', 'last', 'report']);
    expect(runs.indexOf('report')).toBeGreaterThan(Math.max(runs.indexOf('a'), runs.indexOf('b')));
  });

  it('come back when Redis was killed and starts empty', async () => {
    const { working, enqueue, queue, ledger } = bound(await bench());
    const writer = queue();
    await enqueue(...Array.from({ length: 20 }, (_, i) => job(`job:${i}`)));
    writer.wake();
    await eventually(async () =>
      expect(await ledger.list({ state: 'handed_over', limit: 99 })).toHaveLength(20),
    );
    const port = Number(new URL(redis.url).port);
    await redis.stop();
    await expect(writer.ping()).rejects.toThrow('redis does not answer');
    redis = await startRedisServer(port);
    const runs: string[] = [];
    const worker = await working(async (_, { key }) => {
      runs.push(key);
    });
    await worker.drained();
    expect(new Set(runs).size).toBe(20);
    await writer.ping();
  });

  it('wait for a Redis that is not there yet, and say so', async () => {
    const port = Number(new URL(redis.url).port);
    await redis.stop();
    const { working, enqueue, log, expectState } = bound(await bench());
    await enqueue(job('a'));
    const queue = await working(async () => undefined);
    await eventually(() =>
      expect(log.warn).toHaveBeenCalledWith(
        expect.objectContaining({ reason: expect.stringContaining('ECONNREFUSED') }),
        'redis cannot be reached',
      ),
    );
    redis = await startRedisServer(port);
    await queue.drained();
    await expectState('a', 'done');
  });

  it('are not taken back while they stand in a long queue', async () => {
    const gate = new Gate();
    const { working, enqueue, log } = bound(await bench());
    const queue = await working(() => gate.passed, 1);
    await enqueue(...Array.from({ length: 250 }, (_, i) => job(`job:${i}`)));
    queue.wake();
    await sleep(1_500);
    gate.open();
    await queue.drained();
    expect(log.warn).not.toHaveBeenCalled();
  });

  it('run once when the relay ended between adding them and noting it', async () => {
    const runs: string[] = [];
    const { working, enqueue, ledger, log } = bound(await bench());
    await enqueue(job('report', [job('a'), job('b')]), job('alone'));
    await addedWithoutANote(ledger, log);
    const queue = await working(async (_, { key }) => {
      runs.push(key);
    });
    await queue.drained();
    expect(runs.toSorted()).toEqual(['a', 'alone', 'b', 'report']);
  });

  it('that Redis has done and the ledger does not know of (restored from a backup) are done again', async () => {
    const before = bound(await bench());
    const tree = job('report', [job('a'), job('b')]);
    await before.enqueue(tree);
    const first = await before.working(async () => undefined);
    await first.drained();
    await first.stop(1_000);

    const restored = bound(await bench());
    await restored.enqueue(tree);
    const runs: string[] = [];
    const second = await restored.working(async (_, { key }) => {
      runs.push(key);
    });
    await second.drained();
    expect(runs.toSorted()).toEqual(['a', 'b', 'report']);
    expect(runs.at(-1)).toBe('report');
  });

  it('that failed for good are dead letters even where the ledger was busy when they failed', async () => {
    const { working, enqueue, ledger, expectState } = bound(await bench());
    let refusals = 1;
    const busy: JobLedger = {
      ...ledger,
      bury: (...args) => {
        if (refusals-- > 0) return Promise.reject(new Error('database is locked'));
        return ledger.bury(...args);
      },
    };
    const queue = await working(() => Promise.reject(new Error('bad')), 1, { ledger: busy });
    await enqueue(job('a', [], 1));
    queue.wake();
    await queue.drained();
    expect(refusals).toBeLessThan(0);
    await expectState('a', 'dead');
  });

  it('are done by the embedded queue when the installation leaves Redis', async () => {
    const before = bound(await bench());
    const writer = before.queue();
    await before.enqueue(job('report', [job('a')]));
    writer.wake();
    await before.expectState('report', 'handed_over');
    await writer.stop(0);
    const runs: string[] = [];
    const embedded = createQueue(
      { adapter: 'embedded', redisUrl: '', prefix: '' },
      { ledger: before.ledger, log: before.log, backoffBaseMs: 40 },
    );
    await embedded.work(
      new Map([
        [
          JOB,
          async (_, { key }) => {
            runs.push(key);
          },
        ],
      ]),
      { concurrency: 2 },
    );
    await embedded.drained();
    await embedded.stop(0);
    expect(runs).toEqual(['a', 'report']);
  });

  async function addedWithoutANote(ledger: JobLedger, log: Bench['log']): Promise<void> {
    const client = new Redis(redis.url, { maxRetriesPerRequest: null });
    const jobs = new RedisJobs(client, prefix, log);
    for (const tree of await ledger.pendingTrees(10, Date.now())) await jobs.add(tree);
    await jobs.close();
    client.disconnect();
  }
});

function bound(bench: Bench) {
  return {
    ledger: bench.ledger,
    log: bench.log,
    queue: bench.queue.bind(bench),
    working: bench.working.bind(bench),
    enqueue: bench.enqueue.bind(bench),
    expectState: bench.expectState.bind(bench),
  };
}

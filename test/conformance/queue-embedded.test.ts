import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench, Gate, heavyJob } from './queue-fixtures.ts';
import { createQueue } from './queue-harness.ts';
import { queueSuite } from './queue-suite.ts';

const HARNESS = {
  recipe: () => ({ adapter: 'embedded', redisUrl: '', prefix: '' }) as const,
  create: createQueue,
};

describe('the embedded queue', () => {
  queueSuite(HARNESS);

  describe('with a heavy job', () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = await new Bench(HARNESS).open();
    });
    afterEach(() => bench.close());

    it('leaves the next one to another process, which has room', async () => {
      const gate = new Gate();
      const first: string[] = [];
      const queue = await bench.working(async (_, { key }) => {
        first.push(key);
        await gate.passed;
      });
      await bench.enqueue(heavyJob('h1'));
      queue.wake();
      await sleep(200);
      await bench.enqueue(heavyJob('h2'));
      await sleep(200);
      expect(first).toEqual(['h1']);
      const other = await bench.working(async () => undefined);
      other.wake();
      await bench.expectState('h2', 'done');
      gate.open();
      await other.drained();
      expect(first).toEqual(['h1']);
    });
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { JobHandler } from '../../src/jobs/queue.ts';
import { type Bench, eventually, Gate, heavyJob, isHeavy, job } from './queue-fixtures.ts';

/** Longer than the lease of a job that waits (queue-harness.ts). */
const LONGER_THAN_LEASE_MS = 2_000;

export function heavyCases(bench: () => Bench): void {
  it.each([1, 4])('runs with no other heavy one beside it, %i at a time', async (concurrency) => {
    const watch = new Watch();
    const queue = await bench().working(watch.handler(60), concurrency);
    await bench().enqueue(heavyJob('h1'), job('a'), heavyJob('h2'), heavyJob('h3'), job('b'));
    queue.wake();
    await queue.drained();
    expect(watch.mostHeavy).toBe(1);
    expect(watch.ended.sort()).toEqual(['a', 'b', 'h1', 'h2', 'h3']);
  });

  it('lets others run beside it', async () => {
    const gate = new Gate();
    const ended: string[] = [];
    const queue = await bench().working(async (_, { key }) => {
      if (isHeavy(key)) await gate.passed;
      ended.push(key);
    }, 2);
    await bench().enqueue(heavyJob('h1'), job('a'), job('b'), job('c'));
    queue.wake();
    await eventually(() => expect(ended.sort()).toEqual(['a', 'b', 'c']));
    gate.open();
    await queue.drained();
    await bench().expectState('h1', 'done');
  });

  it('keeps what waits for it, however long it takes', async () => {
    const attempts: [string, number][] = [];
    const queue = await bench().working(async (_, { key, attempt }) => {
      attempts.push([key, attempt]);
      await sleep(LONGER_THAN_LEASE_MS);
    });
    await bench().enqueue(heavyJob('h1'), heavyJob('h2'));
    queue.wake();
    await queue.drained();
    expect(attempts.sort()).toEqual([
      ['h1', 1],
      ['h2', 1],
    ]);
  });

  it('that waits when its process stops is run by another', async () => {
    const gate = new Gate();
    const first = await bench().working(() => gate.passed);
    await bench().enqueue(heavyJob('h1'), heavyJob('h2'));
    first.wake();
    await sleep(300);
    const stopping = first.stop(50);
    gate.open();
    await stopping;
    const second = await bench().working(async () => undefined);
    await second.drained();
    await bench().expectState('h2', 'done');
  });
}

class Watch {
  mostHeavy = 0;
  readonly ended: string[] = [];
  private heavy = 0;

  handler(ms: number): JobHandler {
    return async (_, { key }) => {
      if (isHeavy(key)) this.mostHeavy = Math.max(this.mostHeavy, ++this.heavy);
      await sleep(ms);
      if (isHeavy(key)) this.heavy--;
      this.ended.push(key);
    };
  }
}

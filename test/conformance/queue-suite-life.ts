import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Bench, eventually, Gate, job, untilAborted } from './queue-fixtures.ts';

export function lifeCases(bench: () => Bench): void {
  it('runs once, with its payload, and is done', async () => {
    const runs: unknown[] = [];
    const queue = await bench().working(async (payload, { key, attempt }) => {
      runs.push({ payload, key, attempt });
    });
    await bench().enqueue(job('records.analyse:一%3A:1'));
    queue.wake();
    await queue.drained();
    expect(runs).toEqual([
      { payload: { of: 'records.analyse:一%3A:1' }, key: 'records.analyse:一%3A:1', attempt: 1 },
    ]);
    await bench().expectState('records.analyse:一%3A:1', 'done');
  });

  it('is found by polling when nobody wakes the queue', async () => {
    const queue = await bench().working(async () => undefined);
    await sleep(100);
    await bench().enqueue(job('a'));
    await queue.drained();
    await bench().expectState('a', 'done');
  });

  it('is kept once under its key, while it runs and when it is done', async () => {
    const gate = new Gate();
    let runs = 0;
    const queue = await bench().working(async () => {
      runs += 1;
      await gate.passed;
    });
    await bench().enqueue(job('a'));
    queue.wake();
    await eventually(() => expect(runs).toBe(1));
    await bench().enqueue(job('a'));
    gate.open();
    await queue.drained();
    await bench().enqueue(job('a'));
    queue.wake();
    await sleep(200);
    expect(runs).toBe(1);
  });

  it('shows its progress in the ledger while it runs, and the last of it when it is done', async () => {
    const gate = new Gate();
    const queue = await bench().working(async (_, { progress }) => {
      await progress({ done: 1, total: 900, note: '第一批' });
      await gate.passed;
      for (let done = 2; done <= 900; done += 1) await progress({ done, total: 900 });
    });
    await bench().enqueue(job('a'));
    queue.wake();
    const progressOf = async () => (await bench().ledger.find('a'))?.progress;
    await eventually(async () => expect(await progressOf()).toEqual({ done: 1, total: 900, note: '第一批' }));
    gate.open();
    await queue.drained();
    expect(await progressOf()).toEqual({ done: 900, total: 900 });
  });

  it('is told to stop when it is cancelled while it runs, and is not run again', async () => {
    const reasons: unknown[] = [];
    const queue = await bench().working((_, { signal }) =>
      untilAborted(signal).catch((reason: unknown) => {
        reasons.push(reason);
        throw reason;
      }),
    );
    await bench().enqueue(job('a'));
    queue.wake();
    await sleep(300);
    await bench().ledger.cancel('a', Date.now());
    await eventually(() => expect(reasons).toHaveLength(1));
    await sleep(300);
    expect(reasons).toHaveLength(1);
    await bench().expectState('a', 'cancelled');
  });

  it('runs when it is requested again after it was cancelled', async () => {
    let runs = 0;
    const handler = async (_: unknown, { signal }: { signal: AbortSignal }) => {
      runs += 1;
      if (runs === 1) await untilAborted(signal);
    };
    const queue = await bench().working(handler);
    await bench().enqueue(job('a'));
    queue.wake();
    await eventually(() => expect(runs).toBe(1));
    await bench().ledger.cancel('a', Date.now());
    await sleep(1_000);
    await bench().enqueue(job('a'));
    queue.wake();
    await queue.drained();
    expect(runs).toBe(2);
    await bench().expectState('a', 'done');
  });

  it('is one of many that two queues share, each run by one of them', async () => {
    const keys = Array.from({ length: 60 }, (_, i) => `job:${i}`);
    const runs: string[] = [];
    const workers = new Set<string>();
    const handlerOf =
      (worker: string) =>
      async (_: unknown, { key }: { key: string }) => {
        runs.push(key);
        workers.add(worker);
        await sleep(10);
      };
    await bench().enqueue(...keys.map((key) => job(key)));
    const first = await bench().working(handlerOf('first'), 2);
    await bench().working(handlerOf('second'), 2);
    await first.drained();
    expect(runs.toSorted()).toEqual(keys.toSorted());
    expect([...workers].toSorted()).toEqual(['first', 'second']);
  });

  it('never runs beside more than the others that were allowed', async () => {
    let running = 0;
    let most = 0;
    const queue = await bench().working(async () => {
      most = Math.max(most, ++running);
      await sleep(30);
      running -= 1;
    }, 3);
    await bench().enqueue(...Array.from({ length: 12 }, (_, i) => job(`job:${i}`)));
    queue.wake();
    await queue.drained();
    expect(most).toBe(3);
  });
}

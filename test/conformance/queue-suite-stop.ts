import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Bench, eventually, Gate, job, untilAborted } from './queue-fixtures.ts';

export function stopCases(bench: () => Bench): void {
  it('finishes the running job and starts no other', async () => {
    const gate = new Gate();
    const runs: string[] = [];
    const queue = await bench().working(async (_, { key }) => {
      runs.push(key);
      await gate.passed;
    }, 1);
    await bench().enqueue(job('a'), job('b'));
    queue.wake();
    await eventually(() => expect(runs).toHaveLength(1));
    const stopped = queue.stop(10_000);
    await sleep(100);
    gate.open();
    await stopped;
    await sleep(100);
    expect(runs).toEqual(['a']);
    await bench().expectState('a', 'done');
    expect(await bench().ledger.openCount()).toBe(1);
  });

  it('tells a job that takes too long to stop, and another process runs it', async () => {
    let reason: unknown;
    const first = await bench().working((_, { signal }) =>
      untilAborted(signal).catch((error: unknown) => {
        reason = error;
        throw error;
      }),
    );
    await bench().enqueue(job('a', [], 1));
    first.wake();
    await sleep(400);
    await first.stop(50);
    expect(reason).toBeInstanceOf(Error);
    const second = await bench().working(async () => undefined);
    await second.drained();
    await bench().expectState('a', 'done');
  });

  it('does not wait for a job that will not stop, which is run again when nobody holds it', async () => {
    const gate = new Gate();
    let begun = 0;
    const first = await bench().working(async () => {
      begun += 1;
      await gate.passed;
    });
    await bench().enqueue(job('a'));
    first.wake();
    await eventually(() => expect(begun).toBe(1));
    const stoppedAt = performance.now();
    await first.stop(50);
    expect(performance.now() - stoppedAt).toBeLessThan(4_000);
    const attempts: number[] = [];
    const second = await bench().working(async (_, { attempt }) => {
      attempts.push(attempt);
    });
    await second.drained();
    gate.open();
    await sleep(100);
    expect(attempts).toEqual([2]);
    await bench().expectState('a', 'done');
  });

  it('by SIGKILL leaves a job that is run again elsewhere, and what waits for it after it', async () => {
    const runs: { key: string; attempt: number }[] = [];
    await bench().enqueue(job('round.report:r', [job('round.match:r:0')]));
    const child = await bench().processThatHangs();
    const queue = await bench().working(async (_, { key, attempt }) => {
      runs.push({ key, attempt });
    });
    await sleep(300);
    expect(runs).toEqual([]);
    child.kill('SIGKILL');
    await queue.drained();
    expect(runs).toEqual([
      { key: 'round.match:r:0', attempt: 2 },
      { key: 'round.report:r', attempt: 1 },
    ]);
  });

  it('by SIGKILL in the last attempt of a job makes that a dead letter', async () => {
    await bench().enqueue(job('a', [], 1));
    const child = await bench().processThatHangs();
    child.kill('SIGKILL');
    let runs = 0;
    const queue = await bench().working(async () => {
      runs += 1;
    });
    await queue.drained();
    await bench().expectState('a', 'dead');
    expect(runs).toBe(0);
  });

  it('keeps a job for longer than its lease while it is alive', async () => {
    let runs = 0;
    const queue = await bench().working(async () => {
      runs += 1;
      await sleep(4_000);
    });
    await bench().working(async () => {
      runs += 1;
    });
    await bench().enqueue(job('a'));
    queue.wake();
    await queue.drained();
    expect(runs).toBe(1);
  });

  it('ends the waiting for an empty ledger', async () => {
    await bench().enqueue(job('a'));
    const queue = bench().queue();
    const signal = AbortSignal.timeout(100);
    await expect(queue.drained(signal)).rejects.toThrow('timeout');
    const waiting = expect(queue.drained()).rejects.toThrow('the queue was stopped');
    await queue.stop(0);
    await waiting;
  });

  it('does not begin where a job has no handler', async () => {
    const queue = bench().queue();
    await expect(queue.work(new Map(), { concurrency: 1 })).rejects.toThrow('no handler for job test.run');
  });
}

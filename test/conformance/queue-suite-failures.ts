import { expect, it } from 'vitest';
import { DomainError } from '../../src/domain/errors.ts';
import type { JobLedger } from '../../src/domain/job.ts';
import { UnrecoverableJobError } from '../../src/jobs/queue.ts';
import { type Bench, job } from './queue-fixtures.ts';

export function failureCases(bench: () => Bench): void {
  it('is tried again after a growing wait, until it succeeds', async () => {
    const tries: { attempt: number; at: number }[] = [];
    const handler = async (_: unknown, { attempt }: { attempt: number }) => {
      tries.push({ attempt, at: performance.now() });
      if (attempt < 3) throw new Error('图书馆接口没有回应');
    };
    const queue = await bench().working(handler, 4, { backoffBaseMs: 400 });
    await bench().enqueue(job('a'));
    queue.wake();
    await queue.drained();
    expect(tries.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    const waits = tries.slice(1).map(({ at }, i) => at - (tries[i]?.at ?? 0));
    // Half of 400 and of 800 ms: the random source of these tests always says 0.5.
    expect(waits[0]).toBeGreaterThanOrEqual(195);
    expect(waits[1]).toBeGreaterThanOrEqual(395);
    await bench().expectState('a', 'done');
  });

  it('is a dead letter when its attempts are used up, and so is the one that waits for it', async () => {
    const runs: string[] = [];
    const queue = await bench().working(async (_, { key }) => {
      runs.push(key);
      if (key === 'bad') throw new Error('无法读取');
    });
    await bench().enqueue(job('report', [job('good'), job('bad')]));
    queue.wake();
    await queue.drained();
    expect(runs.toSorted()).toEqual(['bad', 'bad', 'bad', 'good']);
    expect(await bench().ledger.find('bad')).toMatchObject({ state: 'dead', error: '无法读取' });
    await bench().expectState('report', 'dead');
    await bench().expectState('good', 'done');
  });

  it.each([
    ['an error that says so', () => new UnrecoverableJobError('文件已删除')],
    [
      'a payload that its definition refuses',
      () => new DomainError('job.payload_invalid', 'payload of x: no id'),
    ],
  ])('is buried at once for %s', async (_, error) => {
    let runs = 0;
    const queue = await bench().working(async () => {
      runs += 1;
      throw error();
    });
    await bench().enqueue(job('a'));
    queue.wake();
    await queue.drained();
    expect(runs).toBe(1);
    expect(await bench().ledger.find('a')).toMatchObject({ state: 'dead', error: error().message });
  });

  it('is done in the end where the ledger was busy when it ended', async () => {
    const { ledger } = bench();
    let refusals = 1;
    const busy: JobLedger = {
      ...ledger,
      finish: (key, now) => {
        if (refusals-- > 0) return Promise.reject(new Error('database is locked'));
        return ledger.finish(key, now);
      },
    };
    let runs = 0;
    const queue = await bench().working(
      async () => {
        runs += 1;
      },
      1,
      { ledger: busy },
    );
    await bench().enqueue(job('a'));
    queue.wake();
    await queue.drained();
    expect(runs).toBe(2);
    await bench().expectState('a', 'done');
  });

  it('runs again when it is revived, with what waits for it and with a new set of attempts', async () => {
    let broken = true;
    const runs: string[] = [];
    const queue = await bench().working(async (_, { key, attempt }) => {
      runs.push(`${key} ${attempt}`);
      if (key === 'bad' && broken) throw new Error('磁盘已满');
    });
    await bench().enqueue(job('report', [job('good'), job('bad', [], 2)]));
    queue.wake();
    await queue.drained();
    broken = false;
    await bench().ledger.revive('bad', Date.now());
    queue.wake();
    await queue.drained();
    expect(runs.filter((run) => run.startsWith('bad'))).toEqual(['bad 1', 'bad 2', 'bad 1']);
    expect(runs.at(-1)).toBe('report 1');
    expect(runs.filter((run) => run.startsWith('good'))).toHaveLength(1);
    await bench().expectState('report', 'done');
  });
}

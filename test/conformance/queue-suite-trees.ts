import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Bench, eventually, Gate, job } from './queue-fixtures.ts';

export function treeCases(bench: () => Bench): void {
  it('run when all 50 of them are done, never before', async () => {
    const chunks = Array.from({ length: 50 }, (_, i) => job(`round.match:r1:${i}`));
    const runs: string[] = [];
    const queue = await bench().working(async (_, { key }) => {
      if (key.startsWith('round.match')) await sleep(5);
      runs.push(key);
    });
    await bench().enqueue(job('round.report:r1', chunks));
    queue.wake();
    await queue.drained();
    expect(runs).toHaveLength(51);
    expect(new Set(runs).size).toBe(51);
    expect(runs.at(-1)).toBe('round.report:r1');
  });

  it('form trees of more than one level', async () => {
    const runs: string[] = [];
    const queue = await bench().working(async (_, { key }) => {
      runs.push(key);
    });
    await bench().enqueue(job('root', [job('branch', [job('leaf')])]));
    queue.wake();
    await queue.drained();
    expect(runs).toEqual(['leaf', 'branch', 'root']);
  });

  it('may wait for the same job, which is run once', async () => {
    const gate = new Gate();
    const runs: string[] = [];
    const queue = await bench().working(async (_, { key }) => {
      if (key === 'analysis') await gate.passed;
      runs.push(key);
    });
    await bench().enqueue(
      job('round:1', [job('analysis'), job('only:1')]),
      job('round:2', [job('analysis')]),
    );
    queue.wake();
    await eventually(() => expect(runs).toEqual(['only:1']));
    await bench().enqueue(job('round:3', [job('analysis')]), job('free'));
    await eventually(() => expect(runs).toContain('free'));
    gate.open();
    await queue.drained();
    expect(runs.slice(0, 3)).toEqual(['only:1', 'free', 'analysis']);
    expect(runs.slice(3).toSorted()).toEqual(['round:1', 'round:2', 'round:3']);
  });

  it('wait for a job that was requested by itself before and runs already', async () => {
    const gate = new Gate();
    const runs: string[] = [];
    const queue = await bench().working(async (_, { key }) => {
      if (key === 'analysis') await gate.passed;
      runs.push(key);
    });
    await bench().enqueue(job('analysis'));
    queue.wake();
    await sleep(200);
    await bench().enqueue(job('round', [job('analysis'), job('chunk')]));
    await eventually(() => expect(runs).toEqual(['chunk']));
    gate.open();
    await queue.drained();
    expect(runs).toEqual(['chunk', 'analysis', 'round']);
  });
}

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { HeavyLane } from '../../src/jobs/running/heavy-lane.ts';

const go = new AbortController().signal;

/** The lanes of two threads of one process. */
function twoThreads(): [HeavyLane, HeavyLane] {
  const shared = new SharedArrayBuffer(4);
  return [new HeavyLane(shared, 1), new HeavyLane(shared, 2)];
}

test('threads of a process go one after the other', async () => {
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await sleep(30);
    order.push(`${name} ends`);
  };
  const [one, two] = twoThreads();
  const running = one.run(go, work('one'));
  expect(two.taken).toBe(true);
  await Promise.all([running, two.run(go, work('two'))]);
  expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  expect(one.taken).toBe(false);
});

test('a job that fails leaves the lane free', async () => {
  const [one, two] = twoThreads();
  await expect(one.run(go, () => Promise.reject(new Error('no paper')))).rejects.toThrow('no paper');
  expect(await two.run(go, async () => 'done')).toBe('done');
});

test('a thread that is gone does not hold up the others; who never had the lane frees nothing', async () => {
  const [one, two] = twoThreads();
  void one.run(go, () => new Promise(() => {}));
  two.free();
  expect(two.taken).toBe(true);
  one.free();
  expect(await two.run(go, async () => 'done')).toBe('done');
});

test('a job that waits in vain stops when it is told to', async () => {
  const [one, two] = twoThreads();
  void one.run(go, () => new Promise(() => {}));
  const told = new AbortController();
  const waiting = two.run(told.signal, async () => 'done');
  told.abort(new Error('the process stops'));
  await expect(waiting).rejects.toThrow('the process stops');
});

/** Threads that work off jobs: what happens to the lane of heavy jobs when one of them dies. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { loadProfile } from '../../src/exchange/index.ts';
import { HeavyLane, sharedLane } from '../../src/jobs/running/heavy-lane.ts';
import { createWorkThreads } from '../../src/threads/work-threads.ts';
import { temporaryFolder } from '../usecases/district.ts';

/** Takes the lane as a thread with a heavy job does, and crashes when it is woken. */
const CRASHING = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { shared, me } = workerData.lane;
  if (workerData.takes) Atomics.store(new Int32Array(shared), 0, me);
  parentPort.on('message', ({ order }) => {
    if (order === 'stop') return parentPort.close();
    throw new Error('out of memory');
  });
  parentPort.postMessage({ report: 'ready' });
`;

test('a thread that dies during a heavy job leaves the lane to the others', async () => {
  const lane = sharedLane();
  let started = 0;
  const threads = createWorkThreads({
    config: loadConfig({ DATA_DIR: temporaryFolder(), QUEUE_CONCURRENCY: '1' }),
    profile: await loadProfile(),
    log: { error() {} },
    openLane: () => lane,
    startWorker: (data) =>
      new Worker(CRASHING, { eval: true, workerData: { ...data, takes: started++ === 0 } }),
  });
  onTestFinished(() => threads.stop(1_000));
  await threads.start();
  const other = new HeavyLane(lane.shared, 99);
  expect(other.taken).toBe(true);
  threads.wake();
  for (let waited = 0; other.taken && waited < 5_000; waited += 20) await sleep(20);
  expect(other.taken).toBe(false);
});

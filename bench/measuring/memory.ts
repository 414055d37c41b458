/** Resident memory around one step. The step may block the thread: the peak is watched from another one. */
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

export interface MemoryWatch {
  /** Growth since the watch began: what is left after a collection of garbage, and the peak; bytes. */
  stop(): Promise<{ held: number; peak: number; process: number }>;
}

/** Sees peaks that last longer than this. */
const EVERY_MS = 5;

/** Time in which V8 gives pages back beside the program. */
const SETTLE_MS = 200;
const PASSES = 3;

const WATCHER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const peak = new Float64Array(workerData);
  setInterval(() => { peak[0] = Math.max(peak[0], process.memoryUsage.rss()); }, ${EVERY_MS});
  parentPort.postMessage('watching');
`;

/** Needs node --expose-gc: throws without it, for the numbers would mean nothing. */
export async function watchMemory(): Promise<MemoryWatch> {
  const shared = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  const watcher = new Worker(WATCHER, { eval: true, workerData: shared, execArgv: [] });
  await new Promise((resolve, reject) => watcher.once('message', resolve).once('error', reject));
  await collectGarbage();
  const before = process.memoryUsage.rss();
  const greatest = new Float64Array(shared);
  greatest[0] = before;
  return {
    async stop() {
      const peak = Math.max(greatest[0]!, process.memoryUsage.rss());
      await collectGarbage();
      // the watcher's own memory is in both numbers
      const after = process.memoryUsage.rss();
      await watcher.terminate();
      return { held: after - before, peak: peak - before, process: after };
    },
  };
}

/** All that can be collected. What the stack of this moment still holds goes in a later pass. */
async function collectGarbage(): Promise<void> {
  if (!globalThis.gc) throw new Error('start node with --expose-gc');
  for (let pass = 0; pass < PASSES; pass++) {
    globalThis.gc();
    await setTimeout(SETTLE_MS);
  }
}

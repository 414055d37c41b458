/**
 * Heavy jobs, of which one fills a process: they go one after the other, in all threads of a process together. What
 * waits keeps its lease and waits for nobody but the job in the lane, which waits for none: so there is always an end.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobHandlers } from '../queue.ts';

/** How often a job that waits looks whether the lane is free: heavy jobs take minutes. */
const LOOK_EVERY_MS = 100;
const FREE = 0;

/** Where the threads of a process meet: what to hand to each of them, and how to free what one that is gone held. */
export interface SharedLane {
  readonly shared: SharedArrayBuffer;
  free(of: number): void;
}

export function sharedLane(): SharedLane {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  return { shared, free: (of) => new HeavyLane(shared, of).free() };
}

export class HeavyLane {
  private readonly holder: Int32Array;
  private readonly me: number;

  /** `shared`: four bytes that the threads of a process have in common; `me`: number of this thread, from 1 on. */
  constructor(shared = sharedLane().shared, me = 1) {
    this.holder = new Int32Array(shared);
    this.me = me;
  }

  get taken(): boolean {
    return Atomics.load(this.holder, 0) !== FREE;
  }

  /** Rejects with the signal's reason where it is aborted before the lane is free. */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    while (!this.enter())
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    try {
      return await work();
    } finally {
      this.free();
    }
  }

  /** Also for a thread that is gone: what it held is free again. */
  free(): void {
    Atomics.compareExchange(this.holder, 0, this.me, FREE);
  }

  private enter(): boolean {
    return Atomics.compareExchange(this.holder, 0, FREE, this.me) === FREE;
  }
}

/** The same handlers, those of the heavy jobs in the lane. */
export function inHeavyLane(handlers: JobHandlers, heavy: readonly string[], lane: HeavyLane): JobHandlers {
  return new Map(
    [...handlers].map(([name, handler]) => [
      name,
      heavy.includes(name)
        ? (payload, context) => lane.run(context.signal, () => handler(payload, context))
        : handler,
    ]),
  );
}

/** Background jobs, worked off in threads: the process goes on answering, and several cores do the work. */
import type { Config } from '../config.ts';
import type { Profile } from '../domain/profile.ts';
import { KeptThread, type ThreadLog } from './kept-thread.ts';
import { type StartWorker, startWorker } from './running-thread.ts';

export interface WorkThreadsOptions {
  readonly config: Config;
  readonly profile: Profile;
  readonly log: ThreadLog;
  /** In which heavy jobs of all threads go one after the other; made anew at each start. */
  readonly openLane: () => WorkLane;
  readonly startWorker?: StartWorker;
}

export interface WorkLane {
  readonly shared: SharedArrayBuffer;
  /** What the thread of this number held, it holds no longer. */
  free(of: number): void;
}

export interface WorkThreads {
  /** Resolves when jobs are taken. */
  start(): Promise<void>;
  /** Hint that the ledger has new jobs. */
  wake(): void;
  /** Takes no new job, lets running ones end for `graceMs`; what has not ended is done later. */
  stop(graceMs: number): Promise<void>;
}

/** What a thread that crashes was doing is leased anew by another, when its lease ends. */
export function createWorkThreads({
  config,
  profile,
  log,
  openLane,
  startWorker: start = startWorker,
}: WorkThreadsOptions): WorkThreads {
  let threads: KeptThread[] = [];
  return {
    start: async () => {
      const { shared, free } = openLane();
      threads = shares(config.queue).map((concurrency, i) => {
        const lane = { shared, me: i + 1 };
        return new KeptThread({
          data: { role: 'work', name: `work-${i + 1}`, config, profile, concurrency, lane },
          log,
          startWorker: start,
          onAnswer: () => {},
          // a heavy job that it had is over
          onCrash: () => free(lane.me),
        });
      });
      await Promise.all(threads.map((thread) => thread.ready()));
    },
    wake: () => {
      for (const thread of threads) thread.tell({ order: 'wake' });
    },
    stop: async (graceMs) => {
      await Promise.all(threads.map((thread) => thread.stop(graceMs)));
    },
  };
}

/** Jobs at a time of each thread; together those of the process. */
function shares({ concurrency, threads }: Config['queue']): number[] {
  const count = Math.min(threads, concurrency);
  return Array.from({ length: count }, (_, i) => Math.floor((concurrency + i) / count));
}

/** Which stage a round is in, by the jobs that are being worked on, and what each stage took in each process. */
import type { JobLedger } from '../../src/domain/job.ts';
import { lookAt, type Taken } from './watched-process.ts';

export interface Stage {
  readonly name: string;
  readonly wall: number;
  /** By process. */
  readonly taken: readonly Taken[];
}

export interface StageWatch {
  /** Closes the stage that the round is in. */
  stop(): Promise<Stage[]>;
}

const LOOK_EVERY_MS = 200;
const NO_JOB = 'no job';

/** Stages in the order in which they began; what a stage takes is what processes took between two looks. */
export function watchStages(jobs: JobLedger, pids: readonly number[]): StageWatch {
  const stages: Stage[] = [];
  let name = 'start';
  let since = performance.now();
  let cpuBefore = pids.map(() => 0);
  let latest = pids.map((): Taken => ({ peak: 0, cpu: 0 }));

  /** A process that is gone took what was seen of it last. */
  const look = () => {
    latest = pids.map((pid, i) => {
      const now = lookAt(pid);
      const before = latest[i]!;
      return now ? { peak: Math.max(before.peak, now.peak), cpu: now.cpu } : before;
    });
  };
  const close = () => {
    const taken = latest.map(({ peak, cpu }, i) => ({ peak, cpu: cpu - cpuBefore[i]! }));
    stages.push({ name, wall: (performance.now() - since) / 1000, taken });
    since = performance.now();
    cpuBefore = latest.map(({ cpu }) => cpu);
    latest = latest.map(({ cpu }) => ({ peak: 0, cpu }));
  };
  const step = async () => {
    const active = await jobs.list({ state: 'active', limit: 1 });
    look();
    const now = active[0]?.name ?? NO_JOB;
    // between two jobs there is a moment without any
    if (now === name || (now === NO_JOB && name !== 'round.report')) return;
    close();
    name = now;
  };

  let running = true;
  const watching = (async () => {
    while (running) {
      await step();
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  })();
  return {
    stop: async () => {
      running = false;
      await watching;
      close();
      return stages;
    },
  };
}

/** The running application as the rooms above see it; compose.ts builds it. */
import type { Profile } from '../domain/profile.ts';
import type { EmbedderHealth } from '../embedders/health.ts';
import type { Engine } from '../engine/engine.ts';
import type { Queue } from '../jobs/queue.ts';
import type { Store } from '../store/store.ts';
import type { Matcher } from './matcher.ts';
import type { UseCases } from './use-cases.ts';

export interface Workers {
  /** Resolves when jobs are taken. */
  start(): Promise<void>;
  /** Takes no new job, lets running ones end for `graceMs`; what has not ended is done later. */
  stop(graceMs: number): Promise<void>;
}

export interface Application {
  readonly store: Store;
  readonly queue: Queue;
  /** Works off jobs beside this thread. */
  readonly workers: Workers;
  readonly matcher: Matcher;
  readonly engine: Engine;
  readonly profile: Profile;
  readonly embedder: EmbedderHealth;
  readonly usecases: UseCases;
  /** Lets running jobs end for `graceMs`, then closes queue, threads and store. */
  close(graceMs?: number): Promise<void>;
}

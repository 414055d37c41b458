/** The running application as the rooms above see it; compose.ts builds it. */
import type { Profile } from '../domain/profile.ts';
import type { EmbedderHealth } from '../embedders/health.ts';
import type { Engine } from '../engine/engine.ts';
import type { Queue } from '../jobs/queue.ts';
import type { Store } from '../store/store.ts';
import type { UseCases } from './use-cases.ts';

export interface Application {
  readonly store: Store;
  readonly queue: Queue;
  readonly engine: Engine;
  readonly profile: Profile;
  readonly embedder: EmbedderHealth;
  readonly usecases: UseCases;
  /** Lets running jobs end for `graceMs`, then closes queue and store. */
  close(graceMs?: number): Promise<void>;
}

/** What a use case may need from outside: handed in by compose.ts, so that no use case knows an adapter. */
import type { Profile } from '../domain/profile.ts';
import type { Embedder } from '../embedders/embedder.ts';
import type { Engine } from '../engine/engine.ts';
import type { Store } from '../store/store.ts';
import type { PoolCache } from './match-pool.ts';
import type { Matcher } from './matcher.ts';

export interface Ports {
  readonly store: Store;
  readonly engine: Engine;
  readonly profile: Profile;
  /** null: none is configured, and records are matched without one. */
  readonly embedder: Embedder | null;
  /** Pools of rounds. */
  readonly pools: PoolCache;
  /** Answers over all records as they are now. */
  readonly matcher: Matcher;
  /** An empty store that nobody else sees and that ends with its closing; its clock as given. */
  readonly openScratch: (clock: () => number) => Promise<Store>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** At least 0, below 1; for ids only, never for a decision. */
  readonly random: () => number;
  /** Hint to the queue that a write has left new jobs. */
  readonly wake: () => void;
  /** The largest file that an import takes, in bytes. */
  readonly maxUploadBytes: number;
}

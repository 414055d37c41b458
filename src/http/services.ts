/** What routes work with. */
import type { UseCases } from '../usecases/use-cases.ts';

export interface Readiness {
  readonly store: boolean;
  readonly queue: boolean;
}

export interface Services {
  readonly usecases: UseCases;
  /** Whether store and queue answer. */
  readonly readiness: () => Promise<Readiness>;
  /** The OpenAPI document of these routes. */
  readonly apiDocument: () => object;
}

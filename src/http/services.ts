/** What routes work with. */
import type { EmbedderState } from '../domain/embedding-use.ts';
import type { UseCases } from '../usecases/use-cases.ts';

export interface Readiness {
  /** What the service cannot do without, and whether it answers. */
  readonly parts: { readonly store: boolean; readonly queue: boolean };
  /** What it can do without. */
  readonly embedder: EmbedderState;
}

export interface Services {
  readonly usecases: UseCases;
  /** Whether store and queue answer, and how the embedder stands. */
  readonly readiness: () => Promise<Readiness>;
  /** The OpenAPI document of these routes. */
  readonly apiDocument: () => object;
}

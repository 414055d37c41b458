/**
 * The embedder port: texts in, vectors of meaning out. An embedder is optional; matching goes on without one. What
 * it has once said of a text is kept by the store, so a text is asked for once.
 */

export interface Embedder {
  /**
   * Names the model and all that its vectors depend on: vectors of one name may be compared with each other, those
   * of two names never. Part of the key under which a vector is kept, and of a round's plan.
   */
  readonly model: string;
  /**
   * One vector of unit length (L2) for each text, in the order of the texts, all with the same number of
   * dimensions. Throws EmbedderUnavailable or EmbedderRefused; rejects with the signal's reason when that aborts.
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
  /** Looks once, without another try, whether it can be used. Throws where it cannot, and says why. */
  ping(): Promise<void>;
}

/** It does not answer now; a later try may find it well. */
export class EmbedderUnavailable extends Error {
  override readonly name = 'EmbedderUnavailable';
}

/** It answers, and however often it is asked the answer is of no use: wrong key, unknown model, no vectors. */
export class EmbedderRefused extends Error {
  override readonly name = 'EmbedderRefused';
}

/** Where an embedder says what goes wrong. A pino logger fits. */
export interface EmbedderLog {
  warn(fields: object, message: string): void;
}

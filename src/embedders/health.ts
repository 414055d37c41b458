/** Whether the embedder can be used, asked no more often than needed: probes come every few seconds. */
import type { EmbedderState } from '../domain/embedding-use.ts';
import type { Embedder, EmbedderLog } from './embedder.ts';

export interface EmbedderHealth {
  /** Never rejects: why an embedder is unavailable is in the log. */
  state(): Promise<EmbedderState>;
}

/** An answer holds for so long, in ms. */
const HOLDS_MS = 30_000;

export function watchEmbedder(
  embedder: Pick<Embedder, 'model' | 'ping'> | null,
  log: EmbedderLog,
  { now = Date.now, holdsMs = HOLDS_MS }: { now?: () => number; holdsMs?: number } = {},
): EmbedderHealth {
  if (embedder === null) return { state: async () => 'not_configured' };
  let last: { readonly at: number; readonly state: Promise<EmbedderState> } | null = null;

  const look = async (): Promise<EmbedderState> => {
    try {
      await embedder.ping();
      return 'answering';
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn(
        { model: embedder.model, reason },
        'the embedder cannot be used: records without a vector are matched without it',
      );
      return 'unavailable';
    }
  };

  return {
    state: () => {
      if (last === null || now() - last.at >= holdsMs) last = { at: now(), state: look() };
      return last.state;
    },
  };
}

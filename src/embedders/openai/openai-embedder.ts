/**
 * An embedder behind an OpenAI-compatible address (`/v1/embeddings`): a service on this machine (text-embeddings-
 * inference, vLLM, llama.cpp, Ollama …) or elsewhere. The texts of records leave the process for it.
 */
import { type Embedder, type EmbedderLog, EmbedderRefused, EmbedderUnavailable } from '../embedder.ts';
import { ask, type Endpoint } from './ask.ts';
import { DEFAULT_PERSISTENCE, type Persistence, persistently } from './persistence.ts';

export interface OpenAiEmbedderOptions extends Endpoint {
  /** How long one request may take, in ms. */
  readonly timeoutMs: number;
  /** Texts in one request. */
  readonly batch: number;
  readonly log: EmbedderLog;
  readonly persistence?: Persistence;
  /**
   * After a failure that no other try mended, every call fails at once for as long as that failure took, and for so
   * long (ms) at least: the jobs that wait for a silent server must not hold up those that do not need it.
   */
  readonly restMs?: number;
}

const DEFAULT_REST_MS = 2_000;
/** A probe waits no longer than this. */
const PING_MS = 3_000;
const PING_TEXT = '成果 result';

export function createOpenAiEmbedder({
  timeoutMs,
  batch,
  log,
  persistence = DEFAULT_PERSISTENCE,
  restMs = DEFAULT_REST_MS,
  ...endpoint
}: OpenAiEmbedderOptions): Embedder {
  let rest: { readonly until: number; readonly why: string } | null = null;
  let dimensions: number | null = null;

  /** The number of dimensions is the model's: an answer of another one comes from another model. */
  const checked = (vectors: Float32Array[]): Float32Array[] => {
    const found = vectors[0]?.length ?? 0;
    dimensions ??= found;
    if (found === dimensions) return vectors;
    throw new EmbedderRefused(`vectors of ${found} dimensions, where there were ${dimensions} before`);
  };

  const askAll = async (texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (let start = 0; start < texts.length; start += batch) {
      const some = texts.slice(start, start + batch);
      const answer = await persistently(
        () => ask(endpoint, some, timeoutMs, signal),
        persistence,
        log,
        signal,
      );
      vectors.push(...checked(answer));
    }
    return vectors;
  };

  return {
    model: endpoint.model,
    embed: async (texts, signal) => {
      if (rest && Date.now() < rest.until)
        throw new EmbedderUnavailable(`${rest.why}; it is left in peace for a moment`);
      const began = Date.now();
      try {
        const vectors = await askAll(texts, signal);
        rest = null;
        return vectors;
      } catch (error) {
        if (!(error instanceof EmbedderUnavailable)) throw error;
        const now = Date.now();
        rest = { until: now + Math.max(restMs, now - began), why: error.message };
        log.warn({ model: endpoint.model, reason: error.message }, 'the embedder is given up for now');
        throw error;
      }
    },
    ping: async () => {
      checked(await ask(endpoint, [PING_TEXT], Math.min(timeoutMs, PING_MS)));
      rest = null;
    },
  };
}

import type { RecordKind } from '../domain/import-report.ts';
import type { JobProgress } from '../domain/job.ts';
import { type Embedder, EmbedderRefused } from '../embedders/embedder.ts';
import { UnrecoverableJobError } from '../jobs/queue.ts';
import { DimensionsDiffer, type EmbeddingStore } from '../store/store.ts';
import { type EmbeddingText, embeddingTexts } from './embedding-texts.ts';
import type { Ports } from './ports.ts';

/** Texts between two writes: what is asked for again when the process dies. */
const BATCH = 64;

export interface EmbedOptions {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: JobProgress) => Promise<void>) | undefined;
}

/**
 * Asks the embedder for the vectors of the records with these content hashes, as far as their texts have none of
 * this model, and keeps them. Doing it again asks nothing. Throws UnrecoverableJobError where another try would meet
 * the same: another embedder is configured here, or the embedder refuses.
 */
export async function embedRecords(
  { store, embedder }: Pick<Ports, 'store' | 'embedder'>,
  { kind, model, hashes }: { kind: RecordKind; model: string; hashes: readonly string[] },
  { signal, progress }: EmbedOptions = {},
): Promise<{ embedded: number }> {
  requireModel(embedder, model);
  const missing = await textsWithout(store.embeddings, model, await embeddingTexts(store, kind, hashes));
  for (let start = 0; start < missing.length; start += BATCH) {
    signal?.throwIfAborted();
    await embedTexts(store.embeddings, embedder, missing.slice(start, start + BATCH), signal);
    await progress?.({ done: Math.min(start + BATCH, missing.length), total: missing.length });
  }
  return { embedded: missing.length };
}

/** A job may have been asked for under another setting; its vectors would be of no use, or come from elsewhere. */
function requireModel(embedder: Embedder | null, model: string): asserts embedder is Embedder {
  if (embedder?.model === model) return;
  const here = embedder === null ? 'no embedder' : embedder.model;
  throw new UnrecoverableJobError(`vectors of ${model} are wanted, this process has ${here}`);
}

/** Each text once, however many records say it. */
async function textsWithout(
  embeddings: EmbeddingStore,
  model: string,
  texts: readonly EmbeddingText[],
): Promise<EmbeddingText[]> {
  const byHash = new Map(texts.map((text) => [text.textHash, text]));
  const known = await embeddings.known([...byHash.keys()], model);
  return [...byHash.values()].filter(({ textHash }) => !known.has(textHash));
}

async function embedTexts(
  embeddings: EmbeddingStore,
  embedder: Embedder,
  texts: readonly EmbeddingText[],
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    const vectors = await embedder.embed(
      texts.map(({ text }) => text),
      signal,
    );
    const found = texts.map(({ textHash }, i) => ({ textHash, vector: vectors[i]! }));
    await embeddings.save(embedder.model, found);
  } catch (error) {
    if (!(error instanceof EmbedderRefused || error instanceof DimensionsDiffer)) throw error;
    throw new UnrecoverableJobError(error.message, { cause: error });
  }
}

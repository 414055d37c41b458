/** The texts by which an embedder knows records, and the names under which their vectors are kept. */
import { createHash } from 'node:crypto';
import { carrierEmbeddingText, resultEmbeddingText } from '../domain/embedding-text.ts';
import type { RecordKind } from '../domain/import-report.ts';
import type { Store } from '../store/store.ts';

export interface EmbeddingText {
  /** Of the record's content. */
  readonly hash: string;
  readonly text: string;
  /** sha256 of the text: records that say the same share a vector. */
  readonly textHash: string;
}

/** One for each of these contents; hashes that were never saved are left out. */
export async function embeddingTexts(
  store: Pick<Store, 'results' | 'carriers'>,
  kind: RecordKind,
  hashes: readonly string[],
): Promise<EmbeddingText[]> {
  if (kind === 'results') return textsOf(await store.results.versions(hashes), resultEmbeddingText);
  return textsOf(await store.carriers.versions(hashes), carrierEmbeddingText);
}

export function embeddingTextHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function textsOf<T>(versions: ReadonlyMap<string, T>, textOf: (record: T) => string): EmbeddingText[] {
  return [...versions].map(([hash, record]) => {
    const text = textOf(record);
    return { hash, text, textHash: embeddingTextHash(text) };
  });
}

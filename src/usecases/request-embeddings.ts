import { type EmbeddingUse, NO_EMBEDDER } from '../domain/embedding-use.ts';
import type { Ports } from './ports.ts';
import { findUnembedded } from './unembedded.ts';

/**
 * Has the vectors fetched that records of before lack: when an embedder was configured after they were saved, or
 * did not answer for too long. Asking again changes nothing. Says how it stands before the jobs are done.
 */
export async function requestEmbeddings({
  store,
  embedder,
  now,
  wake,
}: Pick<Ports, 'store' | 'embedder' | 'now' | 'wake'>): Promise<EmbeddingUse> {
  if (embedder === null) return NO_EMBEDDER;
  const records = { results: await store.results.refs(), carriers: await store.carriers.refs() };
  const { use, jobs } = await findUnembedded(store, embedder, records);
  if (jobs.length > 0) {
    await store.jobs.request(jobs, now());
    wake();
  }
  return use;
}

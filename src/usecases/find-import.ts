import { noSuchImport } from '../domain/errors.ts';
import { requestJob } from '../jobs/definition.ts';
import { runImport } from '../jobs/jobs.ts';
import type { ImportRecord } from '../store/store.ts';
import { type Page, page } from './list-records.ts';
import type { Ports } from './ports.ts';

/** An import and how far it is; one whose job is dead shows as failed, with the job's error. Throws `import.not_found`. */
export async function findImport({ store }: Pick<Ports, 'store'>, id: string): Promise<ImportRecord> {
  const found = await store.imports.find(id);
  if (!found) throw noSuchImport(id);
  if (found.state === 'finished' || found.state === 'failed') return found;
  const job = await store.jobs.find(requestJob(runImport, { importId: id }).key);
  return job?.state === 'dead' ? { ...found, state: 'failed', error: job.error } : found;
}

/** Imports in the order of ids, which is the order of time. */
export async function listImports(
  { store }: Pick<Ports, 'store'>,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<ImportRecord>> {
  const found = await store.imports.list({ ...(after === undefined ? {} : { after }), limit: limit + 1 });
  return page(found, limit, (record) => record.id);
}

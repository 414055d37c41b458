import { DomainError, mayPass } from '../domain/errors.ts';
import { findImport } from './find-import.ts';
import { type ImportOptions, importRecords } from './import-records.ts';
import type { Ports } from './ports.ts';

/**
 * Reads a kept file into records. A file that cannot be read ends the import as failed, which is an answer and not
 * a reason for another try; anything else throws, and the job is tried again from the start: what was saved
 * before counts as unchanged then.
 */
export async function runImport(
  ports: Pick<Ports, 'store' | 'engine' | 'embedder' | 'now' | 'wake' | 'maxUploadBytes'>,
  { importId }: { importId: string },
  { signal, progress }: ImportOptions = {},
): Promise<void> {
  const { imports } = ports.store;
  const { kind, filename, state } = await findImport(ports, importId);
  if (state === 'finished' || state === 'failed') return;
  const bytes = await imports.bytes(importId);
  if (!bytes) throw new Error(`the bytes of import ${importId} are gone`);
  try {
    const report = await importRecords(
      ports,
      { kind, filename, bytes },
      {
        signal,
        progress: async (step) => {
          await imports.progress(importId, step);
          await progress?.(step);
        },
      },
    );
    await imports.finish(importId, report);
  } catch (error) {
    if (!(error instanceof DomainError) || mayPass(error)) throw error;
    await imports.fail(importId, `[${error.code}] ${error.message}`);
  }
}

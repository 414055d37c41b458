import { DomainError } from '../domain/errors.ts';
import type { RecordKind } from '../domain/import-report.ts';
import { requestJob } from '../jobs/definition.ts';
import { runImport } from '../jobs/jobs.ts';
import { newId } from './identifiers.ts';
import type { Ports } from './ports.ts';

export interface UploadedFile {
  readonly kind: RecordKind;
  readonly filename: string;
  readonly bytes: Uint8Array;
}

/** Keeps a file and has it read in the background. Throws `file.empty` or `file.too_large`. */
export async function submitImport(
  ports: Pick<Ports, 'store' | 'now' | 'random' | 'wake' | 'maxUploadBytes'>,
  file: UploadedFile,
): Promise<{ importId: string }> {
  requireReasonableSize(file, ports.maxUploadBytes);
  const importId = newId('i', ports);
  await ports.store.imports.create({ id: importId, ...file }, [requestJob(runImport, { importId })]);
  ports.wake();
  return { importId };
}

/** Throws `file.empty` or `file.too_large`. */
export function requireReasonableSize({ filename, bytes }: UploadedFile, maxBytes: number): void {
  if (bytes.length === 0)
    throw new DomainError('file.empty', `文件“${filename}”是空的 · The file "${filename}" is empty`);
  if (bytes.length <= maxBytes) return;
  const [size, limit] = [bytes.length, maxBytes].map((count) => `${(count / 1024 / 1024).toFixed(1)} MB`);
  throw new DomainError(
    'file.too_large',
    `文件“${filename}”为 ${size}，上限 ${limit} · The file has ${size}, the limit is ${limit}`,
  );
}

/**
 * Keeps an uploaded file. That takes up to 25 ms of processor time a megabyte, and longer where the disk is slow: what
 * is not small is written by a thread of its own, as one write all the same, and a server goes on answering meanwhile.
 */
import { Worker } from 'node:worker_threads';
import type { JobRequest } from '../../domain/job.ts';
import { errorFrom, type PlainError } from '../../domain/plain-error.ts';
import type { UploadedImport } from '../store.ts';
import { type Database, inOneWrite } from './connection.ts';
import { keepJobs } from './job-outbox.ts';
import { imports } from './schema/imports.ts';

export interface NewImport {
  readonly file: UploadedImport;
  readonly jobs: readonly JobRequest[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What the thread is handed. */
export interface ImportToWrite extends NewImport {
  /** Of the database's file. */
  readonly path: string;
}

/** Null where it is written. */
export type WhyNotWritten = PlainError | null;

/** Writing so much holds this thread no longer than starting another one does. */
const WRITTEN_HERE_BYTES = 128 * 1024;

/** Takes the bytes over: the caller's are gone afterwards. */
export function createImport(db: Database, given: NewImport): Promise<void> {
  const { name: path, memory } = db.$client;
  const isSmall = given.file.bytes.byteLength <= WRITTEN_HERE_BYTES;
  return memory || isSmall ? writeImport(db, given) : writeInThread({ ...given, path });
}

export function writeImport(db: Database, { file, jobs, now }: NewImport): Promise<void> {
  const { bytes, ...described } = file;
  return inOneWrite(db, () => {
    db.insert(imports)
      .values({
        ...described,
        bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        state: 'queued',
        createdAt: now,
        updatedAt: now,
      })
      .run();
    keepJobs(db, jobs, now);
  });
}

function writeInThread(given: ImportToWrite): Promise<void> {
  const { buffer, byteLength } = given.file.bytes;
  const worker = new Worker(new URL('../../../bin/import-thread.js', import.meta.url), {
    workerData: given,
    // a part of something larger is copied
    transferList: buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    worker.once('message', (why: WhyNotWritten) => (why === null ? resolve() : reject(errorFrom(why))));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread of an upload ended with exit code ${code}`)));
  });
}

/** What runs in the thread that keeps one uploaded file. */
import { parentPort, workerData } from 'node:worker_threads';
import { plainError } from '../../domain/plain-error.ts';
import { openConnection } from './connection.ts';
import { type ImportToWrite, type WhyNotWritten, writeImport } from './create-import.ts';

const given = workerData as ImportToWrite;
parentPort?.postMessage(await write());

async function write(): Promise<WhyNotWritten> {
  try {
    const db = await openConnection(given.path);
    await writeImport(db, given).finally(() => db.$client.close());
    return null;
  } catch (error) {
    return plainError(error);
  }
}

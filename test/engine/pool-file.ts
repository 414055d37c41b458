/** Pools in files, as tests write and read them. */
import type { MatchPool, StoredPool } from '../../src/engine/engine.ts';
import type { CorpusModel } from '../../src/engine/model/corpus-model.ts';
import type { ByteSource } from '../../src/engine/stored/byte-source.ts';
import { ENGINE } from './given.ts';

export function fileOf(pool: MatchPool, notes: unknown = null): Buffer {
  return Buffer.concat(pool.write(notes));
}

export function sourceOf(file: Uint8Array): ByteSource {
  return {
    size: file.length,
    beginning: file.subarray(0, 512),
    read: async (start, into) => into.set(file.subarray(start, start + into.length)),
  };
}

export function stored(file: Uint8Array): Promise<StoredPool> {
  return ENGINE.readPool(sourceOf(file));
}

/** All of it read. */
export async function reopened(file: Uint8Array, model: CorpusModel): Promise<MatchPool> {
  const pool = (await stored(file)).restore(model);
  await pool.complete();
  return pool;
}

import { analyseWhatChanged } from './analyse-jobs.ts';
import { checkResult } from './check-record.ts';
import type { Ports } from './ports.ts';
import { saveOne, type TakenRecord } from './save-one.ts';

/**
 * A university submits one research result. Throws `record.invalid` with findings, or `result.not_public`:
 * then nothing of the text is kept. The same result again changes nothing.
 */
export async function submitResult(
  { store, embedder, wake }: Pick<Ports, 'store' | 'embedder' | 'wake'>,
  input: unknown,
): Promise<TakenRecord> {
  const saved = await saveOne(store.results, checkResult(input), analyseWhatChanged('results', embedder));
  wake();
  return saved;
}

import { analyseWhatChanged } from './analyse-jobs.ts';
import { checkCarrier } from './check-record.ts';
import type { Ports } from './ports.ts';
import { saveOne, type TakenRecord } from './save-one.ts';

/** Registers or renews one carrier. Throws `record.invalid` with findings. */
export async function registerCarrier(
  { store, embedder, wake }: Pick<Ports, 'store' | 'embedder' | 'wake'>,
  input: unknown,
): Promise<TakenRecord> {
  const saved = await saveOne(store.carriers, checkCarrier(input), analyseWhatChanged('carriers', embedder));
  wake();
  return saved;
}

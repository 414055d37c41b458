import { DomainError } from '../domain/errors.ts';
import { UnrecoverableJobError } from '../jobs/queue.ts';
import type { LearnOptions } from './learn-model.ts';
import type { Ports } from './ports.ts';
import { trainModel } from './train-model.ts';
import { trainingNeed } from './training-need.ts';

/**
 * Learns anew from the records, with the background of the model before, where that is (still) due. Doing it
 * again does nothing. Throws UnrecoverableJobError where the job was meant for another reading of texts.
 */
export async function trainWhenDue(
  ports: Pick<Ports, 'store' | 'engine' | 'profile' | 'pools' | 'now'>,
  { analyser }: { analyser: string },
  options: LearnOptions = {},
): Promise<void> {
  const { store, engine } = ports;
  if (engine.analyser !== analyser)
    throw new UnrecoverableJobError(
      `a corpus model of ${analyser} is wanted, this process reads as ${engine.analyser}`,
    );
  const { due, current } = await trainingNeed(store, engine);
  if (!due) return;
  // learning from a hundred thousand records needs as much memory as a pool
  ports.pools.release();
  try {
    await trainModel(ports, { background: 'kept', replaces: current?.fingerprint ?? null }, options);
  } catch (error) {
    // records without words that recur: pools go on without a model, and the next change of the records asks again
    if (!(error instanceof DomainError && error.code === 'model.too_little')) throw error;
  }
}

import type { Logger } from 'pino';
import type { Application } from '../usecases/application.ts';
import { describeError } from './observing/describe-error.ts';
import type { Readiness } from './services.ts';

/** Whether store, queue and embedder answer; why not is in the log, and not for everybody who asks. */
export async function askReadiness(
  { store, queue, embedder }: Pick<Application, 'store' | 'queue' | 'embedder'>,
  log: Logger,
): Promise<Readiness> {
  const answers = async (part: string, ping: () => Promise<void>): Promise<boolean> => {
    try {
      await ping();
      return true;
    } catch (error) {
      log.warn({ part, err: describeError(error) }, 'not ready');
      return false;
    }
  };
  const [storeAnswers, queueAnswers, embedderState] = await Promise.all([
    answers('store', () => store.ping()),
    answers('queue', () => queue.ping()),
    embedder.state(),
  ]);
  return { parts: { store: storeAnswers, queue: queueAnswers }, embedder: embedderState };
}

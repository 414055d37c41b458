import type { Steps } from '../engine/model/steps.ts';
import { pause } from './pause.ts';

/** Computes step by step, so that leases are renewed and requests answered meanwhile. Throws where it is aborted. */
export async function inSteps<T>(steps: Steps<T>, signal?: AbortSignal | undefined): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

/** Asking again: how often, after what pause, and when to leave a server in peace. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbedderLog, EmbedderUnavailable } from '../embedder.ts';
import { AskAgain } from './ask.ts';

export interface Persistence {
  /** Times that one request is sent before it is given up; the job that it is for is tried again later. */
  readonly tries: number;
  /** Upper bound of the first pause, in ms; it doubles with every try. */
  readonly baseMs: number;
  /** A server that wants a longer pause than this (ms) is given up for now. */
  readonly patienceMs: number;
  /** In [0, 1). */
  readonly random: () => number;
}

export const DEFAULT_PERSISTENCE: Persistence = {
  tries: 3,
  baseMs: 500,
  patienceMs: 60_000,
  random: Math.random,
};

/**
 * Does `work` until it succeeds or fails for good. The pause is what the server asks for, or a random part of an
 * exponential bound (full jitter: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015),
 * whichever is longer. Throws EmbedderUnavailable when the tries are used up.
 */
export async function persistently<T>(
  work: () => Promise<T>,
  { tries, baseMs, patienceMs, random }: Persistence,
  log: EmbedderLog,
  signal?: AbortSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AskAgain)) throw error;
      if (attempt >= tries)
        throw new EmbedderUnavailable(`${error.message}, asked ${attempt} times`, { cause: error });
      if (error.waitMs > patienceMs) throw wantsPeace(error);
      const pauseMs = Math.max(error.waitMs, Math.floor(random() * baseMs * 2 ** (attempt - 1)));
      log.warn({ attempt, pauseMs, reason: error.message }, 'the embedder is asked again');
      await pause(pauseMs, signal);
    }
  }
}

function wantsPeace(error: AskAgain): EmbedderUnavailable {
  const seconds = Math.ceil(error.waitMs / 1_000);
  return new EmbedderUnavailable(`${error.message} and wants to be asked again in ${seconds} s`, {
    cause: error,
  });
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await sleep(ms, undefined, signal ? { signal } : {}).catch(() => signal?.throwIfAborted());
}

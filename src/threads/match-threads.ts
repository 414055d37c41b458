/** Questions over all records, answered in threads: the one that asks goes on meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { DomainError } from '../domain/errors.ts';
import { errorFrom } from '../domain/plain-error.ts';
import type { Profile } from '../domain/profile.ts';
import type { Matcher } from '../usecases/matcher.ts';
import { KeptThread, type ThreadLog } from './kept-thread.ts';
import type { Answered, Asked, Question } from './messages.ts';
import { type RunningThread, type StartWorker, startWorker } from './running-thread.ts';

export interface MatchThreadsOptions {
  readonly config: Config;
  readonly profile: Profile;
  readonly threads: number;
  readonly log: ThreadLog;
  readonly startWorker?: StartWorker;
  /** How long a question waits for a thread that is not ready yet, in ms. */
  readonly patienceMs?: number;
  /** How long questions under way have when it is closed, in ms. */
  readonly graceMs?: number;
}

/** Threads start with the first question, or when they are told to prepare. Throws also `matching.unavailable`. */
export function createMatchThreads(options: MatchThreadsOptions): Matcher {
  let started: MatchThread[] | null = null;
  const threads = () => {
    started ??= Array.from({ length: options.threads }, (_, i) => new MatchThread(options, `match-${i + 1}`));
    return started;
  };
  const leastBusy = () => threads().reduce((least, thread) => (thread.busy < least.busy ? thread : least));
  return {
    carriersFor: (...of) => leastBusy().ask('carriersFor', of),
    resultsFor: (...of) => leastBusy().ask('resultsFor', of),
    explain: (...of) => leastBusy().ask('explain', of),
    prepare: async () => {
      await Promise.all(threads().map((thread) => thread.ready()));
    },
    close: async () => {
      await Promise.all((started ?? []).map((thread) => thread.close()));
    },
  };
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

const PATIENCE_MS = 15_000;
const GRACE_MS = 5_000;

class MatchThread {
  readonly #options: MatchThreadsOptions;
  readonly #thread: KeptThread;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor(options: MatchThreadsOptions, name: string) {
    this.#options = options;
    const { config, profile } = options;
    this.#thread = new KeptThread({
      data: { role: 'match', name, config, profile, concurrency: 0 },
      log: options.log,
      startWorker: options.startWorker ?? startWorker,
      onAnswer: (report) => {
        const waiting = this.#waiting.get(report.id);
        this.#waiting.delete(report.id);
        if (report.report === 'answer') waiting?.resolve(report.answer);
        else waiting?.reject(errorFrom(report.error));
      },
      onCrash: () => this.#giveUp(),
    });
  }

  /** Questions that have no answer yet. */
  get busy(): number {
    return this.#waiting.size;
  }

  ready(): Promise<RunningThread> {
    return this.#thread.ready();
  }

  async ask<Name extends Question>(question: Name, of: Asked<Name>): Promise<Answered<Name>> {
    const thread = await this.#readyInTime();
    const id = ++this.#asked;
    const answer = new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    thread.tell({ order: 'ask', id, question, of });
    return (await answer) as Answered<Name>;
  }

  async close(): Promise<void> {
    await this.#thread.stop(this.#options.graceMs ?? GRACE_MS);
    this.#giveUp();
  }

  async #readyInTime(): Promise<RunningThread> {
    const { patienceMs = PATIENCE_MS } = this.#options;
    const answered = new AbortController();
    const late = sleep(patienceMs, null, { signal: answered.signal }).catch(() => null);
    const crashed = () => {
      throw unavailable('匹配正在重启', 'matching is being started again');
    };
    const thread = await Promise.race([this.ready().catch(crashed), late]);
    answered.abort();
    if (thread === null) throw unavailable('索引正在建立', 'the index is being built');
    return thread;
  }

  /** Whoever waits must ask again: it is not known how far the thread had come. */
  #giveUp(): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(unavailable('匹配中断', 'matching was interrupted'));
  }
}

function unavailable(zh: string, en: string): DomainError {
  return new DomainError('matching.unavailable', `${zh}，请稍后再试 · ${capitalised(en)}: try again shortly`);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

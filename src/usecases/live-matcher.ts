/**
 * Answers questions in this thread, one after the other. Before each it catches up with the store. Where a pool is
 * to compare by another yardstick, its successor is built beside it and the old one answers until that is ready.
 */

import { DomainError } from '../domain/errors.ts';
import type { LivePool } from './live-pool.ts';
import type { Matcher } from './matcher.ts';
import {
  embeddingUsed,
  isSmall,
  isUnreadable,
  keepLivePool,
  type LiveSources,
  openLivePool,
  recordsNow,
} from './open-live-pool.ts';
import { pause } from './pause.ts';

export interface LiveMatcherOptions {
  /** How often it catches up with the store by itself, in ms; not at all where not said. */
  readonly followMs?: number;
}

/** A pool that learns from its records learns anew when they are so many times as many. */
const GROWTH = 2;
/** Whether all records have vectors by now is looked at no more often than this, in ms: it reads them all. */
const LOOK_FOR_VECTORS_MS = 30_000;
/** After a successor could not be built. */
const TRY_AGAIN_MS = 60_000;
/** The file is written anew when this share of the records has changed. */
const MOST_UNWRITTEN = 0.02;

export function createLiveMatcher(sources: LiveSources, options: LiveMatcherOptions = {}): Matcher {
  const matcher = new LiveMatcher(sources, options);
  return {
    carriersFor: (resultId, purpose, top) =>
      matcher.ask(async (live) => {
        const [result] = await live.texts([resultId]);
        return live.questions.carriersFor(result!, purpose, top);
      }),
    resultsFor: (carrierId, purpose, top) =>
      matcher.askWhole(async (live) => {
        await live.putNow('carriers', carrierId);
        const found = live.questions.findResults(carrierId, purpose, top);
        return found.explain(await live.texts(found.ids));
      }),
    explain: (resultId, carrierId, purpose) =>
      matcher.ask(async (live) => {
        await live.putNow('carriers', carrierId);
        const [result] = await live.texts([resultId]);
        return live.questions.explain(result!, carrierId, purpose);
      }),
    prepare: async () => {
      const ready = matcher.ask(async () => sources.engine.prepare());
      // while the disk gives the index
      const meanwhile = pause().then(() => sources.engine.prepare());
      await Promise.all([ready, meanwhile]);
      matcher.completeMeanwhile();
    },
    close: () => matcher.close(),
  };
}

class LiveMatcher {
  readonly #sources: LiveSources;
  readonly #timer: NodeJS.Timeout | undefined;
  #live: LivePool | null = null;
  #successor: Promise<void> | null = null;
  /** The last question, or whatever else must not run beside one. */
  #turn: Promise<unknown> = Promise.resolve();
  #vectors = 0;
  #lookForVectorsAt = 0;
  #tryAgainAt = 0;
  /** Part of its file cannot be read: it answers what it can until its successor is built. */
  #isDamaged = false;
  #closed = false;

  constructor(sources: LiveSources, { followMs }: LiveMatcherOptions) {
    this.#sources = sources;
    if (followMs !== undefined) this.#timer = setInterval(() => this.#follow(), followMs);
  }

  ask<Answer>(question: (live: LivePool) => Promise<Answer>): Promise<Answer> {
    return this.#inTurn(async () => question(await this.#current()));
  }

  /**
   * Of a pool of which all is there; while it is read, or built anew because its file is damaged, others have their turns.
   * Throws `matching.unavailable` where that fails.
   */
  async askWhole<Answer>(question: (live: LivePool) => Promise<Answer>): Promise<Answer> {
    const live = await this.ask(async (pool) => pool);
    if (!(await this.#complete(live))) await this.#mend();
    return this.ask(async (pool) => {
      if (await this.#complete(pool)) return question(pool);
      throw new DomainError(
        'matching.unavailable',
        '索引已损坏，正在重建，请稍后再试 · The index is damaged and is built anew: try again shortly',
      );
    });
  }

  /** Nobody waits for it. */
  completeMeanwhile(): void {
    if (this.#live === null) return;
    this.#complete(this.#live).catch((error: unknown) =>
      this.#sources.log.error({ err: error }, 'the index could not be read to its end'),
    );
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#inTurn(async () => {
      if (this.#live && this.#live.changes > 0) await keepLivePool(this.#sources, this.#live);
      this.#live?.close();
    });
  }

  /** False where its file is damaged. */
  async #complete(live: LivePool): Promise<boolean> {
    try {
      await live.complete();
      return true;
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      // one that was closed meanwhile is not damaged
      if (live === this.#live && !this.#isDamaged && !this.#closed) {
        this.#isDamaged = true;
        this.#sources.log.warn(
          { reason: error.message },
          'the stored index cannot be read and is built anew',
        );
      }
      return false;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    // an error is whoever's who asked; the next question does not wait for it
    this.#turn = done.catch(() => {});
    return done;
  }

  /** Between questions: so that few changes are left to catch up with when one comes. */
  #follow(): void {
    if (this.#live === null || isSmall(this.#live.sizeToBe)) return;
    this.ask(async (live) => {
      if (live.changes > MOST_UNWRITTEN * live.size && (await this.#complete(live)))
        await keepLivePool(this.#sources, live);
    }).catch((error: unknown) =>
      this.#sources.log.error({ err: error }, 'the index could not follow the records'),
    );
  }

  /** The pool, with all that was saved until now. */
  async #current(): Promise<LivePool> {
    const live = this.#live;
    if (live === null) return this.#reopen();
    const changed = await live.notice();
    if (isSmall(live.sizeToBe))
      return changed || (await this.#comparesOtherwise(live)) ? this.#reopen() : live;
    if (changed) await live.putPending();
    if (await this.#isOutdated(live)) this.#succeed();
    return live;
  }

  async #reopen(): Promise<LivePool> {
    this.#vectors = await this.#countVectors();
    return this.#put(await openLivePool(this.#sources));
  }

  #put(live: LivePool): LivePool {
    this.#live?.close();
    this.#live = live;
    this.#isDamaged = false;
    return live;
  }

  /** Of a small pool, which may also take up vectors at once. */
  async #comparesOtherwise(live: LivePool): Promise<boolean> {
    return (
      live.yardstick.model !== (await this.#sources.models.current()) ||
      this.#vectors !== (await this.#countVectors())
    );
  }

  /** Never while texts are unread: a successor would read them all itself, beside whoever does so now. */
  async #isOutdated(live: LivePool): Promise<boolean> {
    if (this.#successor !== null || this.#closed || live.isBehind || Date.now() < this.#tryAgainAt)
      return false;
    if (this.#isDamaged) return true;
    const model = await this.#sources.models.current();
    if (live.yardstick.model !== model) {
      if (live.model !== model) return true;
      live.adoptModel();
      await keepLivePool(this.#sources, live);
    }
    return live.hasGrown(GROWTH) || (live.yardstick.embedding === null && (await this.#vectorsAreComplete()));
  }

  async #vectorsAreComplete(): Promise<boolean> {
    const { store, embedder } = this.#sources;
    if (embedder === null || Date.now() < this.#lookForVectorsAt) return false;
    const vectors = await this.#countVectors();
    if (vectors === this.#vectors) return false;
    this.#vectors = vectors;
    this.#lookForVectorsAt = Date.now() + LOOK_FOR_VECTORS_MS;
    return (await embeddingUsed(this.#sources, await recordsNow(store))) !== null;
  }

  async #mend(): Promise<void> {
    if (this.#successor === null && Date.now() >= this.#tryAgainAt) this.#succeed();
    await this.#successor;
  }

  /** Builds the next pool beside this one and puts it in its place between two questions. */
  #succeed(): void {
    this.#successor = openLivePool(this.#sources, !this.#isDamaged)
      .then((next) => this.#inTurn(async () => this.#put(next)))
      .then(() => this.completeMeanwhile())
      .catch((error: unknown) => {
        this.#tryAgainAt = Date.now() + TRY_AGAIN_MS;
        this.#sources.log.error({ err: error }, 'the next index could not be built; the old one goes on');
      })
      .finally(() => {
        this.#successor = null;
      });
  }

  async #countVectors(): Promise<number> {
    const { store, embedder } = this.#sources;
    return embedder === null ? 0 : store.embeddings.count(embedder.model);
  }
}

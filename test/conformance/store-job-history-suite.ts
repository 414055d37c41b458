import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JobRequest, JobState } from '../../src/domain/job.ts';
import type { Store } from '../../src/store/store.ts';
import { enqueue, job, type OpenStore, T0 } from './store-fixtures.ts';

const LEASE_MS = 100;

/**
 * Twelve jobs; each waits for some of those after it, so that there are trees, chains and children that several
 * trees share. Within one tree every job has one parent.
 */
const forest = fc
  .array(fc.array(fc.nat({ max: 11 }), { maxLength: 3 }), { minLength: 12, maxLength: 12 })
  .map((waits) => {
    const requests: JobRequest[] = [];
    const trees: Set<number>[] = [];
    for (let i = waits.length - 1; i >= 0; i -= 1) {
      const tree = new Set([i]);
      const after: JobRequest[] = [];
      for (const child of waits[i] as number[]) {
        const below = trees[child];
        if (below === undefined || [...below].some((job) => tree.has(job))) continue;
        for (const job of below) tree.add(job);
        after.push(requests[child] as JobRequest);
      }
      trees[i] = tree;
      requests[i] = job(`job-${i}`, after, 2);
    }
    return requests;
  });

/** What may happen to jobs; `pick` chooses the job among those that it can happen to. */
const happening = fc.record({
  what: fc.constantFrom('claim', 'claim', 'finish', 'finish', 'retry', 'bury', 'crash', 'revive', 'request'),
  pick: fc.nat(),
});

/** Any history of claims, endings and crashes. */
export function jobHistorySuite(open: OpenStore): void {
  describe('any history of jobs', () => {
    it('loses no job, runs none twice at a time, and no parent before its children are done', async () => {
      await fc.assert(
        fc.asyncProperty(forest, fc.array(happening, { maxLength: 60 }), async (requests, happenings) => {
          const store = await open({ clock: () => T0 });
          try {
            await enqueue(store, ...requests);
            await new History(store, requests).play(happenings);
          } finally {
            await store.close();
          }
        }),
        { numRuns: 60 },
      );
    });
  });
}

/** Plays happenings against a store and keeps, beside it, what must be true. */
class History {
  private readonly store: Store;
  private readonly requests: readonly JobRequest[];
  private readonly running = new Set<string>();
  private now = T0;

  constructor(store: Store, requests: readonly JobRequest[]) {
    this.store = store;
    this.requests = requests;
  }

  async play(happenings: readonly { what: string; pick: number }[]): Promise<void> {
    for (const { what, pick } of happenings) {
      this.now += 1;
      await this.happen(what, pick);
      await this.checkNothingLost();
    }
    await this.workOffTheRest();
  }

  private async happen(what: string, pick: number): Promise<void> {
    const { jobs } = this.store;
    const running = [...this.running];
    const key = running[pick % Math.max(1, running.length)];
    if (what === 'claim') return this.claim(1 + (pick % 3));
    if (what === 'crash') {
      this.now += LEASE_MS;
      this.running.clear();
      return;
    }
    if (what === 'request')
      return enqueue(this.store, this.requests[pick % this.requests.length] as JobRequest);
    if (what === 'revive') return jobs.revive(`job-${pick % this.requests.length}`, this.now);
    if (key === undefined) return;
    this.running.delete(key);
    if (what === 'finish') await jobs.finish(key, this.now);
    if (what === 'retry') await jobs.retry(key, 'again', this.now + (pick % 50), this.now);
    if (what === 'bury') await jobs.bury(key, 'broken', this.now);
  }

  private async claim(limit: number): Promise<void> {
    const claimed = await this.store.jobs.claim({ owner: 'w', limit, leaseMs: LEASE_MS, now: this.now });
    const states = await this.states();
    for (const { key } of claimed) {
      expect(this.running.has(key), `${key} is running already`).toBe(false);
      for (const child of this.childrenOf(key))
        expect(states.get(child), `${child} before ${key}`).toBe('done');
      this.running.add(key);
    }
  }

  /** Every job is kept, and an open one either can run or waits for one that is open. */
  private async checkNothingLost(): Promise<void> {
    const states = await this.states();
    expect(states.size).toBe(this.requests.length);
    for (const [key, state] of states) {
      if (state !== 'waiting') continue;
      const children = this.childrenOf(key).map((child) => states.get(child) ?? 'lost');
      expect(
        children.some((child) => ['waiting', 'ready', 'active'].includes(child)),
        `${key} waits for nobody`,
      ).toBe(true);
    }
  }

  /** With all dead jobs revived, everything comes to its end. */
  private async workOffTheRest(): Promise<void> {
    this.running.clear();
    this.now += LEASE_MS + 100;
    for (let turns = 0; !(await this.allDone()); turns += 1) {
      expect(turns, 'turns without an end').toBeLessThan(100);
      for (const { key } of await this.store.jobs.list({ state: 'dead', limit: 99 })) {
        await this.store.jobs.revive(key, this.now);
      }
      await this.claim(99);
      for (const key of this.running) await this.store.jobs.finish(key, this.now);
      this.running.clear();
    }
  }

  private async allDone(): Promise<boolean> {
    return [...(await this.states()).values()].every((state) => state === 'done');
  }

  private async states(): Promise<Map<string, JobState>> {
    const all = await this.store.jobs.list({ limit: 99 });
    return new Map(all.map((view) => [view.key, view.state]));
  }

  private childrenOf(key: string): string[] {
    return this.requests.find((request) => request.key === key)?.after?.map((child) => child.key) ?? [];
  }
}

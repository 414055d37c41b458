import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { DEFAULT_TERMS } from '../../src/domain/assignment.ts';
import { CarrierSchema } from '../../src/domain/carrier.ts';
import type { ClaimedJob, JobRequest } from '../../src/domain/job.ts';
import type { Match } from '../../src/domain/match.ts';
import { ResearchResultSchema } from '../../src/domain/research-result.ts';
import type { RoundPlan } from '../../src/domain/round.ts';
import type { Store } from '../../src/store/store.ts';

/** Opens an empty store of the adapter under test. */
export type OpenStore = (options: { clock: () => number }) => Promise<Store>;

/** Opens an empty store by two connections. */
export type OpenTwo = (options: { clock: () => number }) => Promise<readonly [Store, Store]>;

/** How long things may take. */
export interface StoreBars {
  /** Saving 10,000 records, 200 at a time. */
  readonly saveMs: number;
}

export const T0 = Date.UTC(2025, 0, 1);
export const NO_JOBS = () => [];

export function job(key: string, after: readonly JobRequest[] = [], maxAttempts = 3): JobRequest {
  return { name: 'test.run', key, payload: { of: key }, maxAttempts, after };
}

/** Jobs come into being with a write only: here an import of nothing. */
export async function enqueue(store: Store, ...jobs: JobRequest[]): Promise<void> {
  await store.imports.create(
    { id: randomUUID(), kind: 'results', filename: 'a.csv', bytes: new Uint8Array() },
    jobs,
  );
}

export async function claim(store: Store, now = T0, owner = 'worker-1', limit = 100): Promise<ClaimedJob[]> {
  return store.jobs.claim({ owner, limit, leaseMs: 1_000, now });
}

export async function claimKeys(store: Store, now = T0, owner = 'worker-1', limit = 100): Promise<string[]> {
  return (await claim(store, now, owner, limit)).map((claimed) => claimed.key);
}

export async function expectStates(store: Store, states: Record<string, string>): Promise<void> {
  const found = await Promise.all(
    Object.keys(states).map(async (key) => [key, (await store.jobs.find(key))?.state]),
  );
  expect(Object.fromEntries(found)).toEqual(states);
}

export function result(title: string, more: Record<string, unknown> = {}) {
  return ResearchResultSchema.parse({ title, ...more });
}

export function carrier(name: string, more: Record<string, unknown> = {}) {
  return CarrierSchema.parse({ name, description: '提供孵化场地', ...more });
}

export function plan(id: string): RoundPlan {
  return {
    id,
    profile: { id: 'jiangbei', version: '1' },
    engine: 'engine/1',
    purposes: ['transfer', 'pilot'],
    top: 3,
    chunkSize: 2,
    results: [{ id: 'R-1', hash: 'r1' }],
    carriers: [{ id: 'C-1', hash: 'c1' }],
    embedding: { model: 'model-a' },
    model: null,
    assignment: DEFAULT_TERMS,
    previous: null,
  };
}

export function match(
  resultId: string,
  carrierId: string,
  affinity: number,
  more: Partial<Match> = {},
): Match {
  return {
    resultId,
    carrierId,
    purpose: 'transfer',
    affinity,
    score: affinity,
    rank: 1,
    verdict: 'possible',
    components: [],
    limits: [],
    summary: { zh: '匹配', en: 'match' },
    shortfalls: [],
    ...more,
  };
}

import { expect, it } from 'vitest';
import { jobIdOf } from '../../src/jobs/bullmq/job-id.ts';
import { backoffMs, DEFAULT_BACKOFF } from '../../src/jobs/running/retry-policy.ts';

const waits = (random: number) =>
  [1, 2, 3, 7, 8, 50, 2_000].map((attempt) =>
    backoffMs(attempt, { ...DEFAULT_BACKOFF, random: () => random }),
  );

it('waits up to half a second at first, twice as long each time, never more than a minute', () => {
  expect(waits(0.999_999_9)).toEqual([499, 999, 1_999, 31_999, 59_999, 59_999, 59_999]);
});

it('spreads the waits down to nothing, so that jobs which failed together do not come back together', () => {
  expect(waits(0)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(waits(0.5)).toEqual([250, 500, 1_000, 16_000, 30_000, 30_000, 30_000]);
});

it('gives each key an id that Redis can hold and no other key has', () => {
  const ids = ['round.match:r:1', 'round.match%3Ar%3A1', 'meta', '42'].map(jobIdOf);
  expect(ids).toEqual(['job-round.match%3Ar%3A1', 'job-round.match%253Ar%253A1', 'job-meta', 'job-42']);
});

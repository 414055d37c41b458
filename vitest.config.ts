import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Rooms that leave nothing behind: their files share a process, and so its modules and its vocabulary. */
const SHARING = ['domain', 'text', 'engine', 'planning', 'exchange', 'golden', 'http'].map(
  (room) => `test/${room}/**/*.test.ts`,
);

/** What waits most of its time, for leases to end and for servers: several at once, after those that compute. */
const WAITING = ['test/conformance/queue-*.test.ts', 'test/jobs/redis-trouble.test.ts'];

/** What measures time or memory, or whose processes must get on side by side: one file at a time, after all others. */
const ALONE = [
  'test/conformance/**/*.test.ts',
  'test/embedders/**/*.test.ts',
  'test/jobs/**/*.test.ts',
  'test/planning/park-memory.test.ts',
  'test/store/**/*.test.ts',
  'test/exchange/large-file.test.ts',
  'test/http/first-body.test.ts',
  'test/http/stopping.test.ts',
  'test/usecases/embedding.test.ts',
];

// Without this Vitest leaves a core to others: on a machine of two it would run one file after the other.
const maxWorkers = availableParallelism();

const EVERYWHERE = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  setupFiles: ['test/support/learnt-before.ts'],
};

export default defineConfig({
  test: {
    globalSetup: ['test/support/learnt-in-run.ts'],
    projects: [
      {
        test: {
          ...EVERYWHERE,
          name: 'sharing',
          include: SHARING,
          exclude: [...configDefaults.exclude, ...WAITING, ...ALONE],
          isolate: false,
          maxWorkers,
        },
      },
      {
        test: {
          ...EVERYWHERE,
          name: 'apart',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...SHARING, ...WAITING, ...ALONE],
          maxWorkers,
        },
      },
      {
        test: {
          ...EVERYWHERE,
          name: 'waiting',
          include: WAITING,
          maxWorkers: 2 * maxWorkers,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...EVERYWHERE,
          name: 'alone',
          include: ALONE,
          exclude: [...configDefaults.exclude, ...WAITING],
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

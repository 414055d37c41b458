import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Rooms that leave nothing behind: their files share a process, and so its modules and its vocabulary. */
const SHARING = ['domain', 'text', 'engine', 'planning', 'exchange', 'golden', 'http'].map(
  (room) => `test/${room}/**/*.test.ts`,
);

/** What measures time or memory, or keeps several processes busy by itself: one file at a time, after all others. */
const ALONE = [
  'test/conformance/**/*.test.ts',
  'test/embedders/**/*.test.ts',
  'test/jobs/**/*.test.ts',
  'test/store/**/*.test.ts',
  'test/planning/park-memory.test.ts',
  'test/exchange/large-file.test.ts',
  'test/http/stopping.test.ts',
  'test/usecases/embedding.test.ts',
  'test/usecases/killed-worker.test.ts',
  'test/usecases/round-memory.test.ts',
];

// Without this Vitest leaves a core to others: on a machine of two it would run one file after the other.
const maxWorkers = availableParallelism();

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'sharing',
          include: SHARING,
          exclude: [...configDefaults.exclude, ...ALONE],
          isolate: false,
          maxWorkers,
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...SHARING, ...ALONE],
          maxWorkers,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});

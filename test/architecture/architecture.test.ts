import { beforeAll, describe, expect, it } from 'vitest';
import { type Cruise, cruiseTree, ROOT } from './cruise-tree.ts';

describe('the rooms and their arrows', () => {
  let tree: Cruise;
  beforeAll(async () => {
    tree = await cruiseTree(ROOT, ['src', 'workers', 'bin']);
  });

  it('the check sees the program', () => {
    expect(tree.modules.filter((path) => /^(?:src|workers|bin)\//u.test(path)).length).toBeGreaterThan(200);
  });

  it.each([
    ['a value', 'src/compose.ts → src/store/sqlite/sqlite-store.ts'],
    ['a type', 'src/engine/engine.ts → src/domain/match.ts'],
    ['loaded later', 'src/compose.ts → src/jobs/bullmq/bull-queue.ts'],
    ['from the command', 'bin/jianyuan.js → src/cli/main.ts'],
    ['from a thread', 'bin/thread.js → src/threads/thread.ts'],
    ['over the top level', 'workers/match-chunk.ts → src/jobs/jobs.ts'],
    ['a module of Node', 'src/engine/create-engine.ts → crypto'],
  ])('the check sees %s: %s', (_kind, edge) => {
    expect([...tree.edges]).toContain(edge);
  });

  it.each([
    ['imported', /^src\/domain\/\S+ → node_modules\/zod\//u],
    ['required', /^src\/text\/\S+ → node_modules\/natural\//u],
  ])('the check sees a package that is %s', (_how, edge) => {
    expect([...tree.edges].filter((seen) => edge.test(seen))).not.toEqual([]);
  });

  it('no arrow runs the wrong way', () => {
    expect(tree.violations).toEqual([]);
  });
});

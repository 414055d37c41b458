import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cruise, cruiseTree, ruleNames } from './cruise-tree.ts';

/** One forbidden import for each rule at least: the rule, the file that breaks it, what it imports. */
const PLANTED: readonly (readonly [rule: string, from: string, imports: string])[] = [
  ['domain-keeps-to-its-list', 'src/domain/carrier.ts', '../store/store.ts'],
  ['domain-keeps-to-its-list', 'src/domain/carrier.ts', 'node:fs'],
  ['domain-keeps-to-its-list', 'src/domain/carrier.ts', 'ml-matrix'],
  ['disk-keeps-to-its-list', 'src/disk/make-folder.ts', '../store/store.ts'],
  ['disk-keeps-to-its-list', 'src/disk/make-folder.ts', 'zod'],
  ['text-keeps-to-its-list', 'src/text/reader.ts', '../engine/engine.ts'],
  ['engine-keeps-to-its-list', 'src/engine/engine.ts', '../store/store.ts'],
  ['engine-keeps-to-its-list', 'src/engine/engine.ts', 'node:fs/promises'],
  ['engine-keeps-to-its-list', 'src/engine/engine.ts', '@node-rs/jieba'],
  ['engine-keeps-to-its-list', 'src/engine/engine.ts', '../planning/home-university.ts'],
  ['planning-keeps-to-its-list', 'src/planning/home-university.ts', '../store/store.ts'],
  ['planning-keeps-to-its-list', 'src/planning/home-university.ts', 'node:fs/promises'],
  ['embedders-keeps-to-its-list', 'src/embedders/embedder.ts', '../store/store.ts'],
  ['embedders-keeps-to-its-list', 'src/embedders/embedder.ts', 'bullmq'],
  ['exchange-keeps-to-its-list', 'src/exchange/index.ts', '../text/reader.ts'],
  ['store-keeps-to-its-list', 'src/store/store.ts', '../engine/engine.ts'],
  ['jobs-keeps-to-its-list', 'src/jobs/queue.ts', '../store/store.ts'],
  ['usecases-keeps-to-its-list', 'src/usecases/submit-result.ts', '../http/app.ts'],
  ['usecases-keeps-to-its-list', 'src/usecases/submit-result.ts', 'node:fs'],
  ['usecases-keeps-to-its-list', 'src/usecases/submit-result.ts', 'express'],
  ['threads-keeps-to-its-list', 'src/threads/match-threads.ts', '../store/store.ts'],
  ['threads-keeps-to-its-list', 'src/threads/match-threads.ts', '../compose.ts'],
  ['thread-runs-an-application', 'src/threads/thread.ts', '../engine/engine.ts'],
  ['http-keeps-to-its-list', 'src/http/app.ts', '../engine/engine.ts'],
  ['http-keeps-to-its-list', 'src/http/app.ts', '../compose.ts'],
  ['cli-keeps-to-its-list', 'src/cli/import.ts', '../store/store.ts'],
  ['cli-keeps-to-its-list', 'src/cli/import.ts', '../exchange/index.ts'],
  ['cli-starts-the-application', 'src/cli/serve.ts', '../http/app.ts'],
  ['cli-measures-two-files', 'src/cli/rank.ts', '../store/store.ts'],
  ['cli-writes-files', 'src/cli/write-report-files.ts', '../engine/engine.ts'],
  ['config-keeps-to-its-list', 'src/config.ts', './compose.ts'],
  ['compose-engine-keeps-to-its-list', 'src/compose-engine.ts', './store/store.ts'],
  ['main-keeps-to-its-list', 'src/main.ts', './store/store.ts'],
  ['workers-call-use-cases', 'workers/match-chunk.ts', '../src/engine/engine.ts'],
  ['workers-call-use-cases', 'workers/match-chunk.ts', '../src/jobs/running/bell.ts'],
  ['adapters-are-chosen-in-compose', 'src/usecases/start-round.ts', '../store/sqlite/sqlite-store.ts'],
  ['adapters-are-chosen-in-compose', 'src/usecases/start-round.ts', '../embedders/openai/ask.ts'],
  ['engines-are-made-in-one-place', 'src/cli/measuring.ts', '../engine/create-engine.ts'],
  ['adapters-never-import-one-another', 'src/store/files/pool-file.ts', '../sqlite/sqlite-store.ts'],
  ['adapters-never-import-one-another', 'src/store/postgres/postgres-store.ts', '../sqlite/migrations.ts'],
  ['adapters-never-import-one-another', 'src/embedders/onnx/onnx-embedder.ts', '../openai/ask.ts'],
  ['adapters-never-import-one-another', 'src/jobs/bullmq/bull-queue.ts', '../embedded/embedded-queue.ts'],
  ['adapters-never-import-one-another', 'src/jobs/embedded/lease.ts', '../../store/sqlite/sqlite-store.ts'],
  ['ports-know-no-adapter-tools', 'src/store/schema.ts', 'drizzle-orm'],
  ['ports-know-no-adapter-tools', 'src/store/rules/record-rows.ts', 'pg'],
  ['exchange-through-its-door', 'src/usecases/import-records.ts', '../exchange/cell.ts'],
  ['http-knows-the-config-as-a-type', 'src/http/server.ts', '../config.ts'],
  ['program-knows-no-tests', 'src/domain/match.ts', '../../test/district.ts'],
  ['no-cycles', 'src/domain/job.ts', './round.ts'],
  ['everything-resolves', 'src/domain/purpose.ts', './nowhere.ts'],
];

/** Imports that are as they should be, of the same files and packages. */
const ALLOWED: readonly (readonly [from: string, imports: string])[] = [
  ['src/compose.ts', './store/sqlite/sqlite-store.ts'],
  ['src/compose.ts', './store/postgres/postgres-store.ts'],
  ['src/compose-engine.ts', './engine/create-engine.ts'],
  ['src/store/postgres/connection.ts', 'pg'],
  ['src/compose.ts', './jobs/bullmq/bull-queue.ts'],
  ['src/store/sqlite/sqlite-store.ts', 'drizzle-orm'],
  ['src/usecases/submit-result.ts', '../exchange/index.ts'],
  ['src/text/reader.ts', '@node-rs/jieba'],
  ['src/engine/engine.ts', 'ml-matrix'],
  ['src/http/app.ts', 'express'],
  ['src/cli/rank.ts', '../engine/engine.ts'],
  ['src/main.ts', './http/app.ts'],
  ['src/threads/thread.ts', '../compose.ts'],
];

/** The way back that makes the planted cycle one; a cycle is reported once, at one of its edges. */
const CLOSES_THE_CYCLE = ['src/domain/round.ts', './job.ts'] as const;

describe('a planted violation is caught', () => {
  const tree = mkdtempSync(join(tmpdir(), 'jianyuan-planted-'));
  let cruised: Cruise;
  beforeAll(async () => {
    plant(tree, [
      ...PLANTED.map(([, from, imports]) => [from, imports] as const),
      ...ALLOWED,
      CLOSES_THE_CYCLE,
    ]);
    cruised = await cruiseTree(tree, ['src', 'workers']);
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(PLANTED)('%s: %s may not import %s', (rule, from, imports) => {
    expect(violating(cruised, rule, from)).toContainEqual(expect.stringContaining(shown(imports)));
  });

  it.each(ALLOWED)('%s may import %s', (from, imports) => {
    const edges = [...cruised.edges].filter((edge) => edge.startsWith(`${from} → `));
    expect(edges).toContainEqual(expect.stringContaining(shown(imports)));
    const objections = cruised.violations.filter((violation) => violation.includes(`: ${from} → `));
    expect(objections).not.toContainEqual(expect.stringContaining(shown(imports)));
  });

  it('every rule has a planted violation', async () => {
    expect([...new Set(PLANTED.map(([rule]) => rule))].sort()).toEqual((await ruleNames()).sort());
  });
});

/** Writes each file with its imports, and what it imports as an empty file or package. */
function plant(tree: string, imports: readonly (readonly [from: string, imports: string])[]): void {
  const lines = new Map<string, string[]>();
  for (const [from, target] of imports) {
    lines.set(from, [...(lines.get(from) ?? []), `import '${target}';`]);
    const path = join(dirname(from), target);
    if (!target.startsWith('.')) plantPackage(tree, target);
    else if (!target.includes('nowhere') && !lines.has(path)) lines.set(path, []);
  }
  for (const [path, content] of lines) write(tree, path, content.join('\n'));
}

function plantPackage(tree: string, name: string): void {
  if (name.startsWith('node:')) return;
  write(
    tree,
    `node_modules/${name}/package.json`,
    JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  );
  write(tree, `node_modules/${name}/index.js`, 'module.exports = {};');
}

function write(tree: string, path: string, content: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), content);
}

function violating({ violations }: Cruise, rule: string, from: string): string[] {
  return violations.filter((violation) => violation.startsWith(`${rule}: ${from} → `));
}

/** The part of an import that its resolved path shows. */
function shown(imports: string): string {
  return imports.replace(/^(?:\.\.?\/)+|^node:/gu, '');
}

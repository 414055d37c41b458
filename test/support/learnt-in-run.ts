/**
 * What engines learn of a profile takes seconds and is the same in every process of a run: whoever needs it first keeps
 * it in a folder that ends with the run, so that it is never that of other sources.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder. */
    readonly learnt: string;
  }
}

export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'jianyuan-learnt-'));
  project.provide('learnt', folder);
  // sources have changed
  project.onTestsRerun(() => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
  });
  return () => rmSync(folder, { recursive: true, force: true });
}

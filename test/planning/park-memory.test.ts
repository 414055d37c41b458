import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const PROCESS = fileURLToPath(new URL('./park-memory-process.ts', import.meta.url));
/** Readings of so many results take some 150 MB when they are all held. */
const RESULTS = 3_000;
const HEAP_MB = 80;

it('composes parks of thousands of results in a process that could not hold their readings', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--max-old-space-size=${HEAP_MB}`,
    '--import',
    'tsx',
    PROCESS,
    String(RESULTS),
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ proposals: expect.any(Number), duplicates: 0 });
  expect(JSON.parse(stdout).proposals + JSON.parse(stdout).considered).toBeGreaterThan(0);
}, 120_000);

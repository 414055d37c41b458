/** What every queue must do, whichever it is. */
import { afterEach, beforeEach, describe } from 'vitest';
import { Bench, type QueueHarness } from './queue-fixtures.ts';
import { failureCases } from './queue-suite-failures.ts';
import { heavyCases } from './queue-suite-heavy.ts';
import { lifeCases } from './queue-suite-life.ts';
import { stopCases } from './queue-suite-stop.ts';
import { treeCases } from './queue-suite-trees.ts';

/** Runs all cases, each on a ledger of its own. */
export function queueSuite(harness: QueueHarness): void {
  let bench: Bench;
  beforeEach(async () => {
    bench = await new Bench(harness).open();
  });
  afterEach(() => bench.close());
  const now = () => bench;
  describe('a job', () => lifeCases(now));
  describe('a job that fails', () => failureCases(now));
  describe('a heavy job', () => heavyCases(now));
  describe('jobs that wait for others', () => treeCases(now));
  describe('a process that ends', () => stopCases(now));
}

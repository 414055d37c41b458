/** A process that takes one job, says so, and never ends it: its test kills it. */
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { JOB, type QueueRecipe } from './queue-fixtures.ts';
import { createQueue } from './queue-harness.ts';

const { path, recipe }: { path: string; recipe: QueueRecipe } = JSON.parse(process.argv[2] ?? '');
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const store = await openSqliteStore({ path });
const queue = createQueue(recipe, { ledger: store.jobs, log: silent, backoffBaseMs: 40 });
const hang = async (_: unknown, { key }: { key: string }) => {
  console.log(key);
  await new Promise(() => setInterval(() => undefined, 1_000));
};
await queue.work(new Map([[JOB, hang]]), { concurrency: 1 });

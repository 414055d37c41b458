/** A process that works off the jobs of one store and writes each key that it has run to stdout. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';

const [place = '', owner = ''] = process.argv.slice(2);
const store = place.startsWith('postgres:')
  ? await openPostgresStore({ url: place })
  : await openSqliteStore({ path: place });
process.stdout.write('open\n');
while ((await store.jobs.openCount()) > 0) {
  const claimed = await store.jobs.claim({ owner, limit: 2, leaseMs: 60_000, now: Date.now() });
  for (const { key } of claimed) {
    process.stdout.write(`ran ${key}\n`);
    await store.jobs.finish(key, Date.now());
  }
  await sleep(1);
}
await store.close();

/** The same work on both stores: the demonstration's import and round, byte for byte alike, and jobs claimed and ended. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compose } from '../src/compose.ts';
import { loadConfig } from '../src/config.ts';
import { canonicalJson } from '../src/domain/canonical-json.ts';
import type { JobLedger } from '../src/domain/job.ts';
import type { Application } from '../src/usecases/application.ts';
import { startPostgresServer } from '../test/support/postgres-server.ts';
import { jobHandlers } from '../workers/index.ts';
import { loadNote } from './measuring/machine.ts';
import { milliseconds, printTable } from './measuring/table.ts';

const SEEDS = fileURLToPath(new URL('../seeds/demo', import.meta.url));
const JOBS = 2_000;
const CLAIMERS = 8;

const folder = await mkdtemp(join(tmpdir(), 'jianyuan-stores-'));
const server = await startPostgresServer({ durable: true });
const rows = [
  await measure('SQLite', {}),
  await measure('PostgreSQL', { DATABASE_URL: await server.database() }),
];
await server.stop();
await rm(folder, { recursive: true });

printTable(
  `Both stores: the demonstration, and ${JOBS.toLocaleString('en')} jobs of one ledger claimed and ended`,
  [
    { head: 'store', of: ({ name }) => name },
    { head: 'import', of: ({ importMs }) => milliseconds(importMs) },
    { head: 'round', of: ({ roundMs }) => milliseconds(roundMs) },
    { head: 'processor time of the round', of: ({ cpuMs }) => milliseconds(cpuMs) },
    { head: 'jobs/s, one after the other', of: ({ alone }) => alone.toFixed(0) },
    { head: `jobs/s, ${CLAIMERS} at a time`, of: ({ together }) => together.toFixed(0) },
    { head: 'report', of: ({ hash }) => hash.slice(0, 12) },
  ],
  rows,
  [
    rows[0]?.report === rows[1]?.report ? 'The reports are the same, byte for byte.' : 'THE REPORTS DIFFER.',
    'PostgreSQL on this machine, with its own settings (fsync on); processor time is that of the program alone.',
    ...loadNote(),
  ],
);

async function measure(name: string, environment: Record<string, string>) {
  const config = loadConfig({ DATA_DIR: join(folder, name), LOG_LEVEL: 'error', ...environment });
  const application = await compose(config);
  const { usecases, queue, store } = application;
  const importMs = await timed(() => importSeeds(application));
  await queue.work(jobHandlers(usecases), { concurrency: 2 });
  await queue.drained();
  const cpu = process.cpuUsage();
  let id = '';
  const roundMs = await timed(async () => {
    ({ id } = await usecases.startRound());
    await queue.drained();
  });
  const { user, system } = process.cpuUsage(cpu);
  const report = await usecases.getReport(id);
  await queue.stop(1_000);
  const alone = await jobsPerSecond(store.jobs, 1);
  const together = await jobsPerSecond(store.jobs, CLAIMERS);
  await application.close();
  const { hash, entries } = report;
  return {
    name,
    importMs,
    roundMs,
    cpuMs: (user + system) / 1_000,
    alone,
    together,
    hash,
    report: canonicalJson([hash, entries]),
  };
}

async function importSeeds({ usecases }: Application): Promise<void> {
  const files = (await readdir(SEEDS)).filter((name) => /\.(xlsx|csv|jsonl)$/u.test(name)).sort();
  for (const filename of files) {
    const kind = filename.includes('carriers') ? 'carriers' : 'results';
    await usecases.importRecords({ kind, filename, bytes: await readFile(join(SEEDS, filename)) });
  }
}

async function jobsPerSecond(ledger: JobLedger, claimers: number): Promise<number> {
  const keys = Array.from({ length: JOBS }, (_, i) => `bench.claim:${claimers}-${i}`);
  const requests = keys.map((key) => ({ name: 'bench.claim', key, payload: { key }, maxAttempts: 3 }));
  await ledger.request(requests, Date.now());
  const ended = new Set<string>();
  const work = async (owner: string) => {
    while (ended.size < JOBS) {
      const claimed = await ledger.claim({ owner, limit: 1, leaseMs: 60_000, now: Date.now() });
      for (const { key } of claimed) {
        await ledger.finish(key, Date.now());
        ended.add(key);
      }
    }
  };
  const ms = await timed(() => Promise.all(Array.from({ length: claimers }, (_, i) => work(`claimer-${i}`))));
  return (JOBS * 1_000) / ms;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

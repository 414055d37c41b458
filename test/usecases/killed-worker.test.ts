/** A round worked on by two processes, one of which is killed in the middle: nothing is lost, nothing changes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compose } from '../../src/compose.ts';
import { loadConfig } from '../../src/config.ts';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import type { RoundReport } from '../../src/domain/round.ts';
import type { Application } from '../../src/usecases/application.ts';
import type { RoundView } from '../../src/usecases/find-round.ts';
import { jobHandlers } from '../../workers/index.ts';
import { describeWithPostgres, startPostgresServer } from '../support/postgres-server.ts';
import { describeWithRedis, startRedisServer } from '../support/redis-server.ts';
import { someCarriers, someResults, temporaryFolder } from './district.ts';

const COMMAND = fileURLToPath(new URL('../../bin/jianyuan.js', import.meta.url));
const TIMEOUT_MS = 300_000;
const RESULTS = 90;
const CHUNK_SIZE = 1;
/** Far enough for both workers to be at it, far from the end. */
const KILL_AFTER_CHUNKS = 12;

type Environment = Record<string, string>;

/** What each process is started with: the one that asks for the round, and two workers. */
type Environments = readonly [asking: Environment, victim: Environment, survivor: Environment];

describe('on the embedded queue, two processes on one SQLite file', () => {
  test('a SIGKILL in the middle changes no byte of the matches', { timeout: TIMEOUT_MS }, async () => {
    await killAndCompare(onOneMachine({}));
  });
});

describeWithRedis('on BullMQ and a real Redis, two processes', () => {
  test('a SIGKILL in the middle changes no byte of the matches', { timeout: TIMEOUT_MS }, async () => {
    const redis = await startRedisServer();
    onTestFinished(() => redis.stop());
    await killAndCompare(onOneMachine({ REDIS_URL: redis.url }));
  });
});

describeWithPostgres('on PostgreSQL, processes that share no folder, as on several machines', () => {
  test('the embedded queue: a SIGKILL changes no byte of what SQLite gives', {
    timeout: TIMEOUT_MS,
  }, async () => {
    await killAndCompare(onSeveralMachines({ DATABASE_URL: await database() }));
  });

  describeWithRedis('with Redis', () => {
    test('BullMQ: a SIGKILL changes no byte of what SQLite gives', { timeout: TIMEOUT_MS }, async () => {
      const redis = await startRedisServer();
      onTestFinished(() => redis.stop());
      await killAndCompare(onSeveralMachines({ DATABASE_URL: await database(), REDIS_URL: redis.url }));
    });
  });
});

/** All in one folder, and so in one database. */
function onOneMachine(shared: Environment): Environments {
  const folder = { DATA_DIR: temporaryFolder(), ...shared };
  return [folder, folder, folder];
}

/** Each with a folder of its own: what is shared is on servers. */
function onSeveralMachines(shared: Environment): Environments {
  const machine = () => ({ DATA_DIR: temporaryFolder(), ...shared });
  return [machine(), machine(), machine()];
}

async function database(): Promise<string> {
  const server = await startPostgresServer();
  onTestFinished(() => server.stop());
  return server.database();
}

async function killAndCompare([asking, ...working]: Environments): Promise<void> {
  const undisturbed = await reference();

  const patience = { JOB_LEASE_SECONDS: '2', WORKER_CONCURRENCY: '1', LOG_LEVEL: 'error' };
  const application = await open({ ...patience, ...asking });
  await importRecords(application);
  const { id } = await application.usecases.startRound({ chunkSize: CHUNK_SIZE });
  const workers = working.map((environment) => startWorker({ ...patience, ...environment }));
  const [victim, survivor] = workers as [ChildProcess, ChildProcess];
  const { progress } = await roundWhen(application, id, (round) => round.progress.done >= KILL_AFTER_CHUNKS);
  victim.kill('SIGKILL');
  expect(progress.done).toBeLessThan(progress.total);

  const { state } = await roundWhen(application, id, (round) => round.state !== 'running');
  expect(state).toBe('finished');
  const report = await application.usecases.getReport(id);
  expect(canonicalJson(report.entries)).toBe(canonicalJson(undisturbed.entries));
  expect(report.hash).toBe(undisturbed.hash);

  survivor.kill('SIGTERM');
  const [code] = survivor.exitCode === null ? await once(survivor, 'exit') : [survivor.exitCode];
  expect(code).toBe(0);
}

let undisturbedRound: Promise<RoundReport> | null = null;

/** One for all tests: what it gives does not depend on who is compared with it. */
function reference(): Promise<RoundReport> {
  undisturbedRound ??= referenceRound();
  return undisturbedRound;
}

/** The same records matched in one process, in other chunks, on the embedded queue and SQLite. */
async function referenceRound(): Promise<RoundReport> {
  const application = await open({ DATA_DIR: temporaryFolder(), LOG_LEVEL: 'error' });
  const { usecases, queue } = application;
  await importRecords(application);
  const { id } = await usecases.startRound({ chunkSize: 50 });
  await queue.work(jobHandlers(usecases), { concurrency: 1 });
  await queue.drained();
  const report = await usecases.getReport(id);
  await application.close();
  return report;
}

async function importRecords({ usecases }: Application): Promise<void> {
  await usecases.importRecords({ kind: 'results', filename: 'r.jsonl', bytes: jsonl(someResults(RESULTS)) });
  await usecases.importRecords({ kind: 'carriers', filename: 'c.jsonl', bytes: jsonl(someCarriers(8)) });
}

async function open(environment: Environment): Promise<Application> {
  const application = await compose(loadConfig(environment));
  onTestFinished(() => application.close(0));
  return application;
}

function startWorker(environment: Environment): ChildProcess {
  const worker = spawn(process.execPath, [COMMAND, 'worker'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  onTestFinished(() => void worker.kill('SIGKILL'));
  return worker;
}

async function roundWhen({ usecases }: Application, id: string, there: (round: RoundView) => boolean) {
  for (;;) {
    const round = await usecases.findRound(id);
    if (there(round)) return round;
    await sleep(10);
  }
}

function jsonl(records: readonly object[]): Uint8Array {
  return new TextEncoder().encode(records.map((record) => JSON.stringify(record)).join('\n'));
}

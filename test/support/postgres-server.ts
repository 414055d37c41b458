/** A real PostgreSQL of a test's own, on a free port, in a temporary folder, with what it takes to be fast. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import { describeWith, ended, findExecutable, freePort } from './executables.ts';

const READY_WITHIN_MS = 30_000;
/** Where Debian keeps them: a folder for each version, none of them on PATH. */
const DEBIAN = '/usr/lib/postgresql';
const SETTINGS = ['max_connections=200', 'unix_socket_directories='];
/** Nothing of a test must outlive the machine. */
const FAST = ['fsync=off', 'full_page_writes=off'];
const TEMPLATE = 'with_schema';

export interface PostgresServer {
  /** An empty database with the store's tables; its address. */
  database(): Promise<string>;
  /** One without. */
  bareDatabase(options?: string): Promise<string>;
  run(url: string, statement: string): Promise<void>;
  /** Holds a table until the connection is hung up; `waitedFor` resolves when so many wait for it. */
  lock(url: string, table: string): Promise<{ waitedFor(connections: number): Promise<void> }>;
  /** Ends all connections to a database, as a server that is started again does. */
  hangUp(url: string): Promise<void>;
  stop(): Promise<void>;
}

function findPostgres(): { initdb: string; postgres: string } | null {
  const folders = [...debianFolders(), ...(process.env['PATH'] ?? '').split(':')];
  const [initdb, postgres] = [findExecutable('initdb', folders), findExecutable('postgres', folders)];
  return initdb && postgres ? { initdb, postgres } : null;
}

/** `describe` where there is a PostgreSQL; elsewhere skipped with a warning, and a failure in CI. */
export function describeWithPostgres(name: string, suite: () => void): void {
  describeWith('PostgreSQL', findPostgres() !== null, name, suite);
}

/** Starts a server and waits until it answers. A durable one writes to the disk what it has promised to keep. */
export async function startPostgresServer({ durable = false } = {}): Promise<PostgresServer> {
  const binaries = findPostgres();
  if (!binaries) throw new Error('no PostgreSQL on this machine');
  const directory = mkdtempSync(join(tmpdir(), 'jianyuan-postgres-'));
  const user = ordinaryUser();
  if (user) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  initialise(binaries.initdb, data, user);
  const port = await freePort();
  const settings = [
    ...SETTINGS,
    ...(durable ? [] : FAST),
    `port=${port}`,
    'listen_addresses=127.0.0.1',
  ].flatMap((line) => ['-c', line]);
  const server = spawn(binaries.postgres, ['-D', data, ...settings], { stdio: 'ignore', cwd: '/', ...user });
  const address = (database: string) => `postgres://tester:secret@127.0.0.1:${port}/${database}`;
  await answering(address('postgres'), server);
  const ask = (statement: string) => query(address('postgres'), statement);

  let databases = 0;
  const create = async (options: string) => {
    const name = `test_${++databases}`;
    await ask(`create database ${name} ${options}`);
    return address(name);
  };
  await ask(`create database ${TEMPLATE}`);
  await (await openPostgresStore({ url: address(TEMPLATE) })).close();
  return {
    database: () => create(`template ${TEMPLATE}`),
    bareDatabase: (options = '') => create(options),
    run: query,
    lock: async (url, table) => {
      const holder = new pg.Client({ connectionString: url });
      holder.on('error', () => undefined);
      await holder.connect();
      await holder.query(`begin; lock table ${table}`);
      return {
        waitedFor: (connections) => waiting(address('postgres'), new URL(url).pathname.slice(1), connections),
      };
    },
    hangUp: async (url) => {
      const name = new URL(url).pathname.slice(1);
      await ask(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    },
    stop: async () => {
      // at once, without waiting for connections
      await ended(server, 'SIGQUIT');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function debianFolders(): string[] {
  try {
    const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => join(DEBIAN, version, 'bin'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL does not run as root: then somebody else, who exists on every machine. */
function ordinaryUser(): User | null {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('neither a user postgres nor a user nobody: run the tests as an ordinary user');
}

function initialise(initdb: string, data: string, user: User | null): void {
  const args = ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  const { status, stderr } = spawnSync(initdb, args, { cwd: '/', encoding: 'utf8', ...user });
  if (status !== 0) throw new Error(`initdb ended with ${status}: ${stderr}`);
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (const giveUpAt = Date.now() + READY_WITHIN_MS; ; await sleep(20)) {
    if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode}`);
    try {
      await query(url, 'select 1');
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
    }
  }
}

async function query(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function waiting(connectionString: string, database: string, connections: number): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const wait = `select 1 from pg_stat_activity where datname = '${database}' and wait_event_type = 'Lock'`;
  while ((await client.query(wait)).rowCount !== connections) await sleep(10);
  await client.end();
}

/** A real Redis of a test's own, on a free port, in memory. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describeWith, ended, findExecutable, freePort } from './executables.ts';

const READY_WITHIN_MS = 10_000;

export interface RedisServer {
  readonly url: string;
  /** Forgets everything, as a Redis that lost its file does. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** Path of the redis-server on PATH, or null. */
function findRedisServer(): string | null {
  return findExecutable('redis-server');
}

/** `describe` where there is a redis-server; elsewhere skipped with a warning, and a failure in CI. */
export function describeWithRedis(name: string, suite: () => void): void {
  describeWith('redis-server', findRedisServer() !== null, name, suite);
}

/** Starts a server and waits until it answers. Port 0 takes a free one. */
export async function startRedisServer(port = 0): Promise<RedisServer> {
  const binary = findRedisServer();
  if (!binary) throw new Error('no redis-server on PATH');
  const directory = mkdtempSync(join(tmpdir(), 'jianyuan-redis-'));
  const usedPort = port || (await freePort());
  const args = [
    '--port',
    String(usedPort),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    directory,
  ];
  const server = spawn(binary, args, { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${usedPort}`;
  await answering(url, server);
  return {
    url,
    flush: () => withClient(url, async (client) => void (await client.flushall())),
    stop: async () => {
      await ended(server, 'SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  await withClient(url, async (client) => {
    while (Date.now() < giveUpAt) {
      if (server.exitCode !== null) throw new Error(`redis-server ended with code ${server.exitCode}`);
      if ((await client.ping()) === 'PONG') return;
    }
    throw new Error('redis-server does not answer');
  });
}

async function withClient(url: string, work: (client: Redis) => Promise<void>): Promise<void> {
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 25 });
  // Refused until the server listens; what it cannot do in the end shows in the command.
  client.on('error', () => undefined);
  try {
    await work(client);
  } finally {
    client.disconnect();
  }
}

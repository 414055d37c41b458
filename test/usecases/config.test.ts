import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { DomainError } from '../../src/domain/errors.ts';

function refusal(environment: Record<string, string>): DomainError {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('without any variable: SQLite in ./data, the embedded queue, reading only', () => {
  const config = loadConfig({});
  expect(config.data.database).toMatchObject({
    kind: 'sqlite',
    path: `${process.cwd()}/data/jianyuan.sqlite`,
  });
  expect(config.queue).toMatchObject({ redisUrl: null, concurrency: 2 });
  expect(config.http).toMatchObject({ host: '127.0.0.1', port: 8080, apiKey: null });
});

test('a variable that is set to nothing counts as not set', () => {
  expect(loadConfig({ REDIS_URL: '', API_KEY: '', PORT: '' })).toEqual(loadConfig({}));
});

test.each([
  ['sqlite:/var/lib/a.sqlite', '/var/lib/a.sqlite'],
  ['sqlite:///var/lib/a.sqlite', '/var/lib/a.sqlite'],
  ['file:/var/lib/a.sqlite', '/var/lib/a.sqlite'],
  ['sqlite:local/a.sqlite', `${process.cwd()}/local/a.sqlite`],
  ['sqlite:./a.sqlite', `${process.cwd()}/a.sqlite`],
])('%s is the file %s', (url, path) => {
  expect(loadConfig({ DATABASE_URL: url }).data.database).toMatchObject({ kind: 'sqlite', path });
});

test.each([
  ['postgres://user:pw@db.example/jianyuan', 'db.example:5432/jianyuan', 'db.example-5432-jianyuan.index'],
  ['postgresql://user:pw@10.0.0.7:6432/jy?sslmode=verify-full', '10.0.0.7:6432/jy', '10.0.0.7-6432-jy.index'],
  [
    'postgres:///jy?host=/var/run/postgresql',
    '/var/run/postgresql:5432/jy',
    '-var-run-postgresql-5432-jy.index',
  ],
])('%s is a server, shown as %s; its index lies in the data folder', (url, shown, index) => {
  const { data } = loadConfig({ DATABASE_URL: url, DATA_DIR: '/srv/data' });
  expect(data.database).toEqual({ kind: 'postgres', url, shown });
  expect(data.index).toBe(`/srv/data/${index}`);
});

test.each([
  [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL'],
  [{ DATABASE_URL: '/just/a/path' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://user:pw@host' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres:jianyuan' }, 'DATABASE_URL'],
  [{ REDIS_URL: 'http://redis' }, 'REDIS_URL'],
  [{ API_KEY: 'short' }, 'API_KEY'],
  [{ PORT: '70000' }, 'PORT'],
  [{ WORKER_CONCURRENCY: '0' }, 'WORKER_CONCURRENCY'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ EMBEDDER_URL: 'http://127.0.0.1:8081', EMBEDDER_MODEL: 'm' }, 'EMBEDDER_URL'],
  [{ EMBEDDER_URL: 'redis://host/v1/embeddings', EMBEDDER_MODEL: 'm' }, 'EMBEDDER_URL'],
  [{ EMBEDDER_URL: 'http://me:pw@host/v1/embeddings', EMBEDDER_MODEL: 'm' }, 'EMBEDDER_URL'],
  [{ EMBEDDER_URL: 'http://host/v1/embeddings' }, 'EMBEDDER_MODEL'],
  [{ EMBEDDER_MODEL: 'm' }, 'EMBEDDER_MODEL'],
  [{ EMBEDDER_DIRECTORY: '/m', EMBEDDER_API_KEY: 'key' }, 'EMBEDDER_API_KEY'],
  [{ EMBEDDER_TIMEOUT_MS: '5' }, 'EMBEDDER_TIMEOUT_MS'],
])('%o stops the start and names the variable', (environment, name) => {
  const error = refusal(environment);
  expect(error.code).toBe('config.invalid');
  expect(error.findings.map((finding) => finding.field)).toEqual([name]);
  expect(error.findings[0]?.expected).toMatch(/\p{Script=Han}.* · .*[a-z]/u);
});

test('an embedder is a service or a folder, and neither where nothing is said', () => {
  expect(loadConfig({}).embedder).toBeNull();
  const service = { EMBEDDER_URL: 'https://host/api/v1/embeddings?v=2', EMBEDDER_MODEL: 'bge-m3' };
  expect(loadConfig(service).embedder).toEqual({
    kind: 'openai',
    url: service.EMBEDDER_URL,
    model: 'bge-m3',
    apiKey: null,
    timeoutMs: 30_000,
    batch: 16,
  });
  expect(loadConfig({ EMBEDDER_DIRECTORY: 'models/bge', EMBEDDER_BATCH: '4' }).embedder).toEqual({
    kind: 'onnx',
    directory: `${process.cwd()}/models/bge`,
    batch: 4,
  });
  expect(() => loadConfig({ ...service, EMBEDDER_DIRECTORY: 'models/bge' })).toThrow('EMBEDDER_DIRECTORY');
});

test('all wrong variables are named at once, and no value is quoted: it may be a secret', () => {
  const error = refusal({ API_KEY: 'hunter2', PORT: 'x', DATABASE_URL: 'sqlite:a' });
  expect(error.findings.map((finding) => finding.field)).toEqual(['PORT', 'API_KEY']);
  expect(JSON.stringify([error.message, error.findings])).not.toContain('hunter2');
});

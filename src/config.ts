/** The environment, parsed once. Nothing else reads process.env. */
import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { DomainError, type Finding } from './domain/errors.ts';

export interface Config {
  readonly data: {
    /** Folder of everything that is kept: database where it is a file, reports. */
    readonly dir: string;
    readonly database: DatabaseConfig;
    readonly reports: string;
    /** File of the index of all records: made anew where it is not there. */
    readonly index: string;
    /** Folder in which processes of this machine share the pools of running rounds. */
    readonly roundPools: string;
  };
  readonly matching: {
    /** Threads that answer questions over all records; 0: the process does it itself. */
    readonly threads: number;
  };
  readonly queue: {
    /** Redis for the BullMQ queue; null is the embedded queue. */
    readonly redisUrl: string | null;
    /** Begins the name of everything in Redis: one per database, where several share a Redis. */
    readonly redisPrefix: string;
    /** Jobs worked on at a time by one process. */
    readonly concurrency: number;
    /** Threads that share them; 0: the process works itself. */
    readonly threads: number;
    /** How long a job stays with a process that gives no sign of life, in ms. */
    readonly leaseMs: number;
  };
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Guards writes; null refuses them all. */
    readonly apiKey: string | null;
    readonly maxUploadBytes: number;
    /** Requests per minute from one address; 0 sets no limit. */
    readonly requestsPerMinute: number;
    /** Reverse proxies in front of the server: so many entries of X-Forwarded-For are believed. */
    readonly trustedProxies: number;
  };
  /** What gives texts their vectors; null: matching does without. */
  readonly embedder: EmbedderConfig | null;
  /** Folder of the district's profile; absent: the one that comes with the program. */
  readonly profileDir: string | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** A file of this machine, or a server that several machines share; `shown` names it without user and password. */
export type DatabaseConfig =
  | {
      readonly kind: 'sqlite';
      readonly path: string;
      readonly shown: string;
      /** The variable that says where it is. */
      readonly setting: 'DATA_DIR' | 'DATABASE_URL';
    }
  | { readonly kind: 'postgres'; readonly url: string; readonly shown: string };

export type EmbedderConfig =
  | {
      readonly kind: 'openai';
      /** The whole address, `…/v1/embeddings`. */
      readonly url: string;
      readonly model: string;
      readonly apiKey: string | null;
      readonly timeoutMs: number;
      /** Texts in one request. */
      readonly batch: number;
    }
  | { readonly kind: 'onnx'; readonly directory: string; readonly batch: number };

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const whole = (min: number, max: number) =>
  z.coerce
    .number({ error: `${min} 至 ${max} 的整数 · a whole number from ${min} to ${max}` })
    .int()
    .min(min)
    .max(max);

const EnvironmentSchema = z.object({
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.string().optional(),
  INDEX_DIR: z.string().optional(),
  REDIS_URL: z
    .string()
    .refine(
      (url) => /^rediss?:\/\/\S+$/u.test(url),
      'redis://… 或 rediss://…；使用内置队列则不填 · redis://… or rediss://…, or nothing for the embedded queue',
    )
    .optional(),
  REDIS_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/u, '小写字母、数字和 - · small letters, digits and -')
    .default('jianyuan'),
  WORKER_CONCURRENCY: whole(1, 64).default(2),
  WORKER_THREADS: whole(0, 64).optional(),
  MATCH_THREADS: whole(0, 16).default(1),
  JOB_LEASE_SECONDS: whole(1, 3_600).default(30),
  PORT: whole(0, 65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  API_KEY: z.string().min(16, '不少于 16 个字符 · at least 16 characters').optional(),
  MAX_UPLOAD_MB: whole(1, 20).default(20),
  RATE_LIMIT_PER_MINUTE: whole(0, 1_000_000).default(600),
  TRUSTED_PROXIES: whole(0, 10).default(0),
  EMBEDDER_URL: z
    .string()
    .refine(
      isEmbeddingsUrl,
      'http(s)://…/v1/embeddings，不含用户名和密码 · http(s)://…/v1/embeddings, without user and password in it',
    )
    .optional(),
  EMBEDDER_MODEL: z.string().max(200).optional(),
  EMBEDDER_API_KEY: z.string().optional(),
  EMBEDDER_TIMEOUT_MS: whole(100, 600_000).default(30_000),
  EMBEDDER_BATCH: whole(1, 2_048).default(16),
  EMBEDDER_DIRECTORY: z.string().optional(),
  PROFILE_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `以下之一 · one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

/** Throws `config.invalid` with one finding for each variable; values are not quoted: they may be secrets. */
export function loadConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = EnvironmentSchema.safeParse(given);
  if (!parsed.success)
    throw invalid(parsed.error.issues.map((issue) => finding(String(issue.path[0]), issue.message)));
  const env = parsed.data;
  const dir = resolve(env.DATA_DIR);
  const database = databaseConfig(env.DATABASE_URL, dir);
  const index = indexPath(env.INDEX_DIR, dir, database);
  return {
    data: { dir, database, reports: join(dir, 'reports'), index, roundPools: `${index}.rounds` },
    matching: { threads: env.MATCH_THREADS },
    queue: {
      redisUrl: env.REDIS_URL ?? null,
      redisPrefix: env.REDIS_PREFIX,
      concurrency: env.WORKER_CONCURRENCY,
      threads: env.WORKER_THREADS ?? Math.min(2, availableParallelism()),
      leaseMs: env.JOB_LEASE_SECONDS * 1_000,
    },
    http: {
      host: env.HOST,
      port: env.PORT,
      apiKey: env.API_KEY ?? null,
      maxUploadBytes: env.MAX_UPLOAD_MB * 1024 * 1024,
      requestsPerMinute: env.RATE_LIMIT_PER_MINUTE,
      trustedProxies: env.TRUSTED_PROXIES,
    },
    embedder: embedderConfig(env),
    profileDir: env.PROFILE_DIR === undefined ? undefined : resolve(env.PROFILE_DIR),
    logLevel: env.LOG_LEVEL,
  };
}

/**
 * `sqlite:PATH` or `file:PATH` (relative to where the process runs), or `postgres://…`; absent: a file in the data
 * folder.
 */
function databaseConfig(url: string | undefined, dir: string): DatabaseConfig {
  if (url === undefined) return sqliteFile('DATA_DIR', join(dir, 'jianyuan.sqlite'));
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+]*):(.*)$/iu.exec(url) ?? [];
  if (/^(sqlite|file)$/iu.test(scheme) && rest !== '')
    return sqliteFile('DATABASE_URL', resolve(rest.replace(/^\/\/(?=\/|\.|[^/])/u, '')));
  const shown = postgresAddress(url);
  if (shown !== null) return { kind: 'postgres', url, shown };
  throw invalid([
    finding(
      'DATABASE_URL',
      'sqlite:PATH、file:PATH 或 postgres://…/… · sqlite:PATH, file:PATH or postgres://user:password@host/database',
    ),
  ]);
}

function sqliteFile(setting: 'DATA_DIR' | 'DATABASE_URL', path: string): DatabaseConfig {
  return { kind: 'sqlite', path, shown: path, setting };
}

/** Host, port and database; null where it is no address of PostgreSQL, or names no database. */
function postgresAddress(url: string): string | null {
  if (!/^postgres(ql)?:\/\//iu.test(url) || !URL.canParse(url)) return null;
  const { hostname, port, pathname, searchParams } = new URL(url);
  if (pathname.length < 2) return null;
  return `${hostname || (searchParams.get('host') ?? 'localhost')}:${port || '5432'}${pathname}`;
}

/** Named after the database: several may share a folder. */
function indexPath(folder: string | undefined, dir: string, database: DatabaseConfig): string {
  const [place, name] =
    database.kind === 'sqlite'
      ? [dirname(database.path), basename(database.path)]
      : [dir, database.shown.replaceAll(/[^\p{L}\p{N}.]+/gu, '-')];
  return join(folder === undefined ? place : resolve(folder), `${name}.index`);
}

/** A service or a folder, not both; and nothing that belongs to a service without its address. */
function embedderConfig(env: z.infer<typeof EnvironmentSchema>): EmbedderConfig | null {
  const { EMBEDDER_URL: url, EMBEDDER_DIRECTORY: directory, EMBEDDER_MODEL: model } = env;
  const batch = env.EMBEDDER_BATCH;
  if (url === undefined) {
    const stray = (['EMBEDDER_MODEL', 'EMBEDDER_API_KEY'] as const).filter((name) => env[name] !== undefined);
    if (stray.length > 0)
      throw invalid(
        stray.map((name) =>
          finding(name, '未设 EMBEDDER_URL 时不填 · nothing, where there is no EMBEDDER_URL'),
        ),
      );
    return directory === undefined ? null : { kind: 'onnx', directory: resolve(directory), batch };
  }
  if (directory !== undefined)
    throw invalid([
      finding('EMBEDDER_DIRECTORY', '已设 EMBEDDER_URL 时不填 · nothing, where there is an EMBEDDER_URL'),
    ]);
  if (model === undefined)
    throw invalid([
      finding('EMBEDDER_MODEL', 'EMBEDDER_URL 处模型的名称 · the name of the model at EMBEDDER_URL'),
    ]);
  const apiKey = env.EMBEDDER_API_KEY ?? null;
  return { kind: 'openai', url, model, apiKey, timeoutMs: env.EMBEDDER_TIMEOUT_MS, batch };
}

function isEmbeddingsUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, username, password } = new URL(text);
  return /^https?:$/u.test(protocol) && pathname.endsWith('/embeddings') && username + password === '';
}

function finding(field: string, expected: string): Finding {
  return { field, found: '不符的值 · another value', expected };
}

function invalid(findings: readonly Finding[]): DomainError {
  const fields = findings.map(({ field }) => field).join(', ');
  return new DomainError(
    'config.invalid',
    `环境变量有误 · Environment variables are wrong: ${fields}`,
    findings,
  );
}

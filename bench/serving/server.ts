/** A server to be measured, and what its clients do. */
import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RecordKind } from '../../src/domain/import-report.ts';
import { API } from '../../src/http/paths.ts';
import type { ServerOrder, ServerReport, Used, Watched } from './server-process.ts';

const PROCESS = fileURLToPath(new URL('./server-process.ts', import.meta.url));
const API_KEY = 'for-the-bench-alone';
/** Between two looks whether something has ended. */
const LOOK_MS = 50;
/** Level of pino from which on a line is shown. */
const TROUBLE = 40;

export interface Server {
  /** Milliseconds from the start of the process until it listened. */
  readonly listening: number;
  get(path: string): Promise<Response>;
  send(method: 'POST' | 'PUT', path: string, body?: unknown): Promise<Response>;
  upload(kind: RecordKind, filename: string, lines: string): Promise<void>;
  /** What the event loop did while this went on. */
  watch<T>(work: () => Promise<T>): Promise<{ watched: Watched; done: T }>;
  /** What the server has used until now. */
  used(): Promise<Used>;
  /** The fields of a line of its log, once it is there. */
  logged(message: string): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

export async function startServer(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<Server> {
  const started = performance.now();
  const child = fork(PROCESS, [], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: '0',
      API_KEY,
      RATE_LIMIT_PER_MINUTE: '0',
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  const logged = readLog(child);
  const report = <Kind extends ServerReport>() =>
    new Promise<Kind>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`the server ended with exit code ${code}`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message as Kind);
      });
    });
  const tell = (order: ServerOrder) => child.send(order);
  const { url } = await report<{ url: string }>();
  const headers = { Authorization: `Bearer ${API_KEY}` };
  const answered = async (response: Promise<Response>): Promise<Response> => {
    const { ok, status, url: asked } = await response;
    if (!ok && status !== 503)
      throw new Error(`${asked} answered ${status}: ${await (await response).text()}`);
    return response;
  };
  return {
    listening: performance.now() - started,
    get: (path) => answered(fetch(`${url}${API}${path}`, { headers })),
    send: (method, path, body) =>
      answered(
        fetch(`${url}${API}${path}`, {
          method,
          headers: { ...headers, 'Content-Type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
    upload: async (kind, filename, lines) => {
      const form = new FormData();
      form.set('kind', kind);
      form.set('file', new Blob([lines]), filename);
      await answered(fetch(`${url}${API}/imports`, { method: 'POST', headers, body: form }));
    },
    watch: async (work) => {
      tell('begin');
      const done = await work();
      tell('end');
      const { watched } = await report<{ watched: Watched }>();
      return { watched, done };
    },
    used: async () => {
      tell('use');
      return (await report<{ used: Used }>()).used;
    },
    logged,
    stop: async () => {
      tell('stop');
      await report<{ stopped: true }>();
    },
  };
}

/** What the server logs, line by line; trouble is shown. */
function readLog({ stderr }: ChildProcess): Server['logged'] {
  const lines = new Map<unknown, Record<string, unknown>>();
  const reader = createInterface({ input: stderr! });
  reader.on('line', (line) => {
    const entry = JSON.parse(line) as Record<string, unknown>;
    lines.set(entry['msg'], entry);
    if (Number(entry['level']) >= TROUBLE) process.stderr.write(`${line}\n`);
  });
  return async (message) => {
    await until(async () => lines.has(message));
    return lines.get(message)!;
  };
}

/** Resolves when this is so. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(LOOK_MS);
}

/** A whole application behind its HTTP API: real configuration, SQLite file, queue, workers, engine and log. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Express } from 'express';
import pino from 'pino';
import request, { type Response } from 'supertest';
import { expect } from 'vitest';
import type { z } from 'zod';
import { compose } from '../../src/compose.ts';
import { loadConfig } from '../../src/config.ts';
import { createApp } from '../../src/http/app.ts';
import type { Application } from '../../src/usecases/application.ts';
import { jobHandlers } from '../../workers/index.ts';

export const KEY = 'test-key-0123456789';
export const BEARER = `Bearer ${KEY}`;

export interface DistrictApi {
  readonly app: Express;
  readonly application: Application;
  /** Everything logged so far. */
  readonly log: () => string;
  /** Everything on disk, the write-ahead log included. */
  readonly disk: () => string;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** With the key. */
  readonly post: (path: string, body?: object) => Promise<Response>;
  /** Asks again until the answer's `state` is one of these. */
  readonly until: (path: string, ...states: string[]) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export interface DistrictApiOptions {
  readonly environment?: Record<string, string>;
  /** false: nobody works off the jobs. */
  readonly workers?: boolean;
}

export async function openApi({
  environment = {},
  workers = true,
}: DistrictApiOptions = {}): Promise<DistrictApi> {
  const dir = mkdtempSync(join(tmpdir(), 'jianyuan-http-'));
  const config = loadConfig({ DATA_DIR: dir, API_KEY: KEY, RATE_LIMIT_PER_MINUTE: '0', ...environment });
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const application = await compose(config, log);
  if (workers) await application.queue.work(jobHandlers(application.usecases), { concurrency: 2 });
  const app = createApp(application, config, log);
  const get: DistrictApi['get'] = async (path, headers = {}) => request(app).get(path).set(headers);
  return {
    app,
    application,
    log: () => lines.join(''),
    disk: () =>
      readdirSync(dir)
        .map((name) => readFileSync(join(dir, name)).toString('utf8'))
        .join('\n'),
    get,
    post: async (path, body) => request(app).post(path).set('Authorization', BEARER).send(body),
    until: async (path, ...states) => {
      for (let tries = 0; tries < 600; tries += 1) {
        const response = await get(path, { Authorization: BEARER });
        if (response.status !== 200 || states.includes(response.body.state)) return response;
        await sleep(50);
      }
      throw new Error(`${path} did not become ${states.join(' or ')}`);
    },
    close: async () => {
      await application.close(2_000);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The body of a successful answer: exactly what its schema says, without a field that is not in it. */
export function answerOf<T>(response: Response, schema: z.ZodType<T>): T {
  expect(response.status, JSON.stringify(response.body)).toBeLessThan(300);
  const answer = schema.parse(response.body);
  expect(response.body).toEqual(answer);
  return answer;
}

/** The problem that a refusal is told as: the status of its code, and where and which request it was. */
export function problemOf(response: Response): {
  code: string;
  findings: { field: string; expected: string }[];
} {
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/u);
  const { body, status, headers } = response;
  expect(body).toMatchObject({
    type: `urn:jianyuan:problem:${body.code}`,
    status,
    title: expect.stringMatching(/\p{Script=Han}.* · \w/u),
    detail: expect.stringMatching(/\p{Script=Han}.*· \w/u),
    instance: expect.stringMatching(/^\//u),
    requestId: headers['x-request-id'],
    findings: expect.any(Array),
  });
  return body;
}

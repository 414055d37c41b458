/** What a caller and the log are told where the disk of the database is full, or fails. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteError } from 'better-sqlite3';
import { pino } from 'pino';
import request from 'supertest';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { RESULTS } from '../../src/store/rules/record-kinds.ts';
import { inOneWrite, openConnection } from '../../src/store/sqlite/connection.ts';
import { sqliteRecordStore } from '../../src/store/sqlite/record-store.ts';
import { submitResult } from '../../src/usecases/submit-result.ts';
import type { UseCases } from '../../src/usecases/use-cases.ts';
import { temporaryFolder } from '../usecases/district.ts';
import { BEARER, type DistrictApi, KEY, openApi, problemOf } from './district-api.ts';

let api: DistrictApi;
beforeAll(async () => {
  api = await openApi({ workers: false });
});
afterAll(() => api.close());

/** The API over a real SQLite file that has pages for what it holds and no more. */
async function openFull() {
  const folder = temporaryFolder();
  const db = await openConnection(join(folder, 'full.sqlite'));
  const allow = (more: number) => {
    const pages = Number(db.$client.pragma('page_count', { simple: true }));
    db.$client.pragma(`max_page_count = ${pages + more}`);
  };
  allow(0);
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  const results = sqliteRecordStore(db, RESULTS, Date.now);
  const ports = { store: { ...api.application.store, results }, embedder: null, wake() {} };
  return { db, results, allow, submit: (input: unknown) => submitResult(ports, input) };
}

/** The API with another way to take a result. */
function serving(submitting: UseCases['submitResult']) {
  const lines: string[] = [];
  const usecases = { ...api.application.usecases, submitResult: submitting };
  const http = { host: '', port: 0, apiKey: KEY, maxUploadBytes: 1, requestsPerMinute: 0, trustedProxies: 0 };
  const log = pino({}, { write: (line) => void lines.push(line) });
  const app = createApp({ ...api.application, usecases }, { http }, log);
  const post = (body: object) => request(app).post('/api/v1/results').set('Authorization', BEARER).send(body);
  return { post, log: () => lines.join('') };
}

test('a full disk is told as one and logged, nothing is saved; with room the same record is taken', async () => {
  const { submit, results, allow } = await openFull();
  const { post, log } = serving(submit);
  const record = { id: 'R1', title: '固态电池', abstract: '电解质'.repeat(6_000) };
  const response = await post(record);
  expect(response.status).toBe(507);
  expect(problemOf(response)).toMatchObject({
    code: 'store.full',
    detail: expect.stringMatching(/磁盘已满.*腾出空间.* · .*disk.*full.*free some space/u),
  });
  expect(await results.refs()).toEqual([]);
  expect(log()).toMatch(/"level":50.*database or disk is full.*"code":"store\.full"/u);
  expect(log()).not.toContain('电解质');
  allow(1_000);
  expect((await post(record)).status).toBe(201);
});

test('a disk that fails in the midst of a write is told and logged as such', async () => {
  const { db } = await openFull();
  const { post, log } = serving(() =>
    inOneWrite(db, () => {
      throw new SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE');
    }),
  );
  const response = await post({ title: '固态电池' });
  expect(response.status).toBe(503);
  expect(problemOf(response)).toMatchObject({
    code: 'store.unavailable',
    detail: expect.stringMatching(/磁盘读写出错.* · .*disk.*failed/u),
  });
  expect(log()).toMatch(/"level":50.*disk I\/O error.*"code":"store\.unavailable"/u);
});

import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import request from 'supertest';
import { expect, onTestFinished, test } from 'vitest';
import { API } from '../../src/http/paths.ts';
import { openApi } from './district-api.ts';

test('the first body of all finds every module loaded: loading some would hold up whoever else asks', async () => {
  // what the client itself loads
  await request(createServer((_, response) => response.end()))
    .post('/')
    .send({});
  const api = await openApi({ workers: false });
  onTestFinished(api.close);
  const { cache } = createRequire(import.meta.url);
  const loaded = new Set(Object.keys(cache));
  expect((await api.post(`${API}/results`, { title: '固态电池' })).status).toBe(201);
  expect(Object.keys(cache).filter((path) => !loaded.has(path))).toEqual([]);
});

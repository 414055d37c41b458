import { randomBytes } from 'node:crypto';
import express from 'express';
import request from 'supertest';
import { expect, test } from 'vitest';
import { readUpload } from '../../src/http/routing/read-upload.ts';

const MB = 1024 * 1024;

test('a large file comes in whole, and others have their turn while it is put together', async () => {
  const sent = randomBytes(8 * MB + 12_345);
  let received: unknown;
  let turns = 0;
  const app = express().post('/', async (incoming, response) => {
    incoming.once('end', () => {
      const turn = () => {
        turns++;
        if (received === undefined) setImmediate(turn);
      };
      setImmediate(turn);
    });
    const { file } = await readUpload(incoming, response, 20 * MB);
    received = file;
    response.end();
  });
  await request(app).post('/').attach('file', sent, '成果.csv');
  const { filename, bytes } = received as { filename: string; bytes: Buffer };
  expect(filename).toBe('成果.csv');
  expect(bytes.equals(sent)).toBe(true);
  expect(turns).toBeGreaterThan(6);
}, 60_000);

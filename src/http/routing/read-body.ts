/** Reads a body off the wire: only once the caller may write, and never more than the limits allow. */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import express, { type Request, type Response } from 'express';
import { RequestError } from '../problems/request-error.ts';
import type { BodySpec } from './body.ts';
import { isNestedTooDeeply, MAX_JSON_MB } from './limits.ts';
import { passedThrough } from './passed-through.ts';
import { readUpload } from './read-upload.ts';

const parseJson = express.json({ limit: `${MAX_JSON_MB}mb`, type: () => true });

// with the first body the parser loads all encodings there are: no request holds the event loop for so long
await parseNothing();

function parseNothing(): Promise<void> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, { 'content-type': 'application/json', 'content-length': '2' });
  request.push('{}');
  request.push(null);
  return new Promise((resolve, reject) => {
    parseJson(request, new ServerResponse(request), (error) => (error ? reject(error) : resolve()));
  });
}

/** What a route without a body gets is undefined. Throws `request.unsupported_type`, `request.too_large` and the like. */
export async function readBody(
  spec: BodySpec<unknown> | undefined,
  request: Request,
  response: Response,
  { maxUploadBytes }: { readonly maxUploadBytes: number },
): Promise<unknown> {
  if (spec === undefined || !hasBody(request)) return undefined;
  if (!request.is(spec.media))
    throw new RequestError(
      'request.unsupported_type',
      `内容类型应为 ${spec.media} · The content type must be ${spec.media}`,
    );
  if (spec.media === 'multipart/form-data') return readUpload(request, response, maxUploadBytes);
  await passedThrough(parseJson, request, response);
  if (isNestedTooDeeply(request.body))
    throw new RequestError('request.invalid', '请求正文嵌套过深 · The body is nested too deeply');
  return request.body;
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

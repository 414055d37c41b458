/** One request to an OpenAI-compatible embeddings endpoint: sent once, its answer checked, its failure named. */
import { z } from 'zod';
import { EmbedderRefused, EmbedderUnavailable } from '../embedder.ts';
import { unitVectors } from '../unit-vectors.ts';
import { retryAfterMs } from './retry-after.ts';

export interface Endpoint {
  /** The whole address, e.g. `http://127.0.0.1:8081/v1/embeddings`. */
  readonly url: string;
  /** The model's name as the server knows it. */
  readonly model: string;
  /** Sent as a bearer token; null sends none. */
  readonly apiKey: string | null;
}

/** The server asks for a pause, or its failure may pass. */
export class AskAgain extends EmbedderUnavailable {
  /** What the server wants to be left alone for, in ms; 0 where it does not say. */
  readonly waitMs: number;

  constructor(message: string, waitMs = 0, options?: ErrorOptions) {
    super(message, options);
    this.waitMs = waitMs;
  }
}

/** https://platform.openai.com/docs/api-reference/embeddings: `index` is the place of the text in `input`. */
const AnswerSchema = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()) })),
});

/** Answers that a later try may better: request timeout, too early, too many requests. And every 5xx. */
const PASSING = new Set([408, 425, 429]);

/**
 * Vectors of unit length, in the order of the texts. Throws AskAgain where it is worth another try (no connection,
 * no answer within `timeoutMs`, 429, 5xx), else EmbedderRefused. No message quotes a text, the key or the answer.
 */
export async function ask(
  endpoint: Endpoint,
  texts: readonly string[],
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Float32Array[]> {
  const body = await within(timeoutMs, signal, (either) => post(endpoint, texts, either));
  const answer = AnswerSchema.safeParse(body);
  if (!answer.success) throw new EmbedderRefused('the answer is not a list of embeddings');
  const inOrder = answer.data.data.sort((a, b) => a.index - b.index);
  if (inOrder.some(({ index }, place) => index !== place))
    throw new EmbedderRefused('the answer does not number its vectors from 0 to the last');
  return unitVectors(
    inOrder.map(({ embedding }) => embedding),
    texts.length,
  );
}

async function post(
  { url, model, apiKey }: Endpoint,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      ...(apiKey === null ? {} : { Authorization: `Bearer ${apiKey}` }),
    },
    // base64 is what some servers send unless they are told
    body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
    // texts and key go where the configuration says, and nowhere else
    redirect: 'manual',
    signal,
  });
  if (response.ok) return parsed(await response.text());
  await response.body?.cancel();
  throw failureOf(response);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new EmbedderRefused('the answer is not JSON', { cause: error });
  }
}

function failureOf({ status, headers }: Response): Error {
  const passing = PASSING.has(status) || status >= 500;
  if (!passing) return new EmbedderRefused(`the embedder answers ${status}`);
  return new AskAgain(`the embedder answers ${status}`, retryAfterMs(headers.get('Retry-After'), Date.now()));
}

/** Ends `work` after `timeoutMs`, its answer's body included, and at once where `signal` aborts. */
async function within<T>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    return await work(signal ? AbortSignal.any([signal, late.signal]) : late.signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof AskAgain || error instanceof EmbedderRefused) throw error;
    if (late.signal.aborted) throw new AskAgain(`no answer within ${timeoutMs} ms`, 0, { cause: error });
    throw new AskAgain(`the embedder cannot be reached: ${connectionFault(error)}`, 0, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** fetch says "fetch failed"; what failed is in the cause: ECONNREFUSED, ENOTFOUND, … */
function connectionFault(error: unknown): string {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined;
  return typeof code === 'string' ? code : 'the connection failed';
}

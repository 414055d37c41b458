/**
 * A frozen round as a file that another machine can replay: gzipped JSON lines, the head first, then the records in the
 * order of the plan, the corpus model, the vectors.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { type Carrier, CarrierSchema } from '../domain/carrier.ts';
import { DomainError } from '../domain/errors.ts';
import { explainIssues } from '../domain/explain-issues.ts';
import { FrozenHeadSchema, type FrozenRound } from '../domain/frozen-round.ts';
import { type ResearchResult, ResearchResultSchema } from '../domain/research-result.ts';

/** More than any round that fits into memory; a bomb is not unpacked. */
const MOST_BYTES = 2 ** 31 - 1;

const Id = z.object({ id: z.string() });
const LineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('result'), record: z.unknown() }),
  z.object({ kind: z.literal('carrier'), record: z.unknown() }),
  z.object({ kind: z.literal('model'), bytes: z.base64() }),
  z.object({ kind: z.literal('vector'), textHash: z.string(), vector: z.base64() }),
]);

export function writeFrozenRound({ results, carriers, model, vectors, ...head }: FrozenRound): Uint8Array {
  const lines: unknown[] = [
    head,
    ...results.map((record) => ({ kind: 'result', record })),
    ...carriers.map((record) => ({ kind: 'carrier', record })),
    ...(model ? [{ kind: 'model', bytes: Buffer.from(model).toString('base64') }] : []),
    ...vectors.map(({ textHash, vector }) => ({
      kind: 'vector',
      textHash,
      vector: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64'),
    })),
  ];
  return gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** Throws `file.unreadable` with the line that is none. */
export function readFrozenRound(bytes: Uint8Array): FrozenRound {
  const [first = '', ...rest] = textOf(bytes)
    .split('\n')
    .filter((line) => line !== '');
  const results: ResearchResult[] = [];
  const carriers: Carrier[] = [];
  const vectors: FrozenRound['vectors'][number][] = [];
  let model: Uint8Array | null = null;
  const head = parseLine(FrozenHeadSchema, first, 1);
  rest.forEach((text, i) => {
    const line = parseLine(LineSchema, text, i + 2);
    switch (line.kind) {
      case 'result':
        results.push({
          ...check(ResearchResultSchema, line.record, i + 2),
          ...check(Id, line.record, i + 2),
        });
        break;
      case 'carrier':
        carriers.push({ ...check(CarrierSchema, line.record, i + 2), ...check(Id, line.record, i + 2) });
        break;
      case 'model':
        model = Buffer.from(line.bytes, 'base64');
        break;
      case 'vector':
        vectors.push({ textHash: line.textHash, vector: floats(line.vector) });
    }
  });
  return { ...head, results, carriers, model, vectors };
}

function textOf(bytes: Uint8Array): string {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8');
  } catch (error) {
    throw unreadable(`不是冻结轮次文件 · it is no frozen round: ${messageOf(error)}`);
  }
}

function parseLine<T>(schema: z.ZodType<T>, text: string, line: number): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unreadable(`第 ${line} 行不是 JSON · line ${line} is no JSON: ${messageOf(error)}`);
  }
  return check(schema, value, line);
}

function check<T>(schema: z.ZodType<T>, value: unknown, line: number): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [first] = explainIssues(value, parsed.error.issues);
  throw unreadable(
    `第 ${line} 行 ${first?.field} 有误 · line ${line}, ${first?.field} is wrong; 应为 expected: ${first?.expected}`,
  );
}

function floats(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer, 0, bytes.length / Float32Array.BYTES_PER_ELEMENT);
}

function unreadable(message: string): DomainError {
  return new DomainError('file.unreadable', message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The parts of a request, checked by the schemas of its route. */
import { z } from 'zod';
import type { Finding } from '../../domain/errors.ts';
import { explainIssues } from '../../domain/explain-issues.ts';
import { explainUnknownKeys, unknownKeys } from '../../domain/unknown-keys.ts';
import { RequestError } from '../problems/request-error.ts';

/** A path whose parameter has an impossible form is no path of ours. */
export function parseParams<Params extends z.ZodObject>(
  schema: Params | undefined,
  given: unknown,
): z.output<Params> {
  const parsed = orEmpty(schema).safeParse(given);
  if (parsed.success) return parsed.data as z.output<Params>;
  throw new RequestError('route.not_found', '没有此地址 · Nothing is at this address');
}

/** Parameters that are not known are refused: a misspelt one would be ignored in silence. */
export function parseQuery<Query extends z.ZodObject>(
  schema: Query | undefined,
  given: unknown,
): z.output<Query> {
  const known = orEmpty(schema);
  const parsed = known.strict().safeParse(given);
  if (parsed.success) return parsed.data as z.output<Query>;
  throw new RequestError(
    'request.invalid',
    '请求参数有误 · The parameters of the request are wrong',
    findingsOf(given, parsed.error.issues, known),
  );
}

export function parseBody<Body>(schema: z.ZodType<Body>, given: unknown): Body {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new RequestError(
    'request.invalid',
    '请求正文有误 · The body of the request is wrong',
    findingsOf(given, parsed.error.issues, schema),
  );
}

/** Names that are not known become findings of their own, with the names that are. */
function findingsOf(given: unknown, issues: readonly z.core.$ZodIssue[], schema: z.ZodType): Finding[] {
  const others = issues.filter((issue) => issue.code !== 'unrecognized_keys');
  const unknown = others.length === issues.length ? [] : unknownKeys(schema, given);
  return [...explainUnknownKeys(unknown), ...explainIssues(given, others)];
}

function orEmpty(schema: z.ZodObject | undefined): z.ZodObject {
  return schema ?? z.object({});
}

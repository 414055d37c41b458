/** Everything that a route may answer: its successes, and its refusals by status with their codes. */
import type { ResponseConfig } from '@asteasolutions/zod-to-openapi';
import { PROBLEMS, type ProblemCode } from '../problems/codes.ts';
import { PROBLEM_MEDIA_TYPE, ProblemSchema } from '../problems/problem.ts';
import type { RouteDescription } from '../routing/route.ts';

type Answers = Record<string, ResponseConfig>;

export function describeAnswers(route: RouteDescription): Answers {
  return { ...successes(route), ...refusals(route) };
}

function successes({ answer, path }: RouteDescription): Answers {
  const { schema, media = [], location } = answer;
  const content = {
    ...(schema === undefined ? {} : { 'application/json': { schema } }),
    ...Object.fromEntries(media.map((type) => [type, { schema: bytesOf(type) }])),
  };
  const headers = location ? { headers: { Location: locationHeader(path) } } : {};
  return Object.fromEntries(
    Object.entries(answer.statuses).map(([status, description]) => [
      status,
      { description, content, ...headers },
    ]),
  );
}

function refusals(route: RouteDescription): Answers {
  const codes = [...new Set<ProblemCode>([...route.problems, ...impliedProblems(route)])];
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: codes
          .filter((code) => PROBLEMS[code].status === status)
          .map(describeCode)
          .join('; '),
        content: { [PROBLEM_MEDIA_TYPE]: { schema: ProblemSchema } },
      },
    ]),
  );
}

function describeCode(code: ProblemCode): string {
  const { zh, en } = PROBLEMS[code].title;
  return `\`${code}\` ${zh} · ${en}`;
}

/** What can go wrong with any route of its kind. */
function impliedProblems({ access, query, body }: RouteDescription): ProblemCode[] {
  const limits: ProblemCode[] = access === 'probe' ? [] : ['auth.wrong_key', 'rate.limited'];
  const guard: ProblemCode[] = access === 'key' ? ['auth.required', 'auth.writes_disabled'] : [];
  const asked: ProblemCode[] = query === undefined ? [] : ['request.invalid'];
  return [...limits, ...guard, ...asked, ...bodyProblems(body?.media), 'internal'];
}

function bodyProblems(media: string | undefined): ProblemCode[] {
  if (media === undefined) return [];
  const malformed: ProblemCode[] =
    media === 'application/json'
      ? ['request.malformed_json', 'request.too_large']
      : ['request.malformed_upload', 'file.too_large'];
  return ['request.invalid', 'request.unsupported_type', ...malformed];
}

function bytesOf(media: string): object {
  return media.startsWith('text/') ? { type: 'string' } : { type: 'string', format: 'binary' };
}

function locationHeader(path: string) {
  return {
    description: '所在地址 · Where it is',
    schema: { type: 'string' as const, examples: [`${path}/…`] },
  };
}

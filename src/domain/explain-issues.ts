/** What zod found wrong, in Chinese and English, as findings that a person at a form or a spreadsheet understands. */
import type { z } from 'zod';
import type { Finding } from './errors.ts';
import type { Bilingual } from './match.ts';

export type Issue = z.core.$ZodIssue;

/** What was found is shown shortened: it may be a whole text. */
const FOUND_LENGTH = 80;
/** Words for zod's types. */
const TYPES: Record<string, string> = {
  string: '文字 · text',
  array: '列表 · a list',
  number: '数字 · a number',
  int: '整数 · a whole number',
  boolean: 'true 或 false · true or false',
  record: '对象 · an object',
  object: '对象 · an object',
};

export function explainIssues(input: unknown, issues: readonly Issue[]): Finding[] {
  return issues.flatMap(meant).map((issue) => ({
    field: pathName(issue.path) || 'record',
    found: shown(valueAt(input, issue.path)),
    expected: expectation(issue),
  }));
}

/**
 * What is wrong inside the one alternative of a union that has the right type: of `[{kind: 'x'}]`, which may be a text
 * or a list of rights, the kind of the first right. The issue itself where no alternative was meant more than others.
 */
export function meant(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [alternative, ...others] = issue.errors.filter((inner) => inner.every(({ path }) => path.length > 0));
  if (!alternative || others.length > 0) return [issue];
  return alternative.flatMap((inner) => meant({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** `capabilities[2].code`. */
export function pathName(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./u, '');
}

export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

/** `found` of a finding: one line. */
export function shown(value: unknown): string {
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
    .replace(/\s+/gu, ' ')
    .trim();
  if (text === '') return '（空白 blank）';
  return text.length > FOUND_LENGTH ? `${text.slice(0, FOUND_LENGTH - 1)}…` : text;
}

export function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_union':
      return alternatives(issue.errors.flat()) || issue.message;
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `以下之一 · one of ${issue.values.join(', ')}`;
    case 'too_big':
      return said(atMost(issue));
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return '不能为空 · not empty';
      return said(bound('不少于', 'at least', issue.minimum, issue.origin));
    default:
      return issue.message;
  }
}

/** Where a text is taken a number is, too: not worth a word. */
function alternatives(issues: readonly Issue[]): string {
  const all = new Set(issues.map(expectation));
  if (all.has(TYPES['string']!)) all.delete(TYPES['number']!);
  return [...all].join(' / ');
}

/** `count`: how much there is, where that is known. */
export function atMost({ maximum, origin }: z.core.$ZodIssueTooBig, count?: number): Bilingual {
  const limit = bound('不超过', 'at most', maximum, origin);
  if (count === undefined) return limit;
  const now = bound('现有', 'this has', count, origin);
  return { zh: `${limit.zh}，${now.zh}`, en: `${limit.en}, ${now.en}` };
}

function bound(zh: string, en: string, count: number | bigint, origin: string): Bilingual {
  const unit = UNITS[origin];
  return { zh: `${zh} ${count}${unit?.zh ?? ''}`, en: `${en} ${count}${unit?.en ?? ''}` };
}

const UNITS: Record<string, Bilingual> = {
  string: { zh: ' 字', en: ' characters' },
  array: { zh: ' 项', en: ' entries' },
};

export function said({ zh, en }: Bilingual): string {
  return `${zh} · ${en}`;
}

export function saysErrors(count: number): string {
  return `记录有 ${count} 处错误 · The record has ${count === 1 ? 'an error' : `${count} errors`}`;
}

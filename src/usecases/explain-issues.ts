/** What zod found wrong, in both languages, as findings that a person at a form or a spreadsheet understands. */
import type { z } from 'zod';
import type { Finding } from '../domain/errors.ts';
import type { Bilingual } from '../domain/match.ts';

type Issue = z.core.$ZodIssue;

/** What was found is shown shortened: it may be a whole text. */
const FOUND_LENGTH = 60;
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
  return issues.map((issue) => ({
    field: fieldName(issue.path),
    found: show(valueAt(input, issue.path)),
    expected: expectation(issue),
  }));
}

export function saysErrors(count: number): string {
  return `记录有 ${count} 处错误 · The record has ${count === 1 ? 'an error' : `${count} errors`}`;
}

/** `capabilities[2].code`; the record as a whole is named `record`. */
function fieldName(path: readonly PropertyKey[]): string {
  const name = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return name === '' ? 'record' : name.replace(/^\./u, '');
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_union':
      return [...new Set(issue.errors.flat().map(expectation))].join(' / ') || issue.message;
    case 'invalid_type':
      return issue.message.startsWith('Invalid input')
        ? (TYPES[issue.expected] ?? issue.expected)
        : issue.message;
    case 'invalid_value':
      return `其中之一 · one of ${issue.values.join(', ')}`;
    case 'too_big':
      return bound('不超过', 'at most', issue.maximum, issue.origin);
    case 'too_small':
      return issue.message.startsWith('Too small')
        ? bound('不少于', 'at least', issue.minimum, issue.origin)
        : issue.message;
    default:
      return issue.message;
  }
}

function bound(zh: string, en: string, count: number | bigint, origin: string): string {
  const unit = UNITS[origin] ?? { zh: '', en: '' };
  return `${zh} ${count}${unit.zh} · ${en} ${count}${unit.en}`;
}

const UNITS: Record<string, Bilingual> = {
  string: { zh: ' 字', en: ' characters' },
  array: { zh: ' 项', en: ' entries' },
};

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

function show(value: unknown): string {
  if (value === undefined) return '未填 · nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > FOUND_LENGTH ? `${text.slice(0, FOUND_LENGTH)}…` : text;
}

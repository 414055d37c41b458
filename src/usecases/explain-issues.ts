/** What zod found wrong, as findings that a person at a form or a spreadsheet understands. */
import type { z } from 'zod';
import type { Finding } from '../domain/errors.ts';

type Issue = z.core.$ZodIssue;

/** What was found is shown shortened: it may be a whole text. */
const FOUND_LENGTH = 60;
/** Words for zod's types. */
const TYPES: Record<string, string> = {
  string: 'text',
  array: 'a list',
  number: 'a number',
  record: 'an object',
  object: 'an object',
};

export function explainIssues(input: unknown, issues: readonly Issue[]): Finding[] {
  return issues.map((issue) => ({
    field: fieldName(issue.path),
    found: show(valueAt(input, issue.path)),
    expected: expectation(issue),
  }));
}

/** `capabilities[2].code`; the record as a whole is named `record`. */
function fieldName(path: readonly PropertyKey[]): string {
  const name = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return name === '' ? 'record' : name.replace(/^\./u, '');
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_union':
      return [...new Set(issue.errors.flat().map(expectation))].join(' or ') || issue.message;
    case 'invalid_type':
      return issue.message.startsWith('Invalid input')
        ? (TYPES[issue.expected] ?? issue.expected)
        : issue.message;
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    case 'too_big':
      return `at most ${issue.maximum}${UNITS[issue.origin] ?? ''}`;
    case 'too_small':
      return issue.message.startsWith('Too small')
        ? `at least ${issue.minimum}${UNITS[issue.origin] ?? ''}`
        : issue.message;
    default:
      return issue.message;
  }
}

const UNITS: Record<string, string> = { string: ' characters', array: ' entries' };

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > FOUND_LENGTH ? `${text.slice(0, FOUND_LENGTH)}…` : text;
}

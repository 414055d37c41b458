/** What the schema did not take of a record, in the words of the people who fill the forms. */
import type { Finding } from '../../domain/errors.ts';
import {
  atMost,
  expectation,
  type Issue,
  meant,
  pathName,
  said,
  shown,
  valueAt,
} from '../../domain/explain-issues.ts';
import type { RecordKind } from '../../domain/import-report.ts';
import { chineseHeading } from '../headings/chinese-heading.ts';
import { EXPECTATIONS } from './expectations.ts';

/** `issues` with their input, which is what a cell was read as where the cell itself held several things. */
export function explainRecord(kind: RecordKind, input: unknown, issues: readonly Issue[]): Finding[] {
  return issues.flatMap(meant).map((issue) => {
    const value = valueAt(input, issue.path) ?? issue.input;
    return {
      field: pathName(issue.path) || 'record',
      heading: chineseHeading(kind, issue.path),
      found: shown(value),
      expected: expected(kind, issue, value),
    };
  });
}

/** The sentence of the field; inside a list or an object, or where a field has none, what the schema says. */
function expected(kind: RecordKind, issue: Issue, value: unknown): string {
  const [field, ...inner] = issue.path;
  const sentence = inner.length === 0 ? EXPECTATIONS[kind][String(field)] : undefined;
  if (issue.code !== 'too_big') return sentence ? said(sentence) : expectation(issue);
  const count = typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
  const limit = atMost(issue, count);
  if (!sentence) return said(limit);
  return said({ zh: `${sentence.zh}（${limit.zh}）`, en: `${sentence.en} (${limit.en})` });
}

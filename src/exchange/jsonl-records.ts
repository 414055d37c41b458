/** Records from a JSONL file as they are, one a line: for measuring, where nothing may be merged or left out silently. */
import type { z } from 'zod';
import { DomainError } from '../domain/errors.ts';
import { explainIssues, pathName, said, shown } from '../domain/explain-issues.ts';
import type { RecordKind, RowFinding } from '../domain/import-report.ts';
import { eachOnce, knownNames, type UnknownKey, unknownKeys } from '../domain/unknown-keys.ts';
import { cellsOf } from './rows/record-warnings.ts';
import { unreadWords } from './rows/unread-words.ts';

export interface JsonlRecords<T> {
  readonly records: readonly T[];
  readonly findings: readonly RowFinding[];
}

/**
 * A line without an id gets `line-N`. A name that is not known is a warning, once for the file; so are, of a `kind` of
 * records, words that are read as no more than “other” or unknown. Throws `file.empty`
 * where no line is a record.
 */
export function readJsonlRecords<T extends { id?: string | undefined }>(
  text: string,
  filename: string,
  schema: z.ZodType<T>,
  kind?: RecordKind,
): JsonlRecords<T & { id: string }> {
  const records: (T & { id: string })[] = [];
  const findings: RowFinding[] = [];
  const unknown: (UnknownKey & { row: number })[] = [];
  const unread: RowFinding[] = [];
  text.split(/\r?\n/u).forEach((line, i) => {
    if (line.trim() === '') return;
    const row = i + 1;
    const json = parseLine(line);
    const parsed = schema.safeParse(json);
    unknown.push(...unknownKeys(schema, json).map((key) => ({ ...key, row })));
    if (parsed.success) {
      if (kind !== undefined) unread.push(...unreadIn(kind, json, row));
      records.push({ ...parsed.data, id: parsed.data.id ?? `line-${row}` });
      return;
    }
    for (const { field, found, expected } of explainIssues(json, parsed.error.issues))
      findings.push({ row, column: field, found, expected, severity: 'error' });
  });
  if (records.length === 0)
    throw new DomainError(
      'file.empty',
      `${filename}：文件中没有可用的记录 · no line of it is a record`,
      findings.slice(0, 5).map(({ column, found, expected }) => ({ field: column, found, expected })),
    );
  return { records, findings: [...findings, ...eachOnce(unknown).map(notKnown), ...alikeOnce(unread)] };
}

/** Words that are no kind, level, category … that is known: the record is taken without them. */
function unreadIn(kind: RecordKind, json: unknown, row: number): RowFinding[] {
  return cellsOf(json).flatMap(({ heading, value }) => {
    const told = unreadWords(kind, heading, value);
    return told === null
      ? []
      : [{ row, column: heading, found: shown(value), expected: said(told), severity: 'warning' }];
  });
}

/** The first of those that say the same, with how many there are. */
function alikeOnce(findings: readonly RowFinding[]): RowFinding[] {
  const named = findings.map((finding) => ({ ...finding, path: [finding.column, finding.found] }));
  return eachOnce(named).map(({ path: _, times, ...finding }) => ({
    ...finding,
    found: `${finding.found}${inAll(times)}`,
  }));
}

function inAll(times: number): string {
  return times === 1 ? '' : `（共 ${times} 处 places in all）`;
}

function notKnown({
  row,
  path,
  value,
  known,
  times,
}: UnknownKey & { row: number; times: number }): RowFinding {
  return {
    row,
    column: pathName(path),
    found: `${shown(value)}${inAll(times)}`,
    expected: knownNames(path, known),
    severity: 'warning',
  };
}

/** Undefined where the line is no JSON: the schema then says so. */
function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

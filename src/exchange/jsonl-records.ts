/** Records from a JSONL file as they are, one a line: for measuring, where nothing may be merged or left out silently. */
import type { z } from 'zod';
import { DomainError } from '../domain/errors.ts';
import { explainIssues, pathName, shown } from '../domain/explain-issues.ts';
import type { RowFinding } from '../domain/import-report.ts';
import { eachOnce, knownNames, type UnknownKey, unknownKeys } from '../domain/unknown-keys.ts';

export interface JsonlRecords<T> {
  readonly records: readonly T[];
  readonly findings: readonly RowFinding[];
}

/**
 * A line without an id gets `line-N`. A name that is not known is a warning, once for the file. Throws `file.empty`
 * where no line is a record.
 */
export function readJsonlRecords<T extends { id?: string | undefined }>(
  text: string,
  filename: string,
  schema: z.ZodType<T>,
): JsonlRecords<T & { id: string }> {
  const records: (T & { id: string })[] = [];
  const findings: RowFinding[] = [];
  const unknown: (UnknownKey & { row: number })[] = [];
  text.split(/\r?\n/u).forEach((line, i) => {
    if (line.trim() === '') return;
    const row = i + 1;
    const json = parseLine(line);
    const parsed = schema.safeParse(json);
    if (parsed.success) {
      unknown.push(...unknownKeys(schema, json).map((key) => ({ ...key, row })));
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
  return { records, findings: [...findings, ...eachOnce(unknown).map(notKnown)] };
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
    found: `${shown(value)}${times === 1 ? '' : `（共 ${times} 处 places in all）`}`,
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

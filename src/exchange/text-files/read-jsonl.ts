/** JSONL: one JSON object per line. */
import { unreadable } from '../file-limits.ts';
import type { JsonRow, Table } from '../table.ts';

export function looksLikeJson(text: string): boolean {
  return /^\s*[{[]/u.test(text);
}

/** Throws `file.unreadable` where the whole file is one JSON value over several lines, or a list of records. */
export function readJsonl(text: string): Table {
  refuseWholeJson(text);
  const lines = text
    .split('\n')
    .map((line, i) => ({ number: i + 1, line: line.trim() }))
    .filter(({ line }) => line !== '');
  return {
    form: 'json',
    rowCount: lines.length,
    *rows(): Generator<JsonRow> {
      for (const { number, line } of lines) yield { number, record: parseObject(line) };
    },
  };
}

function refuseWholeJson(text: string): void {
  const [first = ''] = text.trimStart().split('\n', 1);
  if (parseObject(first) !== null) return;
  if (!isJson(text)) return;
  throw unreadable(
    '这是一整个 JSON，不是 JSONL：请每行写一条记录，行间不用逗号，首尾不用方括号',
    'this is one JSON value, not JSONL: write one record a line, without commas between them and without brackets around them',
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

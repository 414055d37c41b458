/** JSONL: one JSON object per line. */
import type { JsonRow, Table } from '../table.ts';

export function looksLikeJson(text: string): boolean {
  return /^\s*[{[]/u.test(text);
}

export function readJsonl(text: string): Table {
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

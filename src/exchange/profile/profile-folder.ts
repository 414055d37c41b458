/** The files of a profile's folder, read and named in every complaint. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { DomainError, type Finding } from '../../domain/errors.ts';

export function profileError(
  file: string,
  findings: readonly (Omit<Finding, 'field'> & Partial<Pick<Finding, 'field'>>)[] | string,
  at = '',
): DomainError {
  const list = typeof findings === 'string' ? [{ found: '', expected: findings }] : findings;
  const first = list[0];
  const message = `${file}${at === '' ? '' : ` (${at})`}: 应为 expected ${first?.expected}${first?.found ? `；现为 found ${first.found}` : ''}`;
  return new DomainError(
    'profile.invalid',
    message,
    list.map((finding) => ({ field: at === '' ? file : `${file} ${at}`, ...finding })),
  );
}

/** Throws `profile.invalid` where the file is missing or no JSON. */
export async function readJson(folder: string, file: string): Promise<unknown> {
  const text = await readText(folder, file);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw profileError(file, `合法的 JSON · JSON (${error.message})`);
    throw error;
  }
}

export interface CsvRow {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/** Rows under the heading `columns`, which the file must have in this order. */
export async function readCsvRows(
  folder: string,
  file: string,
  columns: readonly string[],
): Promise<CsvRow[]> {
  const text = await readText(folder, file);
  const [head, ...rows] = parseCsv(file, text);
  const heading = (head?.record ?? []).map((name) => name.trim());
  if (heading.join() !== columns.join()) {
    throw profileError(
      file,
      [{ found: heading.join(), expected: `表头 ${columns.join()} · the heading ${columns.join()}` }],
      '第 1 行 row 1',
    );
  }
  return rows.map(({ record, info }) => {
    if (record.length !== columns.length) {
      throw profileError(
        file,
        [{ found: record.join(), expected: `${columns.length} 列 · ${columns.length} columns` }],
        `第 ${info.lines} 行 row ${info.lines}`,
      );
    }
    return {
      line: info.lines,
      values: Object.fromEntries(columns.map((column, i) => [column, (record[i] ?? '').trim()])),
    };
  });
}

function parseCsv(file: string, text: string): { record: string[]; info: { lines: number } }[] {
  try {
    const rows: unknown = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return rows as { record: string[]; info: { lines: number } }[];
  } catch (error) {
    throw profileError(file, `合法的 CSV · CSV (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** Without a byte-order mark. Throws `profile.invalid` where the file is missing or not UTF-8, as of an old editor (GBK). */
export async function readText(folder: string, file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(folder, file)));
  } catch (error) {
    if (error instanceof TypeError) throw profileError(file, 'UTF-8 编码的文本 · text in UTF-8');
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw profileError(file, `${folder} 中的文件 ${file} · a file ${file} in ${folder}`);
    throw error;
  }
}

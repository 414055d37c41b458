/**
 * Labelled texts from JSONL or CSV. Headings in Chinese or English; a text may be in one field or in title, abstract
 * and keywords. A row without a text or without a label is a finding, never dropped silently.
 */
import { parse } from 'csv-parse/sync';
import { DomainError } from '../../domain/errors.ts';
import type { RowFinding } from '../../domain/import-report.ts';
import type { LabelledText } from '../../domain/labelled-text.ts';
import { decodeText } from '../text-files/decode-text.ts';

const HEADINGS = {
  title: ['title', '成果名称', '项目名称', '名称', '标题', '题名'],
  keywords: ['keywords', '关键词', '关键字'],
  abstract: ['abstract', 'text', '摘要', '成果简介', '项目简介', '简介', '文本', '正文'],
  label: [
    'sector',
    'sectors',
    'label',
    'labels',
    '领域',
    '产业领域',
    '技术领域',
    '所属领域',
    '标签',
    'discipline',
    '学科',
  ],
} as const;

export interface LabelledTexts {
  readonly texts: readonly LabelledText[];
  readonly findings: readonly RowFinding[];
}

/** Throws `file.empty` where no row can be used, `file.unreadable` where the file is neither JSONL nor CSV. */
export function readLabelledTexts(
  file: { readonly filename: string; readonly bytes: Uint8Array },
  labelField?: string,
): LabelledTexts {
  const text = decodeText(file.bytes);
  const rows = /\.csv$/iu.test(file.filename) ? csvRows(file.filename, text) : jsonlRows(text);
  const labelFields = labelField === undefined ? HEADINGS.label : [labelField];
  const texts: LabelledText[] = [];
  const findings: RowFinding[] = [];
  for (const { line, row } of rows) {
    const found = row && labelledText(line, row, labelFields);
    if (typeof found === 'object') texts.push(found);
    else findings.push({ row: line, column: '', found: '', expected: found ?? 'JSON', severity: 'error' });
  }
  if (texts.length === 0) {
    throw new DomainError(
      'file.empty',
      `${file.filename}：没有带标签的文本 no row holds a text and a label (${labelFields.join(', ')})`,
    );
  }
  return { texts, findings };
}

interface Row {
  readonly line: number;
  /** Undefined where the line is no JSON object. */
  readonly row: Readonly<Record<string, unknown>> | undefined;
}

function jsonlRows(text: string): Row[] {
  return text
    .split(/\r?\n/u)
    .flatMap((line, i) => (line.trim() === '' ? [] : [{ line: i + 1, row: object(line) }]));
}

function object(line: string): Row['row'] {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function csvRows(filename: string, text: string): Row[] {
  try {
    const rows: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
      bom: true,
      columns: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
    return rows.map(({ record, info }) => ({ line: info.lines, row: record }));
  } catch (error) {
    throw new DomainError(
      'file.unreadable',
      `${filename}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** What is missing, in words, where the row is no labelled text. */
function labelledText(
  line: number,
  row: Readonly<Record<string, unknown>>,
  labelFields: readonly string[],
): LabelledText | string {
  const [title = ''] = valuesOf(row, HEADINGS.title);
  const [abstract = ''] = valuesOf(row, HEADINGS.abstract);
  const keywords = valuesOf(row, HEADINGS.keywords).flatMap(parts);
  const labels = valuesOf(row, labelFields).flatMap(parts);
  if (labels.length === 0) return `标签 a label (${labelFields.join(', ')})`;
  if (title === '' && abstract === '' && keywords.length === 0)
    return '文本 a text (text; title, abstract, keywords)';
  return { line, title, keywords, abstract, labels };
}

/** Of the first of the fields that holds something: its strings. */
function valuesOf(row: Readonly<Record<string, unknown>>, names: readonly string[]): string[] {
  for (const name of names) {
    const value = row[name];
    const found = (Array.isArray(value) ? value : [value])
      .filter((part) => typeof part === 'string')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (found.length > 0) return found;
  }
  return [];
}

/** A list in one cell is parted by semicolons. */
function parts(value: string): string[] {
  return value
    .split(/[;；]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

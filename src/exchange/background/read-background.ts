/**
 * Background texts of a file: what is learnt from and matched with nothing. `.txt`: a text a line; JSON lines,
 * CSV and workbooks by the names of their fields or columns, as in an import of results, and `text`. What is
 * marked as not public is refused as in an import.
 */
import type { TextField } from '../../domain/record-text.ts';
import { emptyFile, MAX_BACKGROUND_BYTES, tooLarge } from '../file-limits.ts';
import { readTable } from '../read-table.ts';
import type { Cell } from '../rows/cell.ts';
import { readCells } from '../rows/read-cells.ts';
import { openSource, type SourceRow } from '../rows/source-rows.ts';
import type { InputFile, Table } from '../table.ts';
import { decodeText } from '../text-files/decode-text.ts';
import { looksLikeJson, readJsonl } from '../text-files/read-jsonl.ts';

export interface BackgroundText {
  /** Named as those of a result; empty where the row is refused or says nothing. */
  readonly fields: readonly TextField[];
  readonly refused: boolean;
  /** Rows of the file passed so far, and all of them. */
  readonly done: number;
  readonly total: number;
}

/** Fields of a result that say what it is about. */
const FIELDS = ['title', 'keywords', 'abstract', 'advance', 'application', 'problem', 'needs'];
/** Names of a whole text, in files that are no list of results. */
const WHOLE_TEXT = /^(?:text|content|body|正文|全文|文本)$/iu;

/** Throws `file.empty`, `file.too_large`, `file.unreadable` or `file.headings_missing`. */
export function readBackground(file: InputFile): Generator<BackgroundText> {
  if (/\.txt$/iu.test(file.filename)) return textLines(file);
  return rowTexts(openTable(file));
}

function* textLines(file: InputFile): Generator<BackgroundText> {
  const lines = largeText(file).split(/\r?\n/u);
  for (const [i, line] of lines.entries()) {
    const text = line.trim();
    const fields = text === '' ? [] : [{ path: 'abstract', text }];
    yield { fields, refused: false, done: i + 1, total: lines.length };
  }
}

/** JSON lines may be larger than a file that is imported: nothing of them is kept but their terms. */
function openTable(file: InputFile): Table {
  if (!/^\s*[{[]/u.test(Buffer.from(file.bytes.subarray(0, 100)).toString('latin1'))) return readTable(file);
  const text = largeText(file);
  return looksLikeJson(text) ? readJsonl(text) : readTable(file);
}

function largeText({ bytes }: InputFile): string {
  if (bytes.length === 0) throw emptyFile('文件是空的', 'the file is empty');
  if (bytes.length > MAX_BACKGROUND_BYTES)
    throw tooLarge('文件超过 200 MiB', 'the file is larger than 200 MiB');
  return decodeText(bytes);
}

function* rowTexts(table: Table): Generator<BackgroundText> {
  const source = openSource('results', table);
  let done = 0;
  for (const row of source.rows()) {
    done = Math.min(done + 1, source.total);
    const fields = row.role === 'data' ? fieldsOf(row) : [];
    yield {
      fields: fields ?? [],
      refused: fields === null || row.role === 'broken',
      done,
      total: source.total,
    };
  }
}

/** Null where the row is not public. */
function fieldsOf({ cells, sheetMark }: SourceRow): TextField[] | null {
  if (!cells) return [];
  const { input, secret } = readCells('results', cells);
  if (secret || sheetMark) return null;
  const named = FIELDS.map((path) => ({ path, text: textOf(input[path]) }));
  const whole = (cells.get(null) ?? [])
    .filter(isWholeText)
    .map(({ value }) => ({ path: 'abstract', text: textOf(value) }));
  return [...named, ...whole].filter(({ text }) => text !== '');
}

function isWholeText({ heading }: Cell): boolean {
  return WHOLE_TEXT.test(heading.trim());
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('；');
  return typeof value === 'string' ? value.trim() : '';
}

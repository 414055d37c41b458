/** Any file that a user may hand in, as rows: XLSX, CSV (UTF-8, GB18030) or JSONL, told apart by content. */
import { detectContent } from './file-kind.ts';
import { emptyFile } from './file-limits.ts';
import type { InputFile, Table } from './table.ts';
import { decodeText } from './text-files/decode-text.ts';
import { readCsv } from './text-files/read-csv.ts';
import { looksLikeJson, readJsonl } from './text-files/read-jsonl.ts';
import { readWorkbook } from './xlsx/workbook.ts';

/** Throws `file.empty`, `file.too_large` or `file.unreadable`, in Chinese and English. */
export function readTable(file: InputFile): Table {
  const content = detectContent(file.bytes);
  if (content.kind === 'text') {
    const text = decodeText(file.bytes);
    return looksLikeJson(text) ? readJsonl(text) : { form: 'sheets', sheets: [readCsv(text)] };
  }
  const { sheets, hidden } = readWorkbook(content.archive);
  if (sheets.every((sheet) => sheet.rowCount === 0))
    throw hidden.some((sheet) => (sheet.open()?.rowCount ?? 0) > 0)
      ? emptyFile('只有隐藏的工作表里有内容，请取消隐藏', 'only hidden sheets have rows; show them')
      : emptyFile('工作簿里没有任何行', 'the workbook has no rows');
  return { form: 'sheets', sheets, hidden };
}

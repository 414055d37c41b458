/**
 * Text cells that a spreadsheet must never take for a formula (CSV injection, CWE-1236). In XLSX a cell of
 * type string is enough; CSV has no types, so there a leading apostrophe marks text.
 */

const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/u;

/** An apostrophe before text that a spreadsheet would calculate; anything else unchanged. */
export function escapeFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** Takes that apostrophe away again. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text.slice(1)) ? text.slice(1) : text;
}

/** One line of a CSV file, ending in CRLF; numbers stay numbers, null is an empty cell. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = escapeFormula(cell);
  return /[",\r\n\t;]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A string cell of a workbook: whatever it starts with, it is text. */
export function textCell(value: string): { value: string; type: StringConstructor } {
  return { value, type: String };
}

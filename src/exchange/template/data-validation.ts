/** Drop-downs and notes on the columns of a template, as SpreadsheetML data validation (ECMA-376 18.3.1.32). */
import type { Feature, Image } from 'write-excel-file/node';

export interface ColumnHelp {
  /** From 0. */
  readonly column: number;
  readonly title: string;
  /** Shown when a cell is selected; cut to the 255 characters that the format takes. */
  readonly note: string;
  readonly choices?: readonly string[] | undefined;
}

/** Rows that the help covers, from 1, both included. */
export interface Rows {
  readonly first: number;
  readonly last: number;
}

/** For the first sheet of a workbook. Words that are not offered are allowed with a warning: lists are never complete. */
export function dataValidation(help: readonly ColumnHelp[], rows: Rows): Feature<Image['content']> {
  const entries = help.map((column) => validation(column, rows)).join('');
  const xml = `<dataValidations count="${help.length}">${entries}</dataValidations>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // The schema wants dataValidations after mergeCells and before pageMargins.
          transform: (sheet, _options, { sheetIndex }) =>
            sheetIndex > 0
              ? sheet
              : sheet.replace(/<pageMargins|<pageSetup|<drawing|<\/worksheet>/u, (next) => `${xml}${next}`),
        },
      },
    },
  };
}

function validation({ column, title, note, choices }: ColumnHelp, rows: Rows): string {
  const letter = columnLetter(column);
  const type = choices ? ' type="list" errorStyle="warning" showErrorMessage="1"' : '';
  const list = choices ? `<formula1>"${escapeXml(choices.join(','))}"</formula1>` : '';
  return (
    `<dataValidation${type} allowBlank="1" showInputMessage="1" promptTitle="${escapeXml(title.slice(0, 32))}" ` +
    `prompt="${escapeXml(note.slice(0, 255))}" sqref="${letter}${rows.first}:${letter}${rows.last}">${list}</dataValidation>`
  );
}

function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnLetter(Math.floor(column / 26) - 1)}${letter}`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/gu, (char) => `&#${char.charCodeAt(0)};`);
}

/** Filters on the headings, drop-downs where a reviewer decides, and what formulas come to, as SpreadsheetML (ECMA-376 18.3.1.2, 18.3.1.32). */
import type { Feature, Image } from 'write-excel-file/node';
import type { ReportTable } from '../content/table.ts';
import { HEADING_ROW } from './sheet.ts';

export function sheetFeatures(tables: readonly ReportTable[]): Feature<Image['content']> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (sheet, _options, { sheetIndex }) => withFeatures(sheet, tables[sheetIndex]),
        },
      },
    },
  };
}

/** The schema wants the filter right behind the rows, and the validations before the margins. */
function withFeatures(sheet: string, table: ReportTable | undefined): string {
  if (!table || table.rows.length === 0) return sheet;
  const last = columnLetter(table.columns.length - 1);
  const rows = HEADING_ROW + table.rows.length;
  const filter = `<autoFilter ref="A${HEADING_ROW}:${last}${rows}"/>`;
  return withValues(sheet, table)
    .replace('</sheetData>', `</sheetData>${filter}`)
    .replace(
      /<pageMargins|<pageSetup|<drawing|<\/worksheet>/u,
      (next) => `${validations(table, rows)}${next}`,
    );
}

/** What each formula comes to, beside it: viewers that calculate nothing show that (ECMA-376 18.3.1.96). */
function withValues(sheet: string, table: ReportTable): string {
  const values = new Map<string, number>();
  table.rows.forEach((row, i) => {
    for (const cell of row)
      if (typeof cell === 'object' && cell !== null && 'formula' in cell)
        values.set(cell.formula(HEADING_ROW + 1 + i), cell.value);
  });
  if (values.size === 0) return sheet;
  return sheet.replace(/<f>([^<]*)<\/f>/gu, (found, formula: string) => {
    const value = values.get(formula);
    return value === undefined ? found : `${found}<v>${value}</v>`;
  });
}

function validations(table: ReportTable, lastRow: number): string {
  const lists = table.columns.flatMap(({ choices }, i) => {
    if (!choices) return [];
    const letter = columnLetter(i);
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letter}${HEADING_ROW + 1}:${letter}${lastRow}"><formula1>"${escapeXml(choices.join(','))}"</formula1></dataValidation>`,
    ];
  });
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnLetter(Math.floor(column / 26) - 1)}${letter}`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/gu, (char) => `&#${char.charCodeAt(0)};`);
}

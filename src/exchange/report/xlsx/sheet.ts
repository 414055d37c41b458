/** One table of the report as a sheet: title, note, headings, rows; numbers are numbers, days are dates. */
import type { CellObject } from 'write-excel-file/node';
import { textCell } from '../../safe-cells.ts';
import { type Cell, type Column, type ReportTable, type Toned, toneOf } from '../content/table.ts';

/** Title, note and headings stand above the first row. */
export const HEADING_ROW = 3;
const FIRST_ROW = HEADING_ROW + 1;
/** The longest text that a cell of the format holds. */
const LONGEST = 32_767;
const HEAD = '#DDE6F0';
const RULE = '#B8C2CC';
const TONES: Readonly<Record<Toned['tone'], string>> = { bad: '#F6D9D6', mid: '#FBECC8', good: '#E2F0E3' };

export function sheetOf(table: ReportTable) {
  const rows =
    table.rows.length > 0
      ? table.rows.map((row, i) =>
          table.columns.map((column, c) => cell(row[c] ?? null, column, FIRST_ROW + i)),
        )
      : [[words(inBoth(table.empty))]];
  return {
    sheet: table.sheet,
    data: [
      [{ ...words(inBoth(table.title)), fontWeight: 'bold', fontSize: 14 } satisfies CellObject],
      [
        table.note
          ? ({ ...words(`${table.note.zh} ${table.note.en}`), textColor: '#5B6875' } satisfies CellObject)
          : null,
      ],
      table.columns.map(
        ({ head }): CellObject => ({
          ...words(inBoth(head)),
          fontWeight: 'bold',
          backgroundColor: HEAD,
          borderStyle: 'thin',
          borderColor: RULE,
          wrap: true,
          alignVertical: 'center',
        }),
      ),
      ...rows,
    ],
    columns: table.columns.map(({ width }) => ({ width: width + 2 })),
    stickyRowsCount: HEADING_ROW,
  };
}

function cell(value: Cell, column: Column, row: number): CellObject | null {
  if (value === null) return null;
  const style = { alignVertical: 'top', borderStyle: 'thin', borderColor: RULE } as const;
  const format = column.kind === 'share' ? { format: '0.000' } : {};
  if (typeof value === 'number') return { value, type: Number, ...format, ...style };
  if (typeof value === 'object' && 'formula' in value)
    return { value: value.formula(row), type: 'Formula', ...format, ...style };
  if (column.kind === 'day' && typeof value === 'string')
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', ...style };
  const tone = toneOf(value);
  return {
    ...words(typeof value === 'string' ? value : inBoth(value)),
    wrap: true,
    ...(tone ? { backgroundColor: TONES[tone] } : {}),
    ...style,
  };
}

/** Text, whatever it starts with: no cell of a user's text is ever calculated. */
function words(text: string): { value: string; type: StringConstructor } {
  return textCell(text.slice(0, LONGEST));
}

/** Chinese, and English in a second line. */
function inBoth({ zh, en }: { zh: string; en: string }): string {
  return en === '' || en === zh ? zh : `${zh}\n${en}`;
}

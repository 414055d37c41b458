/** The empty spreadsheet that a university or a carrier fills: headings, notes, one example, drop-downs. */
import type { CellObject, SheetData } from 'write-excel-file/node';
import type { RecordKind } from '../../domain/import-report.ts';
import type { Profile } from '../../domain/profile.ts';
import { expectationOf } from '../rows/expectations.ts';
import { textCell } from '../safe-cells.ts';
import { TEMPLATE_COLUMNS, type TemplateColumn } from './columns.ts';
import { dataValidation } from './data-validation.ts';

const TITLES: Record<RecordKind, string> = {
  results: '科技成果填报表 · University research results',
  carriers: '孵化载体填报表 · Incubation carriers',
};
const SHEETS: Record<RecordKind, string> = { results: '成果', carriers: '载体' };

/** Title, headings, field names, notes and example stand above the first row to fill. */
const FIRST_ROW = 6;
const LAST_ROW = 2_000;

/** A workbook of two sheets: one to fill, one that explains. With a profile, its sectors and capabilities are listed. */
export async function writeTemplate(kind: RecordKind, profile?: Profile): Promise<Uint8Array> {
  const columns = TEMPLATE_COLUMNS[kind];
  const help = columns.map((column, i) => ({
    column: i,
    title: column.heading,
    note: noteOf(kind, column),
    choices: column.choices,
  }));
  // loaded when it is used: every thread of a server would load it at its start
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const workbook = writeXlsxFile(
    [
      {
        data: sheetToFill(kind, columns),
        sheet: SHEETS[kind],
        columns: columns.map(({ width }) => ({ width })),
        stickyRowsCount: 3,
      },
      {
        data: explanations(kind, columns, profile),
        sheet: '填写说明',
        columns: [{ width: 22 }, { width: 18 }, { width: 8 }, { width: 60 }, { width: 60 }],
      },
    ],
    { features: [dataValidation(help, { first: FIRST_ROW, last: LAST_ROW })] },
  );
  return new Uint8Array(await workbook.toBuffer());
}

function sheetToFill(kind: RecordKind, columns: readonly TemplateColumn[]): SheetData {
  const title = { ...textCell(TITLES[kind]), fontWeight: 'bold' as const, fontSize: 14, height: 26 };
  return [
    [title],
    columns.map(({ heading, required }) => headingCell(required ? `${heading}*` : heading)),
    columns.map(({ field }) => ({ ...textCell(field), ...HEADING, textColor: '#666666' })),
    columns.map((column, i) => ({
      ...textCell(`${i === 0 ? '说明：' : ''}${noteOf(kind, column)}`),
      ...NOTE,
    })),
    columns.map(({ example }) => ({ ...textCell(example), ...NOTE })),
  ];
}

function explanations(
  kind: RecordKind,
  columns: readonly TemplateColumn[],
  profile: Profile | undefined,
): SheetData {
  const head = ['列 Column', '字段 Field', '必填', '怎么填', 'What it takes'].map(headingCell);
  const rows = columns.map((column) => {
    const { zh, en } = meaning(kind, column);
    const choices = column.choices ? `；可选 ${column.choices.join('、')}` : '';
    return [column.heading, column.field, column.required ? '是' : '', `${zh}${choices}`, en].map(wrapped);
  });
  return [head, ...rows, [], ...LINES.map((line) => [wrapped(line)]), ...vocabulary(profile)];
}

const LINES = [
  '从第 6 行开始填写；第 5 行是示例，导入时自动跳过。 Fill from row 6; the example in row 5 is skipped.',
  '不清楚的请留空，不要填 0。 Leave blank what is unknown: 0 means zero.',
  '涉密成果不得填报。 Results that are not public must not be entered.',
];

function vocabulary(profile: Profile | undefined): SheetData {
  if (!profile) return [];
  return [
    [],
    ['领域 Sectors'].map(headingCell),
    ...profile.sectors.map(({ code, zh, en }) => [zh, code, '', '', en].map(wrapped)),
    [],
    ['服务能力 Capabilities'].map(headingCell),
    ...profile.capabilities.map(({ code, zh, en }) => [zh, code, '', '', en].map(wrapped)),
  ];
}

function meaning(kind: RecordKind, column: TemplateColumn) {
  return expectationOf(kind, column.explainedAs ?? column.field);
}

function noteOf(kind: RecordKind, column: TemplateColumn): string {
  return `${column.required ? '必填。' : ''}${meaning(kind, column).zh}`;
}

const HEADING = {
  fontWeight: 'bold',
  backgroundColor: '#E8EEF7',
  borderColor: '#9AA9C2',
  borderStyle: 'thin',
} as const;
const NOTE = { textColor: '#777777', fontStyle: 'italic', wrap: true, alignVertical: 'top' } as const;

function headingCell(text: string): CellObject {
  return { ...textCell(text), ...HEADING };
}

function wrapped(text: string): CellObject {
  return { ...textCell(text), wrap: true, alignVertical: 'top' };
}

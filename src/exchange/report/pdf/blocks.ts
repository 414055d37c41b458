/** Building blocks of a document: headings, paragraphs, tables, charts. */

import type { Bilingual } from '../../../domain/match.ts';
import { barChart } from '../charts/bar-chart.ts';
import type { Chart } from '../charts/report-charts.ts';
import type { Fact } from '../content/parties.ts';
import {
  type Cell,
  type Column,
  narrow,
  printed,
  type ReportTable,
  type Toned,
  toneOf,
} from '../content/table.ts';
import { sharesOf } from './column-shares.ts';
import type { Content, ContentStack, ContentText, TableCell } from './content-types.ts';
import { FAMILY } from './fonts.ts';
import type { Printable } from './printable.ts';

export const SOFT = '#5b6875';
export const LINE = '#9aa4af';
export const SHADE = '#eef2f6';

/** Chinese, and English small beside it. */
export function both({ zh, en }: Bilingual, print: Printable): ContentText {
  const chinese = { text: print.text(zh) };
  return en === '' || en === zh
    ? { text: [chinese] }
    : { text: [chinese, { text: `　${english(en, print)}`, style: 'en' }] };
}

/** Chinese, and English small below it: for the cells of a table. */
export function stacked({ zh, en }: Bilingual, print: Printable): ContentStack {
  if (en === '' || en === zh) return { stack: [{ text: print.text(zh) }] };
  return { stack: [{ text: print.text(zh) }, { text: english(en, print), style: 'en' }] };
}

export function heading(
  number: string,
  title: Bilingual,
  style: 'chapter' | 'section' | 'sheet',
  print: Printable,
  room = ROOM_BELOW,
): Content {
  return {
    stack: [{ stack: [headline(number, title, style, print), roomFor(room)], unbreakable: true }],
    margin: [0, 0, 0, -room],
  };
}

/** A heading that stays with a block that cannot be broken. */
export function headed(
  number: string,
  title: Bilingual,
  first: readonly Content[],
  print: Printable,
): Content {
  return { stack: [headline(number, title, 'chapter', print), ...first], unbreakable: true };
}

function headline(number: string, title: Bilingual, style: string, print: Printable): ContentText {
  return {
    text: [
      { text: `${number}${print.text(title.zh)}` },
      { text: `　${english(title.en, print)}`, style: 'en', bold: false },
    ],
    style,
  };
}

/**
 * A heading takes this much with it to the next page, and the room is given back behind it: so it never stands
 * alone at the foot of a page. (To ask the layout instead would lay out the whole document once for each break.)
 */
const ROOM_BELOW = 75;

function roomFor(height: number): Content {
  return { text: '', fontSize: 0.1, margin: [0, height, 0, 0] };
}

/** The font has quotation marks of full width only; English takes the plain ones. */
export function english(value: string, { text }: Printable): string {
  return text(value.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"'));
}

export function chart({ title, bars }: Chart, print: Printable): Content[] {
  if (bars.length === 0) return [];
  const drawn = bars.map((bar) => ({ ...bar, label: print.text(bar.label), note: print.text(bar.note) }));
  return [
    {
      stack: [
        { ...both(title, print), style: 'caption' },
        { svg: barChart(drawn, FAMILY), width: 470, margin: [0, 0, 0, 5] },
      ],
      unbreakable: true,
    },
  ];
}

/** A table with its name above it, which stays with its first rows. */
export function captioned(table: ReportTable, print: Printable, most?: number): Content[] {
  return [
    {
      stack: [
        {
          stack: [{ ...both(table.title, print), style: 'caption' }, roomFor(ROOM_BELOW)],
          unbreakable: true,
        },
      ],
      margin: [0, 0, 0, -ROOM_BELOW],
    },
    ...tableOf(table, print, most),
  ];
}

/** Rows beyond `most` are left out and counted. */
export function tableOf(table: ReportTable, print: Printable, most = Number.POSITIVE_INFINITY): Content[] {
  const { columns, rows, note, empty } = narrow(table);
  const noted: Content[] = note ? [{ ...both(note, print), style: 'note' }] : [];
  if (rows.length === 0) return [...noted, { ...both(empty, print), style: 'body' }];
  const shown = rows.slice(0, most);
  const cut: Content[] =
    rows.length > shown.length
      ? [
          {
            text: `共${rows.length}行，此处列前${shown.length}行，其余见本轮报告的表格文件（XLSX，可另行导出）。`,
            style: 'note',
          },
        ]
      : [];
  return [
    ...noted,
    grid(
      columns.map(({ head }) => head),
      shown.map((row) => row.map((cell, i) => cellOf(cell, columns[i]!, print))),
      sharesOf(columns),
      print,
    ),
    ...cut,
  ];
}

const TONES: Readonly<Record<Toned['tone'], string>> = { bad: '#f6d9d6', mid: '#fbecc8', good: '#e2f0e3' };

function cellOf(cell: Cell, column: Column, print: Printable): TableCell {
  const alignment = column.kind === 'count' || column.kind === 'share' ? 'right' : 'left';
  const tone = toneOf(cell);
  return {
    ...stacked(printed(cell, column), print),
    alignment,
    ...(tone ? { fillColor: TONES[tone] } : {}),
  };
}

/** A table with rules, its head on every page. */
export function grid(
  heads: readonly Bilingual[],
  body: readonly (readonly TableCell[])[],
  widths: readonly string[],
  print: Printable,
): Content {
  return {
    style: 'table',
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [...widths],
      body: [
        heads.map((head): TableCell => ({ ...stacked(head, print), style: 'head' })),
        ...body.map((row) => [...row]),
      ],
    },
    layout: LAYOUT,
  };
}

/** What is stated of one thing: name and value, line by line. */
export function factTable(list: readonly Fact[], print: Printable): Content {
  return {
    style: 'table',
    table: { widths: ['13%', '87%'], body: list.map((fact) => factCells(fact, print)), dontBreakRows: true },
    layout: LAYOUT,
  };
}

export function factCells(fact: Fact | undefined, print: Printable): TableCell[] {
  if (!fact) return [{ text: '' }, { text: '' }];
  const [name, value] = fact;
  const shown = typeof value === 'string' ? { text: print.text(value) } : stacked(value, print);
  return [{ text: print.text(name.zh), fillColor: SHADE }, shown];
}

export const LAYOUT = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => LINE,
  vLineColor: () => LINE,
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

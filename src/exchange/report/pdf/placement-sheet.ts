/** The sheet of one placement (对接单), about a page. */

import { type Bilingual, componentName, type ScoreComponent } from '../../../domain/match.ts';
import { carrierFacts, resultFacts } from '../content/parties.ts';
import type { PlacedEntry, Reader } from '../content/reader.ts';
import {
  dueDay,
  groundLines,
  NO_RISKS,
  quoteLine,
  recommendationFacts,
  riskLine,
  sheetTitle,
  shortfallLine,
  standingLine,
  stepText,
  sumLine,
} from '../content/sheet-lines.ts';
import { SECTIONS } from '../content/wording.ts';
import { both, factCells, factTable, grid, heading, LAYOUT, stacked } from './blocks.ts';
import { chineseNumber } from './chinese-number.ts';
import type { Content, TableCell } from './content-types.ts';
import type { Printable } from './printable.ts';
import { reviewBox } from './review-box.ts';

/** Quotes of a component that are printed; the data file has all. */
const QUOTES = 3;

export function placementSheet(
  reader: Reader,
  placed: PlacedEntry,
  number: number,
  print: Printable,
): Content[] {
  const sections: [Bilingual, Content[]][] = [
    [SECTIONS.parties, parties(reader, placed, print)],
    [SECTIONS.scores, scores(reader, placed, print)],
    [SECTIONS.shortfalls, list(placed.match.shortfalls.map(shortfallLine), print)],
    [SECTIONS.recommendation, [factTable(recommendationFacts(placed), print)]],
    [SECTIONS.risks, risks(placed, print)],
    [SECTIONS.steps, steps(reader, placed, print)],
    [SECTIONS.contribution, [{ ...both(placed.sheet.advice.contribution, print), style: 'small' }]],
  ];
  return [
    {
      text: `对接单${number}　${print.text(sheetTitle(placed))}`,
      style: 'sheet',
      pageBreak: number > 1 ? 'before' : undefined,
    },
    ...sections
      .filter(([, content]) => content.length > 0)
      .flatMap(([title, content], i) => [
        heading(`（${chineseNumber(i + 1)}）`, title, 'section', print),
        ...content,
      ]),
    reviewBox(print),
  ];
}

function parties(reader: Reader, placed: PlacedEntry, print: Printable): Content[] {
  const left = resultFacts(reader, placed);
  const right = carrierFacts(placed);
  const rows = Math.max(left.length, right.length);
  const body = Array.from({ length: rows }, (_, i) => [
    ...factCells(left[i], print),
    ...factCells(right[i], print),
  ]);
  return [
    {
      style: 'table',
      table: { widths: ['13%', '42%', '13%', '32%'], body, dontBreakRows: true },
      layout: LAYOUT,
    },
    { ...both(standingLine(reader, placed), print), style: 'small' },
  ];
}

function scores({ names }: Reader, { match }: PlacedEntry, print: Printable): Content[] {
  const row = ({
    name,
    value,
    assumed,
    weight,
    contribution,
    why,
    evidence,
  }: ScoreComponent): TableCell[] => [
    { text: print.text(componentName(name)) },
    { text: value === null ? `未知，按${(assumed ?? 0).toFixed(3)}` : value.toFixed(3), alignment: 'right' },
    { text: weight.toFixed(3), alignment: 'right' },
    { text: contribution.toFixed(3), alignment: 'right' },
    {
      stack: [
        stacked(why, print),
        ...evidence
          .slice(0, QUOTES)
          .map((one) => ({ text: print.text(quoteLine(one, names)), style: 'quote' })),
      ],
    },
  ];
  const heads: Bilingual[] = [
    { zh: '评分项', en: 'component' },
    { zh: '得分', en: 'value' },
    { zh: '权重', en: 'weight' },
    { zh: '贡献', en: 'contribution' },
    { zh: '依据', en: 'why, with quotes' },
  ];
  return [
    grid(heads, match.components.map(row), ['15%', '12%', '9%', '11%', '53%'], print),
    { ...both(sumLine(match), print), style: 'small' },
  ];
}

function list(lines: readonly Bilingual[], print: Printable): Content[] {
  if (lines.length === 0) return [];
  return [{ ol: lines.map((line) => both(line, print)), style: 'small' }];
}

function risks({ sheet }: PlacedEntry, print: Printable): Content[] {
  const found = sheet.advice.risks;
  if (found.length === 0) return [{ ...both(NO_RISKS, print), style: 'small' }];
  return [
    {
      ol: found.map((risk) => ({
        stack: [
          both(riskLine(risk), print),
          ...groundLines(risk).map((line) => ({ text: print.text(line), style: 'quote' })),
        ],
      })),
      style: 'small',
    },
  ];
}

function steps(reader: Reader, { sheet }: PlacedEntry, print: Printable): Content[] {
  const heads: Bilingual[] = [
    { zh: '序号', en: '' },
    { zh: '责任方', en: 'who' },
    { zh: '工作内容', en: 'what' },
    { zh: '建议期限', en: 'by' },
  ];
  const body = sheet.advice.steps.map((step, i): TableCell[] => [
    { text: String(i + 1), alignment: 'center' },
    stacked(step.actor, print),
    stacked(stepText(step), print),
    { text: dueDay(reader, step), alignment: 'center' },
  ]);
  return [grid(heads, body, ['7%', '24%', '54%', '15%'], print)];
}

/** The frame of the document: title block with rule, header and footer, styles, fixed dates. */

import type { Bilingual } from '../../../domain/match.ts';
import { chineseDay } from '../content/days.ts';
import { AUTHOR_NAMES, periodFacts } from '../content/header-facts.ts';
import type { Fact } from '../content/parties.ts';
import type { Reader } from '../content/reader.ts';
import { CHAPTERS, DISCLAIMER } from '../content/wording.ts';
import { english, LAYOUT, SHADE, SOFT, stacked } from './blocks.ts';
import type { Content, DocumentDefinition, TableCell } from './content-types.ts';
import { FAMILY } from './fonts.ts';
import type { Printable } from './printable.ts';

const RED = '#b3201b';
/** A4 less the margins. */
const LINE_WIDTH = 481;

export function frame(reader: Reader, content: Content[], print: Printable): DocumentDefinition {
  const { report, profile } = reader;
  const created = new Date(report.createdAt);
  const title = `${profile.district.zh}${CHAPTERS.title.zh}`;
  return {
    pageSize: 'A4',
    pageMargins: [57, 62, 57, 58],
    // nothing of the day or the machine goes into the file: the same report, the same bytes
    info: {
      title: print.text(title),
      subject: report.roundId,
      creator: 'jianyuan',
      producer: 'jianyuan',
      creationDate: created,
      modDate: created,
    },
    language: 'zh-CN',
    defaultStyle: { font: FAMILY, fontSize: 10, lineHeight: 1.3 },
    styles: STYLES,
    header: (page) =>
      page === 1
        ? null
        : {
            margin: [57, 30, 57, 0],
            columns: [
              { text: print.text(title), style: 'running' },
              { text: print.text(`编号：${report.roundId}`), style: 'running', alignment: 'right' },
            ],
          },
    footer: (page, pages) => ({
      margin: [57, 20, 57, 0],
      columns: [
        { text: `校验 sha256 ${report.hash.slice(0, 16)}`, style: 'running' },
        { text: `第 ${page} 页　共 ${pages} 页`, style: 'running', alignment: 'right' },
      ],
    }),
    content: [...titleBlock(reader, print), ...content],
  };
}

function titleBlock(reader: Reader, print: Printable): Content[] {
  const { report, profile } = reader;
  return [
    { text: print.text(profile.district.zh), style: 'district' },
    { text: print.text(CHAPTERS.title.zh), style: 'title' },
    { text: CHAPTERS.title.en, style: 'titleEn' },
    {
      columns: [
        { text: print.text(`编号：${report.roundId}`) },
        { text: chineseDay(report.createdAt), alignment: 'right' },
      ],
      fontSize: 10,
      margin: [0, 10, 0, 3],
    },
    {
      canvas: [
        { type: 'line', x1: 0, y1: 0, x2: LINE_WIDTH, y2: 0, lineWidth: 1.8, lineColor: RED },
        { type: 'line', x1: 0, y1: 3, x2: LINE_WIDTH, y2: 3, lineWidth: 0.6, lineColor: RED },
      ],
      margin: [0, 0, 0, 8],
    },
    headerTable(reader, print),
    { text: '（送审稿）', alignment: 'center', fontSize: 11, margin: [0, 0, 0, 4] },
    { text: print.text(DISCLAIMER.zh), style: 'note', alignment: 'center', margin: [0, 0, 0, 0] },
    { text: english(DISCLAIMER.en, print), style: 'note', alignment: 'center' },
  ];
}

/** Author, left to be filled in by hand, and period. */
function headerTable(reader: Reader, print: Printable): Content {
  const name = (label: Bilingual): TableCell => ({ ...stacked(label, print), fillColor: SHADE });
  const value = (of: Fact[1]): TableCell =>
    typeof of === 'string' ? { text: print.text(of) } : stacked(of, print);
  const authors = AUTHOR_NAMES.flatMap((label) => [name(label), { text: '\n' }]);
  const period = periodFacts(reader).flatMap(([label, of]) => [name(label), value(of)]);
  return {
    style: 'table',
    table: { widths: ['15%', '35%', '15%', '35%'], body: [authors, period], dontBreakRows: true },
    layout: LAYOUT,
    margin: [0, 0, 0, 6],
  };
}

const STYLES = {
  district: {
    fontSize: 15,
    bold: true,
    color: RED,
    alignment: 'center',
    characterSpacing: 4,
    margin: [0, 6, 0, 2],
  },
  title: { fontSize: 22, bold: true, color: RED, alignment: 'center' },
  titleEn: { fontSize: 9, color: SOFT, alignment: 'center' },
  chapter: { fontSize: 14, bold: true, margin: [0, 14, 0, 6] },
  section: { fontSize: 10.5, bold: true, margin: [0, 8, 0, 3] },
  sheet: { fontSize: 12, bold: true, margin: [0, 4, 0, 2], color: '#17457f' },
  body: { fontSize: 10.5, lineHeight: 1.5, leadingIndent: 21, margin: [0, 0, 0, 4] },
  small: { fontSize: 8.5, margin: [0, 2, 0, 2] },
  note: { fontSize: 8.5, color: SOFT, margin: [0, 0, 0, 4] },
  caption: { fontSize: 9.5, bold: true, margin: [0, 8, 0, 3] },
  table: { fontSize: 8, lineHeight: 1.2, margin: [0, 2, 0, 4] },
  head: { bold: true, fillColor: '#e3e9f0' },
  en: { fontSize: 6.5, color: SOFT },
  quote: { fontSize: 7, color: '#37424d' },
  running: { fontSize: 8, color: SOFT },
} satisfies DocumentDefinition['styles'];

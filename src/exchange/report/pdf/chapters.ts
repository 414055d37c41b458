/** The chapters of the document, numbered 一、二、三 in the order in which they come. */

import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import { funnelChart, loadChart, sectorChart } from '../charts/report-charts.ts';
import { concentrationTable } from '../content/concentration-table.ts';
import { decisionsTable } from '../content/decisions-table.ts';
import { demandsTable } from '../content/demands-table.ts';
import { differenceTable } from '../content/difference-table.ts';
import { gapGridPieces } from '../content/gap-grid-table.ts';
import { forecastsTable, gapsTable } from '../content/gaps-table.ts';
import { loadsTable } from '../content/loads-table.ts';
import { overviewTable } from '../content/overview-table.ts';
import { parksTable } from '../content/parks-table.ts';
import { placementsTable } from '../content/placements-table.ts';
import { plansTable } from '../content/plans-table.ts';
import type { Reader } from '../content/reader.ts';
import { refusedTable } from '../content/refused-table.ts';
import { targetsTable } from '../content/targets-table.ts';
import { lackingTable } from '../content/unplaced-table.ts';
import { CHAPTERS } from '../content/wording.ts';
import { worstServedTable } from '../content/worst-served-table.ts';
import { captioned, chart, english, headed, heading, tableOf } from './blocks.ts';
import { chineseNumber } from './chinese-number.ts';
import type { Content } from './content-types.ts';
import { parkSheet } from './park-sheet.ts';
import { placementSheet } from './placement-sheet.ts';
import type { Printable } from './printable.ts';
import { printedSheets, saysSheets } from './printed-sheets.ts';

export interface DocumentLimits {
  /** Placement sheets that are printed whole: the best of each purpose in turn. */
  readonly sheets: number;
  /** Rows of one table. */
  readonly rows: number;
}

interface Chapter {
  readonly title: { readonly zh: string; readonly en: string };
  /** A chart that stays with the heading. */
  readonly opening?: readonly Content[];
  /** Height that its first row needs, where it is more than usual. */
  readonly room?: number;
  readonly content: readonly Content[];
}

export function chapters(reader: Reader, print: Printable, { sheets, rows }: DocumentLimits): Content[] {
  const demands = demandsTable(reader);
  const refused = refusedTable(reader);
  const all: (Chapter | null)[] = [
    { title: CHAPTERS.overview, content: overview(reader, print) },
    { title: CHAPTERS.plans, content: tableOf(plansTable(reader), print) },
    demands && { title: CHAPTERS.demands, content: tableOf(demands, print, rows) },
    {
      title: CHAPTERS.placements,
      content: [...tableOf(placementsTable(reader), print, rows), ...chart(sectorChart(reader), print)],
    },
    { title: CHAPTERS.unplaced, content: tableOf(lackingTable(reader), print, rows) },
    {
      title: CHAPTERS.loads,
      opening: chart(loadChart(reader), print),
      content: tableOf(loadsTable(reader), print, rows),
    },
    {
      title: CHAPTERS.concentration,
      content: [
        ...tableOf(concentrationTable(reader), print, rows),
        ...captioned(worstServedTable(reader), print),
      ],
    },
    {
      title: CHAPTERS.parks,
      room: 180,
      content: [
        ...tableOf(parksTable(reader), print, rows),
        ...reader.report.parks.proposals.flatMap((park, i) => parkSheet(reader, park, i + 1, print)),
      ],
    },
    {
      title: CHAPTERS.gaps,
      room: 160,
      content: [
        ...gapGridPieces(reader).flatMap((piece) => captioned(piece, print)),
        ...captioned(gapsTable(reader, 'open'), print, rows),
        ...(refused ? captioned(refused, print, rows) : []),
        ...captioned(forecastsTable(reader), print, rows),
      ],
    },
    { title: CHAPTERS.targets, content: tableOf(targetsTable(reader), print, rows) },
    reader.report.terms.decisions.length > 0
      ? { title: CHAPTERS.decisions, content: tableOf(decisionsTable(reader), print, rows) }
      : null,
    reader.report.difference && {
      title: CHAPTERS.difference,
      content: tableOf(differenceTable(reader), print, rows),
    },
    reader.placed.length > 0 && sheets > 0
      ? { title: CHAPTERS.sheets, content: placementSheets(reader, print, sheets) }
      : null,
    { title: CHAPTERS.basis, content: basis(reader, print) },
  ];
  return all
    .filter((chapter) => chapter !== null)
    .flatMap(({ title, opening, room, content }, i) => {
      const number = `${chineseNumber(i + 1)}、`;
      const head = opening
        ? headed(number, title, opening, print)
        : heading(number, title, 'chapter', print, room);
      return [head, ...content];
    });
}

function overview(reader: Reader, print: Printable): Content[] {
  const { report, profile } = reader;
  const { totals, assignment, purposes } = report;
  const { measures } = assignment;
  const zh = [
    `本轮对接由${profile.district.zh}组织，共有${totals.results}项高校科技成果、${totals.carriers}家孵化载体参与，逐对比对${totals.pairs}对。`,
    ...purposes.map((purpose) => {
      const placed = assignment.placements.filter((p) => p.purpose === purpose).length;
      return `${PURPOSE_NAMES[purpose].zh}方面，推荐${totals.recommended[purpose]}对，覆盖成果${totals.resultsServed[purpose]}项，方案落位${placed}对。`;
    }),
    `方案总契合度${measures.totalAffinity.toFixed(3)}，超出名额${measures.overloads}个，未用名额${measures.unusedSlots}个。`,
  ].join('');
  const en = `${totals.results} results and ${totals.carriers} carriers were compared in ${totals.pairs} pairs; ${measures.placements} placements with a total affinity of ${measures.totalAffinity.toFixed(3)}, ${measures.overloads} beyond the slots.`;
  const obstacle = assignment.obstacle;
  return [
    { text: print.text(zh), style: 'body' },
    { text: print.text(en), style: 'note' },
    ...(obstacle
      ? [
          {
            text: print.text(`未能形成满足全部条件的方案：${obstacle.why.zh}；${obstacle.change.zh}。`),
            style: 'body',
          },
        ]
      : []),
    ...chart(funnelChart(reader), print),
  ];
}

function placementSheets(reader: Reader, print: Printable, most: number): Content[] {
  const shown = printedSheets(reader, most);
  const { zh, en } = saysSheets(reader, shown);
  return [
    { text: print.text(zh), style: 'body' },
    { text: english(en, print), style: 'note' },
    ...shown.flatMap((placed, i) => placementSheet(reader, placed, i + 1, print)),
  ];
}

function basis(reader: Reader, print: Printable): Content[] {
  return [
    {
      text: print.text(
        '本报告全部数字均由冻结的成果和载体资料、所列版本的引擎和词表计算得出，可凭数据文件逐项复算；校验值相同，内容即相同。对接日期为建议期限，自报告日期起算，逢周六、周日顺延至下周一，未计法定节假日；标注“一般”的为通行做法，以各单位规定为准。',
      ),
      style: 'body',
    },
    ...tableOf(overviewTable(reader, false), print),
  ];
}

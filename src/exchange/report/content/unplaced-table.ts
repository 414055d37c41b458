import type { Bilingual } from '../../../domain/match.ts';
import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import type { Reader } from './reader.ts';
import { filled, type ReportTable, share, text } from './table.ts';
import { CHAPTERS, UNPLACED_REASONS, UNSTATED } from './wording.ts';

/** A result that needs, or asks for, no pilot production lacks no pilot partner. */
const NOT_A_LACK: ReadonlySet<string> = new Set(['no_pilot_needed', 'pilot_not_asked']);

/** Every result and purpose without a placement, and why. */
export function unplacedTable(reader: Reader): ReportTable {
  return tableOf(reader, reader.report.assignment.unplaced, null);
}

/** Those that lack a carrier: on paper the many that need no pilot would hide them, and are only counted. */
export function lackingTable(reader: Reader): ReportTable {
  const { unplaced } = reader.report.assignment;
  const lacking = unplaced.filter(({ resultId, purpose }) => {
    const noFit = reader.entry(resultId)?.noFits.find((one) => one.purpose === purpose);
    return noFit === undefined || !NOT_A_LACK.has(noFit.reason);
  });
  const others = unplaced.length - lacking.length;
  if (others === 0) return tableOf(reader, lacking, null);
  return tableOf(reader, lacking, {
    zh: `另有${others}项成果不需要或未提出中试，不在此列，见本轮报告的表格文件（XLSX，可另行导出）。`,
    en: `${others} more need or ask for no pilot production: they are in the report’s XLSX file only.`,
  });
}

type Unplaced = Reader['report']['assignment']['unplaced'];

function tableOf({ entry, carrier }: Reader, unplaced: Unplaced, note: Bilingual | null): ReportTable {
  const rows = unplaced.flatMap((one) => {
    const found = entry(one.resultId);
    if (!found) return [];
    const noFit = found.noFits.find(({ purpose }) => purpose === one.purpose);
    return [{ ...one, result: found.result, noFit, nearest: one.wanted[0] ?? noFit?.nearest }];
  });
  return {
    sheet: '未落位成果',
    title: CHAPTERS.unplaced,
    note,
    ...filled(rows, [
      text('成果', 'result', 36, ({ result }) => result.title),
      text('完成单位', 'university', 18, ({ result }) => result.university ?? UNSTATED),
      text('用途', 'purpose', 16, ({ purpose }) => PURPOSE_NAMES[purpose]),
      text('情况', 'case', 22, ({ reason }) => UNPLACED_REASONS[reason]),
      text('原因', 'why', 40, ({ noFit, reason }) => noFit?.why ?? (reason === 'capacity' ? FULL : null)),
      text(
        '最接近或已满的载体',
        'nearest or full carriers',
        30,
        ({ wanted, nearest }) =>
          wanted.map(({ carrierId }) => carrier(carrierId)).join('、') ||
          (nearest ? carrier(nearest.carrierId) : null),
      ),
      share('契合度', 'affinity', 11, ({ nearest }) => nearest?.affinity ?? null),
    ]),
    empty: note
      ? { zh: '需要载体的成果均已落位。', en: 'Every result that needs a carrier has one.' }
      : { zh: '各项成果均已落位。', en: 'Every result has a placement.' },
  };
}

const FULL: Bilingual = {
  zh: '推荐的载体已按全局最优承接其他成果，可增加名额或转入下轮',
  en: 'its carriers take other results in the best plan: add slots, or wait for the next round',
};

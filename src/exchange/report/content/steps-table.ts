import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import type { Reader } from './reader.ts';
import { dueDay } from './sheet-lines.ts';
import { count, type ReportTable, text } from './table.ts';
import { SECTIONS } from './wording.ts';

/** Who does what by when, for all placements: to sort by date or by who acts. */
export function stepsTable(reader: Reader): ReportTable {
  return {
    sheet: '下一步工作',
    title: SECTIONS.steps,
    note: {
      zh: '期限为建议，自报告日期起算，逢周六、周日顺延至下周一，未计法定节假日；标注“一般”的为通行做法，以各单位规定为准。',
      en: 'Days are proposals, counted from the date of the report, weekends moved to Monday, public holidays not counted in; usual practice gives way to the rules of each side.',
    },
    columns: [
      { head: { zh: '建议期限', en: 'by' }, kind: 'day', width: 12 },
      text('责任方', 'who', 24),
      text('工作内容', 'what', 50),
      text('成果', 'result', 36),
      text('载体', 'carrier', 26),
      text('用途', 'purpose', 14),
      count('步骤', 'step', 8),
      count('至少天数', 'days at least', 10),
      text('性质', 'kind', 16),
    ],
    rows: reader.placed.flatMap(({ entry, sheet }) =>
      sheet.advice.steps.map((step, i) => [
        dueDay(reader, step),
        step.actor,
        step.what,
        entry.result.title,
        sheet.carrier.name,
        PURPOSE_NAMES[sheet.purpose],
        i + 1,
        step.leastDays,
        step.customary ? { zh: '一般', en: 'usual practice' } : { zh: '本表安排', en: 'of this report' },
      ]),
    ),
    empty: { zh: '本轮没有落位的成果。', en: 'No result was placed in this round.' },
  };
}

import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import type { Reader } from './reader.ts';
import { dueDay } from './sheet-lines.ts';
import { count, day, filled, type ReportTable, text } from './table.ts';
import { SECTIONS } from './wording.ts';

/** Who does what by when, for all placements: to sort by date or by who acts. */
export function stepsTable(reader: Reader): ReportTable {
  const steps = reader.placed.flatMap(({ entry, sheet }) =>
    sheet.advice.steps.map((step, i) => ({ entry, sheet, step, number: i + 1 })),
  );
  return {
    sheet: '下一步工作',
    title: SECTIONS.steps,
    note: {
      zh: '期限为建议，自报告日期起算，逢周六、周日顺延至下周一，未计法定节假日；标注“一般”的为通行做法，以各单位规定为准。',
      en: 'Days are proposals, counted from the date of the report, weekends moved to Monday, public holidays not counted in; usual practice gives way to the rules of each side.',
    },
    ...filled(steps, [
      day('建议期限', 'by', 12, ({ step }) => dueDay(reader, step)),
      text('责任方', 'who', 24, ({ step }) => step.actor),
      text('工作内容', 'what', 50, ({ step }) => step.what),
      text('成果', 'result', 36, ({ entry }) => entry.result.title),
      text('载体', 'carrier', 26, ({ sheet }) => sheet.carrier.name),
      text('用途', 'purpose', 14, ({ sheet }) => PURPOSE_NAMES[sheet.purpose]),
      count('步骤', 'step', 8, ({ number }) => number),
      count('至少天数', 'days at least', 10, ({ step }) => step.leastDays),
      text('性质', 'kind', 16, ({ step }) =>
        step.customary ? { zh: '一般', en: 'usual practice' } : { zh: '本表安排', en: 'of this report' },
      ),
    ]),
    empty: { zh: '本轮没有落位的成果。', en: 'No result was placed in this round.' },
  };
}

import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import { basisLine } from './placements-table.ts';
import type { Reader } from './reader.ts';
import { count, filled, type ReportTable, share, text } from './table.ts';
import { UNSTATED } from './wording.ts';

/** Whom the plan serves worst, by name: where a reviewer looks first. */
export function worstServedTable({ report, entry, title, carrier }: Reader): ReportTable {
  return {
    sheet: '契合度最低',
    title: { zh: '契合度最低的落位', en: 'Placements that serve worst' },
    note: {
      zh: '本方案中契合度最低的落位，建议优先复核。',
      en: 'The placements of the lowest affinity: to be looked at first.',
    },
    ...filled(report.assignment.worst, [
      text('成果', 'result', 36, ({ resultId }) => title(resultId)),
      text('完成单位', 'university', 20, ({ resultId }) => entry(resultId)?.result.university ?? UNSTATED),
      text('载体', 'carrier', 28, ({ carrierId }) => carrier(carrierId)),
      text('用途', 'purpose', 14, ({ purpose }) => PURPOSE_NAMES[purpose]),
      share('契合度', 'affinity', 9, ({ affinity }) => affinity),
      count('名次', 'rank', 7, ({ rank }) => rank),
      text('确定依据', 'basis', 14, basisLine),
    ]),
    empty: { zh: '本轮没有落位的成果。', en: 'No result was placed in this round.' },
  };
}

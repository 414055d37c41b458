import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import { RETURN_REASON_NAMES } from '../../../domain/review.ts';
import type { Reader } from './reader.ts';
import { filled, type ReportTable, text } from './table.ts';
import { CHAPTERS, VERDICT_OF_REVIEW_NAMES } from './wording.ts';

/** Decisions of earlier reviews to which this plan keeps. */
export function decisionsTable({ report, title, carrier }: Reader): ReportTable {
  return {
    sheet: '既往审核',
    title: CHAPTERS.decisions,
    note: {
      zh: '本方案照办的审核决定：同意的保留，退回、不同意和回避的不再安排。',
      en: 'The plan keeps to them: what was approved stays, what was returned, rejected or in conflict is kept apart.',
    },
    ...filled(report.terms.decisions, [
      text('成果', 'result', 40, ({ resultId }) => title(resultId)),
      text('载体', 'carrier', 30, ({ carrierId }) => carrier(carrierId)),
      text('用途', 'purpose', 14, ({ purpose }) => PURPOSE_NAMES[purpose]),
      text('审核意见', 'decision', 12, ({ verdict }) => VERDICT_OF_REVIEW_NAMES[verdict]),
      text('原因', 'reason', 20, ({ reason }) => reason && RETURN_REASON_NAMES[reason]),
    ]),
    empty: { zh: '没有须照办的既往审核决定。', en: 'There are no earlier decisions to keep to.' },
  };
}

import type { Bilingual } from '../../../domain/match.ts';
import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import type { Pair } from '../../../domain/review.ts';
import type { Reader } from './reader.ts';
import { filled, type ReportTable, text } from './table.ts';
import { CHAPTERS } from './wording.ts';

/** The placements that this round adds to and takes from the last one. */
export function differenceTable({ report: { difference, assignment }, title, carrier }: Reader): ReportTable {
  const changed = (pairs: readonly Pair[] = [], change: Bilingual) =>
    pairs.map((pair) => ({ ...pair, change }));
  const changes = [
    ...changed(difference?.added, { zh: '新增', en: 'added' }),
    ...changed(difference?.removed, { zh: '取消', en: 'removed' }),
  ];
  return {
    sheet: '与上轮比较',
    title: CHAPTERS.difference,
    note: difference && {
      zh: `对照轮次${difference.previous}：保留${difference.kept}对，新增${difference.added.length}对，取消${difference.removed.length}对。`,
      en: `Against ${difference.previous}: ${difference.kept} kept, ${difference.added.length} added, ${difference.removed.length} removed.`,
    },
    ...filled(changes, [
      text('变化', 'change', 10, ({ change }) => change),
      text('成果', 'result', 40, ({ resultId }) => title(resultId)),
      text('载体', 'carrier', 30, ({ carrierId }) => carrier(carrierId)),
      text('用途', 'purpose', 12, ({ purpose }) => PURPOSE_NAMES[purpose]),
    ]),
    empty: difference
      ? { zh: '与上轮方案相同，没有变化。', en: 'The plan is the same as in the last round.' }
      : assignment.obstacle
        ? { zh: '本轮未能排定方案，不与上轮比较。', en: 'There is no plan to compare with the last one.' }
        : { zh: '本轮没有指定对照的上一轮。', en: 'No earlier round was named to compare with.' },
  };
}

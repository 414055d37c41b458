import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import type { Reader } from './reader.ts';
import { count, filled, type ReportTable, text } from './table.ts';
import { CHAPTERS, UNSTATED } from './wording.ts';

/** Results that may go to another number of carriers than the others; null where there are none. */
export function demandsTable({ report, title, entry }: Reader): ReportTable | null {
  const { purposes, terms, assignment } = report;
  const placed = new Map<string, number>();
  for (const { resultId, purpose } of assignment.placements) {
    const key = `${purpose} ${resultId}`;
    placed.set(key, (placed.get(key) ?? 0) + 1);
  }
  const own = (terms.demands ?? []).flatMap(({ resultId, ...mosts }) =>
    purposes.flatMap((purpose) => {
      const most = mosts[purpose];
      return most === undefined ? [] : [{ resultId, purpose, most }];
    }),
  );
  if (own.length === 0) return null;
  const general = (language: 'zh' | 'en', between: string) =>
    purposes
      .map((purpose) => `${PURPOSE_NAMES[purpose][language]} ${terms.perResult[purpose]}`)
      .join(between);
  return {
    sheet: '单独确定家数',
    title: CHAPTERS.demands,
    note: {
      zh: `下列成果单独确定最多落位家数，其余成果按统一家数（${general('zh', '、')}）。`,
      en: `These results have a number of carriers of their own; all others: ${general('en', ', ')}.`,
    },
    ...filled(own, [
      text('成果', 'result', 36, ({ resultId }) => title(resultId)),
      text('完成单位', 'university', 18, ({ resultId }) => entry(resultId)?.result.university ?? UNSTATED),
      text('用途', 'purpose', 16, ({ purpose }) => PURPOSE_NAMES[purpose]),
      count('最多落位家数', 'carriers at most', 11, ({ most }) => most),
      count('已落位家数', 'placed', 11, ({ purpose, resultId }) => placed.get(`${purpose} ${resultId}`) ?? 0),
      text('成果编号', 'result id', 18, ({ resultId }) => resultId),
    ]),
    empty: { zh: '', en: '' },
  };
}

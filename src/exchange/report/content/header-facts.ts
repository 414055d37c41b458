/** What stands at the head of a report beside number and date: who drew it up, and the time that it covers. */
import type { Bilingual } from '../../../domain/match.ts';
import { beijingTime } from './days.ts';
import type { Fact } from './parties.ts';
import type { Reader } from './reader.ts';

/** Whoever files the report writes it in: no record and no profile names the bureau that draws it up, nor a person. */
export const AUTHOR_NAMES: readonly Bilingual[] = [
  { zh: '编制单位', en: 'drawn up by' },
  { zh: '编制人', en: 'person' },
];

/** As of when the records count, and against which round the plan is compared: both are in the report's data. */
export function periodFacts({ report }: Pick<Reader, 'report'>): Fact[] {
  return [
    [{ zh: '数据截止时点', en: 'period: records as of' }, beijingTime(report.createdAt)],
    [{ zh: '对比上一轮', en: 'compared with round' }, comparedWith(report)],
  ];
}

function comparedWith({ difference, assignment }: Reader['report']): Bilingual | string {
  if (difference) return difference.previous;
  return assignment.obstacle
    ? { zh: '本轮未能排定方案，不作比较', en: 'no plan, nothing to compare' }
    : { zh: '无（没有可对比的上一轮）', en: 'none' };
}

import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import type { Reader } from './reader.ts';
import { count, filled, type ReportTable, text, wide } from './table.ts';

/** Subjects for which results find nobody, because who would fit turns them away; null where there are none. */
export function refusedTable({ report, title, carrier }: Reader): ReportTable | null {
  const { refused } = report.gaps;
  if (!refused) return null;
  return {
    sheet: '拒收缺口',
    title: { zh: '因载体不接收形成的缺口', en: 'Gaps left by what carriers turn away' },
    note: {
      zh: '所列成果没有载体可推荐，原因仅在于其余条件相符的载体均写明不接收或不具备该项内容。同一成果可因不同内容列入多行，各行不相加。',
      en: 'Nobody is recommended for these results, only because every carrier that would fit otherwise says that it does not take, or has not got, the subject. One result may stand in several lines; they do not add up.',
    },
    ...filled(refused, [
      text('拒收内容', 'subject', 18, ({ subject }) => subject),
      text('用途', 'purpose', 14, ({ purpose }) => PURPOSE_NAMES[purpose]),
      count('成果项数', 'results', 8, ({ results }) => results.length),
      count('载体家数', 'carriers', 8, ({ carriers }) => carriers.length),
      text('载体及其原文', 'carriers, in their words', 44, ({ carriers }) =>
        carriers.map(({ carrierId, quote }) => `${carrier(carrierId)}（“${quote}”）`).join('；'),
      ),
      text('说明', 'why', 40, ({ why }) => why),
      wide(text('成果', 'results', 60, ({ results }) => results.map(title).join('、'))),
    ]),
    empty: { zh: '没有成果仅因载体不接收而无处承接。', en: 'No result is left for a refusal alone.' },
  };
}

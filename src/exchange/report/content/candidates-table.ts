import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import { verdictName } from '../names.ts';
import type { Reader } from './reader.ts';
import { count, type ReportTable, share, text } from './table.ts';
import { UNSTATED } from './wording.ts';

/** All matches that the round kept of each result, the alternates of its placements among them. */
export function candidatesTable({ report, carrier }: Reader): ReportTable {
  return {
    sheet: '候选与备选',
    title: { zh: '候选与备选', en: 'Candidates and alternates' },
    note: {
      zh: '每项成果保留的匹配结果；“落位”为本方案选定，同一成果其余“推荐”即为备选。',
      en: 'The matches kept of each result; placed: chosen by the plan; the other recommended ones are its alternates.',
    },
    columns: [
      text('成果', 'result', 40),
      text('完成单位', 'university', 20),
      text('用途', 'purpose', 12),
      count('名次', 'rank', 7),
      text('载体', 'carrier', 30),
      share('契合度', 'affinity'),
      share('综合分', 'score'),
      text('结论', 'verdict', 18),
      text('本轮安排', 'in the plan', 12),
      text('理由', 'why', 70),
    ],
    rows: report.entries.flatMap(({ result, matches, placements }) => {
      const placed = new Set(placements.map(({ purpose, carrierId }) => `${purpose} ${carrierId}`));
      return matches.map((match) => {
        const chosen = placed.has(`${match.purpose} ${match.carrierId}`);
        const alternate = match.verdict === 'recommended' ? { zh: '备选', en: 'alternate' } : null;
        return [
          result.title,
          result.university ?? UNSTATED,
          PURPOSE_NAMES[match.purpose],
          match.rank,
          carrier(match.carrierId),
          match.affinity,
          match.score,
          verdictName(match.verdict),
          chosen ? { zh: '落位', en: 'placed' } : alternate,
          match.summary,
        ];
      });
    }),
    empty: { zh: '本轮没有可参考的匹配。', en: 'There are no matches in this round.' },
  };
}

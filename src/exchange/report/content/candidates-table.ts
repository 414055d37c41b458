import type { Bilingual, Match } from '../../../domain/match.ts';
import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import type { ReportEntry } from '../../../domain/round.ts';
import { verdictName } from '../names.ts';
import type { Reader } from './reader.ts';
import { count, filled, type ReportTable, share, text } from './table.ts';
import { UNSTATED } from './wording.ts';

/** All matches that the round kept of each result, the alternates of its placements among them. */
export function candidatesTable({ report, carrier }: Reader): ReportTable {
  const matches = report.entries.flatMap(({ result, placements, matches: own }) =>
    own.map((match) => ({ result, placements, match })),
  );
  return {
    sheet: '候选与备选',
    title: { zh: '候选与备选', en: 'Candidates and alternates' },
    note: {
      zh: '每项成果保留的匹配结果；“落位”为本方案选定，同一成果其余“推荐”即为备选。',
      en: 'The matches kept of each result; placed: chosen by the plan; the other recommended ones are its alternates.',
    },
    ...filled(matches, [
      text('成果', 'result', 40, ({ result }) => result.title),
      text('完成单位', 'university', 20, ({ result }) => result.university ?? UNSTATED),
      text('用途', 'purpose', 12, ({ match }) => PURPOSE_NAMES[match.purpose]),
      count('名次', 'rank', 7, ({ match }) => match.rank),
      text('载体', 'carrier', 30, ({ match }) => carrier(match.carrierId)),
      share('契合度', 'affinity', 10, ({ match }) => match.affinity),
      share('综合分', 'score', 10, ({ match }) => match.score),
      text('结论', 'verdict', 18, ({ match }) => verdictName(match.verdict)),
      text('本轮安排', 'in the plan', 12, ({ match, placements }) => inPlan(match, placements)),
      text('理由', 'why', 70, ({ match }) => match.summary),
    ]),
    empty: { zh: '本轮没有可参考的匹配。', en: 'There are no matches in this round.' },
  };
}

function inPlan(
  { purpose, carrierId, verdict }: Match,
  placements: ReportEntry['placements'],
): Bilingual | null {
  if (placements.some((placed) => placed.purpose === purpose && placed.carrierId === carrierId))
    return { zh: '落位', en: 'placed' };
  return verdict === 'recommended' ? { zh: '备选', en: 'alternate' } : null;
}

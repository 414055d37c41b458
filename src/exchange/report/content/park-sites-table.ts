import { PARK_ACTIVITY_NAMES, type ParkProposal, type SitedActivity } from '../../../domain/park.ts';
import type { Reader } from './reader.ts';
import { type Cell, type ReportTable, text, wide } from './table.ts';

const SIDES = {
  institute: { zh: '研究院（高校）', en: 'institute (university)' },
  park: { zh: '产业园（区内）', en: 'park (district)' },
} as const;

/** 研发在高校、孵化转化在区内: what is done where. */
export function parkSitesTable(
  { report }: Reader,
  parks: readonly ParkProposal[] = report.parks.proposals,
): ReportTable {
  return {
    sheet: '园区分工',
    title: { zh: '两侧分工', en: 'Who does what, where' },
    note: null,
    columns: [
      wide(text('园区', 'park', 36)),
      text('一侧', 'side', 16),
      text('活动', 'activity', 14),
      text('地点', 'site', 30),
      text('说明', 'why', 40),
    ],
    rows: parks.flatMap((park) => {
      const row =
        (side: keyof typeof SIDES) =>
        ({ activity, site, why }: SitedActivity): Cell[] => [
          park.theme.name,
          SIDES[side],
          PARK_ACTIVITY_NAMES[activity],
          site.name,
          why,
        ];
      return [...park.institute.map(row('institute')), ...park.park.map(row('park'))];
    }),
    empty: { zh: '本轮没有形成建园建议。', en: 'No park is proposed in this round.' },
  };
}

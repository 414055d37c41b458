import { PARK_ACTIVITY_NAMES, type ParkProposal } from '../../../domain/park.ts';
import type { Reader } from './reader.ts';
import { filled, type ReportTable, text, wide } from './table.ts';

const SIDES = {
  institute: { zh: '研究院（高校）', en: 'institute (university)' },
  park: { zh: '产业园（区内）', en: 'park (district)' },
} as const;

/** 研发在高校、孵化转化在区内: what is done where. */
export function parkSitesTable(
  { report }: Reader,
  parks: readonly ParkProposal[] = report.parks.proposals,
): ReportTable {
  const sited = parks.flatMap((park) =>
    (['institute', 'park'] as const).flatMap((side) => park[side].map((one) => ({ ...one, park, side }))),
  );
  return {
    sheet: '园区分工',
    title: { zh: '两侧分工', en: 'Who does what, where' },
    note: null,
    ...filled(sited, [
      wide(text('园区', 'park', 36, ({ park }) => park.theme.name)),
      text('一侧', 'side', 16, ({ side }) => SIDES[side]),
      text('活动', 'activity', 14, ({ activity }) => PARK_ACTIVITY_NAMES[activity]),
      text('地点', 'site', 30, ({ site }) => site.name),
      text('说明', 'why', 40, ({ why }) => why),
    ]),
    empty: { zh: '本轮没有形成建园建议。', en: 'No park is proposed in this round.' },
  };
}

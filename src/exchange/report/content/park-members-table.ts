import type { Bilingual } from '../../../domain/match.ts';
import type { ParkProposal, ParkStage } from '../../../domain/park.ts';
import type { Reader } from './reader.ts';
import { count, filled, type ReportTable, share, text, wide } from './table.ts';

const STAGE_NAMES: Readonly<Record<ParkStage, Bilingual>> = {
  proof: { zh: '概念验证', en: 'proof' },
  bench: { zh: '小试', en: 'bench' },
  pilot: { zh: '中试', en: 'pilot' },
  demonstration: { zh: '示范验证', en: 'demonstration' },
  production: { zh: '产业化', en: 'production' },
};

/** Who belongs together, in the order of joining, and what each one adds to the park's value. */
export function parkMembersTable(
  { report, title }: Reader,
  parks: readonly ParkProposal[] = report.parks.proposals,
): ReportTable {
  const members = parks.flatMap((park) =>
    park.members.map((member, i) => ({ ...member, park, number: i + 1 })),
  );
  return {
    sheet: '园区成果',
    title: { zh: '入园成果', en: 'Results of the park' },
    note: {
      zh: '按加入次序排列；边际贡献为该成果加入时园区价值的增加值，各项之和等于园区价值。未列入候选，或载体不具备其所需工艺、条件的，契合度空缺，按0计。',
      en: 'In the order of joining; the gain is what the park’s value rises by as the result joins, and all gains sum to the value. A pair that is no candidate, or fails a process or condition that the result needs, is left blank and counts 0.',
    },
    ...filled(members, [
      wide(text('园区', 'park', 36, ({ park }) => park.theme.name)),
      count('次序', 'no.', 8, ({ number }) => number),
      text('成果', 'result', 30, ({ resultId }) => title(resultId)),
      text('高校', 'university', 18, ({ university }) => university),
      text('环节', 'stage', 12, ({ stage }) => stage && STAGE_NAMES[stage]),
      share('边际贡献', 'gain', 10, ({ gain }) => gain),
      share('承载契合度', 'with host', 11, ({ hostAffinity }) => hostAffinity),
      share('中试契合度', 'with pilot', 11, ({ pilotAffinity }) => pilotAffinity),
      text('理由', 'why', 40, ({ why }) => why),
      wide(text('承接载体', 'host', 24, ({ park, hostCarrierId }) => hostName(park, hostCarrierId))),
      wide(text('成果编号', 'result id', 18, ({ resultId }) => resultId)),
    ]),
    empty: { zh: '本轮没有形成建园建议。', en: 'No park is proposed in this round.' },
  };
}

function hostName({ hosts }: ParkProposal, id: string | null | undefined): string | null {
  return hosts.find(({ carrierId }) => carrierId === id)?.name ?? null;
}

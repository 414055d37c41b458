import type { Bilingual } from '../../../domain/match.ts';
import type { ParkProposal, SharedCapability } from '../../../domain/park.ts';
import type { Reader } from './reader.ts';
import { count, filled, type ReportTable, text, wide } from './table.ts';

const ROLES: Readonly<Record<NonNullable<SharedCapability['provider']>['role'], Bilingual>> = {
  host: { zh: '承载载体', en: 'the host' },
  pilot: { zh: '中试平台', en: 'the pilot platform' },
  district: { zh: '区内其他载体', en: 'another carrier of the district' },
};

const NOBODY: Bilingual = { zh: '区内暂无', en: 'nobody in the district' };

/** What the members ask for, most wanted first, and who offers it. */
export function parkNeedsTable(
  { report, title }: Reader,
  parks: readonly ParkProposal[] = report.parks.proposals,
): ReportTable {
  const needs = parks.flatMap((park) => park.shared.map((need) => ({ ...need, park })));
  return {
    sheet: '园区共性需求',
    title: { zh: '共性能力需求', en: 'Capabilities that members ask for' },
    note: null,
    ...filled(needs, [
      wide(text('园区', 'park', 36, ({ park }) => park.theme.name)),
      text('能力', 'capability', 20, ({ name }) => name),
      count('提出成果', 'results asking', 10, ({ resultIds }) => resultIds.length),
      text('由谁提供', 'offered by', 28, ({ provider }) => provider?.name ?? NOBODY),
      text('提供方', 'role', 18, ({ provider }) => provider && ROLES[provider.role]),
      wide(text('成果', 'results', 60, ({ resultIds }) => resultIds.map(title).join('；'))),
    ]),
    empty: { zh: '成员没有以文字提出能力需求。', en: 'No member asks for a capability in words.' },
  };
}

import type { GapState } from '../../../domain/gap.ts';
import type { Bilingual } from '../../../domain/match.ts';
import type { Reader } from './reader.ts';
import { count, filled, type ReportTable, share, text, wide } from './table.ts';
import { CHAPTERS } from './wording.ts';

const STATE_NAMES: Readonly<Record<GapState, Bilingual>> = {
  missing: { zh: '无载体具备', en: 'nobody has it' },
  partner: { zh: '仅合作方具备', en: 'partners only' },
  scarce: { zh: '名额不足', en: 'too few slots' },
  covered: { zh: '可满足', en: 'covered' },
};

const STATES: readonly GapState[] = ['missing', 'partner', 'scarce', 'covered'];

/** What results ask for by sector and capability, against who has it; the widest gap first. `open`: without what is covered. */
export function gapsTable(
  { report, sector, profile, title, carrier }: Reader,
  shown: 'all' | 'open' = 'all',
): ReportTable {
  const names = new Map(profile.capabilities.map(({ code, zh, en }) => [code, { zh, en }]));
  const cells = report.gaps.cells
    .filter(({ state }) => shown === 'all' || state !== 'covered')
    .sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || b.results.length - a.results.length);
  return {
    sheet: '缺口',
    title: CHAPTERS.gaps,
    note: {
      zh: '按领域和能力统计：成果以文字提出的需求，与本领域载体自有、合作方所有的能力对照。',
      en: 'By sector and capability: what results ask for in words, against what carriers of the sector have themselves or through partners.',
    },
    ...filled(cells, [
      text('领域', 'sector', 18, (cell) => sector(cell.sector)),
      text('能力', 'capability', 22, ({ capability }) => names.get(capability) ?? capability),
      text('情况', 'state', 16, ({ state }) => STATE_NAMES[state]),
      count('提出需求的成果', 'results asking', 9, ({ results }) => results.length),
      count('自有能力的载体', 'carriers having it', 9, ({ carriers }) => carriers.length),
      count('仅合作方有的载体', 'carriers by partners', 9, ({ partners }) => partners.length),
      count('名额', 'slots', 8, ({ slots }) => slots),
      wide(text('成果', 'results', 60, ({ results }) => results.map(title).join('、'))),
      wide(text('载体', 'carriers', 60, ({ carriers }) => carriers.map(carrier).join('、'))),
    ]),
    empty: { zh: '没有未满足的能力需求。', en: 'No capability that is asked for in words is lacking.' },
  };
}

/** What a new facility would bring, the plan solved again with each. */
export function forecastsTable({ report, sector, title }: Reader): ReportTable {
  return {
    sheet: '补缺测算',
    title: { zh: '补缺测算', en: 'What a new facility would bring' },
    note: {
      zh: '每行为增加一项条件后重新求解全部方案的结果，不相加。',
      en: 'Each line: the whole plan solved again with one facility more; the lines do not add up.',
    },
    ...filled(report.gaps.forecasts, [
      text('新增条件', 'facility', 26, ({ name }) => name),
      text('领域', 'sector', 16, (line) => sector(line.sector)),
      count('名额', 'slots', 8, ({ slots }) => slots),
      count('增加落位', 'placements', 12, ({ placements }) => placements),
      share('增加总契合度', 'total affinity', 11, ({ totalAffinity }) => totalAffinity),
      text('说明', 'why', 44, ({ why }) => why),
      wide(
        text('可承接成果', 'results it would take', 60, ({ takes }) =>
          [...new Set(takes.map(title))].join('、'),
        ),
      ),
    ]),
    empty: report.assignment.obstacle
      ? { zh: '未能排定方案，未作测算。', en: 'Without a plan there are no forecasts.' }
      : { zh: '没有一项新增条件能带来更多落位。', en: 'No single new facility would place more.' },
  };
}

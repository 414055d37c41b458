import type { GapState } from '../../../domain/gap.ts';
import type { Bilingual } from '../../../domain/match.ts';
import type { Reader } from './reader.ts';
import { type Cell, count, type ReportTable, share, text, wide } from './table.ts';
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
    columns: [
      text('领域', 'sector', 18),
      text('能力', 'capability', 22),
      text('情况', 'state', 16),
      count('提出需求的成果', 'results asking', 9),
      count('自有能力的载体', 'carriers having it', 9),
      count('仅合作方有的载体', 'carriers by partners', 9),
      count('名额', 'slots', 8),
      wide(text('成果', 'results', 60)),
      wide(text('载体', 'carriers', 60)),
    ],
    rows: cells.map((cell): Cell[] => [
      sector(cell.sector),
      names.get(cell.capability) ?? cell.capability,
      STATE_NAMES[cell.state],
      cell.results.length,
      cell.carriers.length,
      cell.partners.length,
      cell.slots,
      cell.results.map(title).join('、'),
      cell.carriers.map(carrier).join('、'),
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
    columns: [
      text('新增条件', 'facility', 26),
      text('领域', 'sector', 16),
      count('名额', 'slots', 8),
      count('增加落位', 'placements', 12),
      share('增加总契合度', 'total affinity', 11),
      text('说明', 'why', 44),
      wide(text('可承接成果', 'results it would take', 60)),
    ],
    rows: report.gaps.forecasts.map((line) => [
      line.name,
      sector(line.sector),
      line.slots,
      line.placements,
      line.totalAffinity,
      line.why,
      [...new Set(line.takes.map(title))].join('、'),
    ]),
    empty: report.assignment.obstacle
      ? { zh: '未能排定方案，未作测算。', en: 'Without a plan there are no forecasts.' }
      : { zh: '没有一项新增条件能带来更多落位。', en: 'No single new facility would place more.' },
  };
}

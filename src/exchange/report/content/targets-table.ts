import type { Gauge, Goal } from '../../../domain/gauge.ts';
import type { Bilingual } from '../../../domain/match.ts';
import type { Reader } from './reader.ts';
import { type Cell, count, filled, type ReportTable, text, wide } from './table.ts';
import { CHAPTERS, listed } from './wording.ts';

const BOUNDS: Readonly<Record<Gauge['bound'], Bilingual | null>> = {
  exact: null,
  least: { zh: '不少于', en: 'at least' },
  most: { zh: '不多于', en: 'at most' },
};

/** How far the district is on the targets of its plan, from what carriers state. */
export function targetsTable({ report: { targets } }: Reader): ReportTable {
  const years = [...new Set(targets.flatMap(({ goals }) => goals.map(({ year }) => year)))].sort();
  return {
    sheet: '目标',
    title: CHAPTERS.targets,
    note: {
      zh: '现值按载体填报统计，未填报的不推算；本轮对接在落地前不计入。',
      en: 'Values as carriers state them, nothing is guessed; placements count for nothing before they have landed.',
    },
    ...filled(targets, [
      text('指标', 'target', 28, ({ name }) => name),
      text('单位', 'unit', 8, ({ unit }) => unit),
      text('口径', 'bound', 10, ({ value, bound }) => (value === null ? null : BOUNDS[bound])),
      count('现值', 'now', 10, ({ value }) => value ?? { zh: '不明', en: 'unknown' }),
      ...years.flatMap((year) => [
        text(`${year}年目标`, `goal ${year}`, 12, (gauge: Gauge) => goalRange(goalOf(gauge, year))),
        count(`${year}年差额`, `missing ${year}`, 10, (gauge: Gauge) => goalOf(gauge, year)?.missing ?? null),
      ]),
      count('已填报', 'stated', 8, ({ stated }) => stated),
      count('应填报', 'of', 8, ({ counted }) => counted),
      text('数据日期和来源', 'as of, source', 20, dated),
      wide(text('说明', 'remarks', 60, ({ remarks }) => listed(remarks, '；', '; '))),
    ]),
    empty: { zh: '本规划没有可统计的指标。', en: 'The plan has no targets to measure.' },
  };
}

function goalOf({ goals }: Gauge, year: number): Goal | undefined {
  return goals.find((goal) => goal.year === year);
}

function goalRange(goal: Goal | undefined): string | null {
  if (!goal) return null;
  return goal.most === null ? `≥${goal.least}` : `${goal.least}—${goal.most}`;
}

/** From when the figures are, and from where; the workbook says the same as the paper. */
function dated({ asOf, sources, value }: Gauge): Cell {
  if (value === null) return null;
  const days = asOf && (asOf.earliest === asOf.latest ? asOf.latest : `${asOf.earliest}—${asOf.latest}`);
  return {
    zh: `${days ?? '日期未填报'}；${sources.length > 0 ? sources.join('、') : '来源未填报'}`,
    en: `${days ?? 'no date stated'}; ${sources.length > 0 ? 'sources as named' : 'no source stated'}`,
  };
}

import { affinityInFigures, CURVES } from '../../../domain/affinity-curve.ts';
import { componentName, type Match, type ScoreComponent } from '../../../domain/match.ts';
import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import type { Reader } from './reader.ts';
import { type Cell, type ReportTable, share, text } from './table.ts';

/** Columns of the value and of the weight, from which the workbook calculates the product again. */
const VALUE = 'E';
const WEIGHT = 'F';

/** Every component of every placed match: value × weight can be calculated again in the sheet. */
export function scoresTable({ placed, carrier }: Reader): ReportTable {
  return {
    sheet: '评分明细',
    title: { zh: '评分明细', en: 'Score sheet' },
    note: {
      zh: '贡献=得分×权重，“复算”列由表格重新计算；未知项按“取值说明”所列数值计。各项贡献之和乘以硬性条件系数即为综合分，再由综合分换算为契合度。',
      en: 'contribution = value × weight, calculated again by the sheet; what is unknown counts as assumed. Their sum times the factors of the limits is the score, which gives the affinity.',
    },
    columns: [
      text('成果', 'result', 36),
      text('载体', 'carrier', 26),
      text('用途', 'purpose', 12),
      text('评分项', 'component', 20),
      share('得分', 'value'),
      share('权重', 'weight'),
      share('贡献', 'contribution'),
      share('复算', 'calculated again'),
      text('取值说明', 'known or assumed', 16),
      text('依据', 'why', 60),
    ],
    rows: placed.flatMap(({ entry, match }) => {
      const head: Cell[] = [entry.result.title, carrier(match.carrierId), PURPOSE_NAMES[match.purpose]];
      return [
        ...match.components.map((c) => [...head, ...componentCells(c)]),
        [...head, ...sumCells(match)],
        [...head, ...affinityCells(match)],
      ];
    }),
    empty: { zh: '本轮没有落位的成果。', en: 'No result was placed in this round.' },
  };
}

function componentCells({ name, value, assumed, weight, contribution, why }: ScoreComponent): Cell[] {
  return [
    componentName(name),
    value ?? assumed ?? 0,
    weight,
    contribution,
    { formula: (row) => `${VALUE}${row}*${WEIGHT}${row}`, value: (value ?? assumed ?? 0) * weight },
    value === null ? { zh: '未知，按假定值', en: 'unknown, assumed' } : { zh: '已知', en: 'known' },
    why,
  ];
}

/** Where the components end: their sum, the factors of the limits and the score. */
function sumCells({ components, limits, score }: Match): Cell[] {
  const factor = limits.reduce((product, limit) => product * limit.factor, 1);
  const sum = components.reduce((total, { contribution }) => total + contribution, 0);
  const first = (row: number) => row - components.length;
  return [
    { zh: '综合分（合计×硬性条件系数）', en: 'score (sum × limits)' },
    sum,
    factor,
    score,
    {
      formula: (row) => `SUM(G${first(row)}:G${row - 1})*${WEIGHT}${row}`,
      value: sum * factor,
    },
    null,
    null,
  ];
}

/** What the score comes to, calculated again where the report was made with the curve of this version. */
function affinityCells({ score, affinity, purpose }: Match): Cell[] {
  const figures = affinityInFigures(score, affinity, purpose);
  const { slope, midpoint } = CURVES[purpose];
  return [
    { zh: '契合度', en: 'affinity' },
    null,
    null,
    affinity,
    figures === null
      ? null
      : { formula: (row) => `1/(1+EXP(-${slope}*(G${row - 1}-${midpoint})))`, value: affinity },
    null,
    figures === null ? null : `契合度 affinity = ${figures}`,
  ];
}

import { affinityInFigures, CURVES } from '../../../domain/affinity-curve.ts';
import { componentName, type Match, type ScoreComponent } from '../../../domain/match.ts';
import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import type { Reader } from './reader.ts';
import { factorOf, sumOf } from './sheet-lines.ts';
import { type Cell, filled, type ReportTable, share, text } from './table.ts';

/** Columns of the value and of the weight, from which the workbook calculates the product again. */
const VALUE = 'E';
const WEIGHT = 'F';

/** Every component of every placed match: value × weight can be calculated again in the sheet. */
export function scoresTable({ placed, carrier }: Reader): ReportTable {
  const lines = placed.flatMap(({ entry, match }) =>
    linesOf(match).map((line) => ({ ...line, entry, match })),
  );
  return {
    sheet: '评分明细',
    title: { zh: '评分明细', en: 'Score sheet' },
    note: {
      zh: '贡献=得分×权重，“复算”列由表格重新计算；未知项按“取值说明”所列数值计。各项贡献之和乘以硬性条件系数即为综合分，再由综合分换算为契合度。',
      en: 'contribution = value × weight, calculated again by the sheet; what is unknown counts as assumed. Their sum times the factors of the limits is the score, which gives the affinity.',
    },
    ...filled(lines, [
      text('成果', 'result', 36, ({ entry }) => entry.result.title),
      text('载体', 'carrier', 26, ({ match }) => carrier(match.carrierId)),
      text('用途', 'purpose', 12, ({ match }) => PURPOSE_NAMES[match.purpose]),
      text('评分项', 'component', 20, ({ name }) => name),
      share('得分', 'value', 10, ({ value }) => value),
      share('权重', 'weight', 10, ({ weight }) => weight),
      share('贡献', 'contribution', 10, ({ contribution }) => contribution),
      share('复算', 'calculated again', 10, ({ again }) => again),
      text('取值说明', 'known or assumed', 16, ({ known }) => known),
      text('依据', 'why', 60, ({ why }) => why),
    ]),
    empty: { zh: '本轮没有落位的成果。', en: 'No result was placed in this round.' },
  };
}

interface ScoreLine {
  readonly name: Cell;
  readonly value: Cell;
  readonly weight: Cell;
  readonly contribution: Cell;
  readonly again: Cell;
  readonly known: Cell;
  readonly why: Cell;
}

function linesOf(match: Match): ScoreLine[] {
  return [...match.components.map(componentLine), sumLine(match), affinityLine(match)];
}

function componentLine({ name, value, assumed, weight, contribution, why }: ScoreComponent): ScoreLine {
  const counted = value ?? assumed ?? 0;
  return {
    name: componentName(name),
    value: counted,
    weight,
    contribution,
    again: { formula: (row) => `${VALUE}${row}*${WEIGHT}${row}`, value: counted * weight },
    known: value === null ? { zh: '未知，按假定值', en: 'unknown, assumed' } : { zh: '已知', en: 'known' },
    why,
  };
}

/** Where the components end: their sum, the factors of the limits and the score. */
function sumLine(match: Match): ScoreLine {
  const sum = sumOf(match);
  const factor = factorOf(match);
  const first = (row: number) => row - match.components.length;
  return {
    name: { zh: '综合分（合计×硬性条件系数）', en: 'score (sum × limits)' },
    value: sum,
    weight: factor,
    contribution: match.score,
    again: {
      formula: (row) => `SUM(G${first(row)}:G${row - 1})*${WEIGHT}${row}`,
      value: sum * factor,
    },
    known: null,
    why: null,
  };
}

/** What the score comes to, calculated again where the report was made with the curve of this version. */
function affinityLine({ score, affinity, purpose }: Match): ScoreLine {
  const figures = affinityInFigures(score, affinity, purpose);
  const { slope, midpoint } = CURVES[purpose];
  return {
    name: { zh: '契合度', en: 'affinity' },
    value: null,
    weight: null,
    contribution: affinity,
    again: figures && {
      formula: (row) => `1/(1+EXP(-${slope}*(G${row - 1}-${midpoint})))`,
      value: affinity,
    },
    known: null,
    why: figures && `契合度 affinity = ${figures}`,
  };
}

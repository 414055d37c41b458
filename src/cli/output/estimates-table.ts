/** Measures with their 95 % intervals, as `jianyuan evaluate` and `evaluate-sectors` print them. */
import type { Evaluation } from '../../usecases/evaluate-ranking.ts';
import { table } from './table.ts';

type Estimate = Evaluation['mrr'];

const COLUMNS = [
  { head: '指标 measure', width: 32 },
  { head: '均值 mean', width: 12, align: 'right' },
  { head: '95% 置信区间 interval', width: 24 },
] as const;

/** One line for each measure: its name, mean, and the interval's ends, all with four digits. */
export function estimatesTable(rows: readonly (readonly [string, Estimate])[]): string {
  return table(
    COLUMNS,
    rows.map(([name, { mean, low, high }]) => [
      name,
      mean.toFixed(4),
      `${low.toFixed(4)} – ${high.toFixed(4)}`,
    ]),
  );
}

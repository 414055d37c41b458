/** `jianyuan evaluate`: ranking quality against graded judgements. */
import { Command } from 'commander';
import type { Estimate } from '../engine/measures.ts';
import { type Evaluation, evaluateRankings } from '../usecases/evaluate-ranking.ts';
import { rankRecords } from '../usecases/rank-records.ts';
import {
  createFileEngine,
  type MeasuringOptions,
  positiveInteger,
  readCarrierFile,
  readLearnt,
  readPairs,
  readResultFile,
  withMeasuringOptions,
} from './measuring.ts';
import { table } from './output/table.ts';

interface EvaluateOptions extends MeasuringOptions {
  readonly qrels: string;
  readonly relevant: number;
  readonly minJudged: number;
  readonly json?: boolean;
}

export function evaluateCommand(): Command {
  return withMeasuringOptions(new Command('evaluate'))
    .description(
      '用分级判断衡量排序质量：nDCG、MRR、命中率及 95% 置信区间\nmeasures rankings against graded judgements',
    )
    .requiredOption('--qrels <file>', '判断 CSV：carrierId,resultId,grade judgements')
    .option('--relevant <grade>', '从该级起算相关 relevant from this grade on', positiveInteger, 2)
    .option(
      '--min-judged <n>',
      '判断少于 N 条的查询不计 leave out queries with fewer judgements',
      positiveInteger,
      1,
    )
    .option('--json', '输出 JSON')
    .action(evaluate);
}

async function evaluate(options: EvaluateOptions): Promise<void> {
  const [engine, carriers, results, grades, pairs] = await Promise.all([
    createFileEngine(options.profile),
    readCarrierFile(options.carriers),
    readResultFile(options.results),
    readPairs(options.qrels, options.query),
    options.pairs === undefined ? undefined : readPairs(options.pairs, options.query),
  ]);
  const { query, purpose, top } = options;
  const learnt = await readLearnt(engine, options);
  const candidates = pairs && new Map([...pairs].map(([id, documents]) => [id, [...documents.keys()]]));
  const rankings = rankRecords(engine, { query, purpose, top, carriers, results, candidates, ...learnt });
  const { relevant, minJudged } = options;
  const evaluation = evaluateRankings(rankings, { grades }, { relevant, minJudged });
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ engine: engine.version, ...evaluation })}\n`
      : report(engine.version, options, evaluation),
  );
}

function report(version: string, { query, purpose }: EvaluateOptions, evaluation: Evaluation): string {
  const row = (name: string, { mean, low, high }: Estimate) => [
    name,
    mean.toFixed(4),
    `${low.toFixed(4)} – ${high.toFixed(4)}`,
  ];
  const rows = [
    row('nDCG@5', evaluation.ndcg5),
    row('nDCG@10', evaluation.ndcg10),
    row('MRR', evaluation.mrr),
    row('hit@5', evaluation.hit5),
  ];
  const head = `查询方 query ${query}，用途 purpose ${purpose}，查询数 queries ${evaluation.queries}`;
  return `${version}\n${head}\n${table(COLUMNS, rows)}\n`;
}

const COLUMNS = [
  { head: '指标 measure', width: 16 },
  { head: '均值 mean', width: 12, align: 'right' },
  { head: '95% 置信区间 interval', width: 24 },
] as const;

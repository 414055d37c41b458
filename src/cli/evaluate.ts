/** `jianyuan evaluate`: rankings, answers and readings against what people judged. */
import { Command } from 'commander';
import type { Carrier } from '../domain/carrier.ts';
import type { ResultLabels } from '../domain/judged-reading.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { Engine } from '../engine/engine.ts';
import { evaluateAnswers } from '../usecases/evaluate-answers.ts';
import { evaluateCounterfactuals } from '../usecases/evaluate-counterfactuals.ts';
import { evaluateRankings } from '../usecases/evaluate-ranking.ts';
import { evaluateReading } from '../usecases/evaluate-reading.ts';
import { createRecordPool, rankInPool } from '../usecases/rank-records.ts';
import { type Judged, matchedJudgements, readJudged } from './judged-files.ts';
import { recordFiles } from './matched-rows.ts';
import {
  createFileEngine,
  type MeasuringOptions,
  positiveInteger,
  readCarrierFile,
  readLearnt,
  readResultFile,
  withMeasuringOptions,
} from './measuring.ts';
import { type Evaluations, evaluationText } from './output/evaluation-tables.ts';
import { pairsBy } from './pair-file.ts';

interface EvaluateOptions extends MeasuringOptions {
  readonly qrels?: string;
  readonly relevant: number;
  readonly minJudged: number;
  readonly complete?: boolean;
  readonly labels?: string;
  readonly counterfactuals?: string;
  readonly json?: boolean;
}

export function evaluateCommand(): Command {
  return withMeasuringOptions(new Command('evaluate'))
    .description(
      '对照人工判断评测：排序（nDCG、MRR、命中率及 95% 置信区间）、有无合适载体、领域与诉求识别、对照配对\nMeasure against judgements: rankings, whether anybody fits, what is read, pairs that differ in one attribute.',
    )
    .option('--qrels <file>', '分级判断 CSV：carrierId,resultId,grade graded judgements')
    .option('--relevant <grade>', '达到该级即为相关 relevant from this grade on', positiveInteger, 2)
    .option(
      '--min-judged <n>',
      '判断少于 N 条的查询不计 leave out queries with fewer judgements',
      positiveInteger,
      1,
    )
    .option(
      '--complete',
      '未列出的配对即不合适：另计“有无合适载体”答对多少 pairs not listed do not fit: also count whether "does anybody fit?" is answered right',
    )
    .option(
      '--labels <file>',
      '成果标注 CSV：resultId,primarySector,neededCapabilities,trlLow,trlHigh how people read the results',
    )
    .option(
      '--counterfactuals <file>',
      '对照配对 JSONL：id,resultId,carrierA,carrierB,purpose,higher[,attribute][,variant] pairs of carriers and which is better',
    )
    .option('--json', '以 JSON 输出 print as JSON')
    .action(evaluate);
}

async function evaluate(options: EvaluateOptions, command: Command): Promise<void> {
  requireQuestion(options, command);
  const [engine, carriers, results, judged] = await Promise.all([
    createFileEngine(options.profile),
    readCarrierFile(options.carriers),
    readResultFile(options.results),
    readJudged(options),
  ]);
  const { unmatched, ...matched } = matchedJudgements(
    judged,
    recordFiles(options, carriers, results),
    options,
  );
  const evaluations: Evaluations = {
    ...(await evaluateInPool(engine, options, { carriers, results }, matched)),
    ...(matched.labels && { reading: evaluateLabels(engine, results, matched.labels) }),
  };
  const { ranking, ...others } = evaluations;
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ engine: engine.version, ...ranking, ...others, ...(unmatched.length > 0 && { unmatched }) })}\n`
      : evaluationText(engine.version, options, evaluations),
  );
}

function requireQuestion(options: EvaluateOptions, command: Command): void {
  const { qrels, labels, counterfactuals, complete, query, pairs, top } = options;
  if (qrels === undefined && labels === undefined && counterfactuals === undefined)
    command.error('请给出 --qrels、--labels 或 --counterfactuals give one of them at least');
  if (complete && (qrels === undefined || query !== 'results' || pairs !== undefined || top !== undefined))
    command.error(
      '--complete 需与 --qrels、--query results 同用，不与 --pairs、--top 同用 --complete needs --qrels and --query results, without --pairs or --top',
    );
}

/** What needs the records brought together. */
async function evaluateInPool(
  engine: Engine,
  options: EvaluateOptions,
  records: { readonly carriers: readonly Carrier[]; readonly results: readonly ResearchResult[] },
  { qrels, pairs, counterfactuals }: Judged,
): Promise<Evaluations> {
  const { query, purpose, top, relevant, minJudged, complete } = options;
  if (!qrels && !counterfactuals) return {};
  const listed = pairs && pairsBy(query, pairs);
  const candidates = listed && new Map([...listed].map(([id, documents]) => [id, [...documents.keys()]]));
  const request = { query, purpose, top, ...records, candidates, ...(await readLearnt(engine, options)) };
  const pool = createRecordPool(engine, request);
  const grades = qrels && pairsBy(query, qrels);
  const verdictsOf = (resultId: string) => pool.rankCarriers(resultId, purpose).map(({ verdict }) => verdict);
  const ids = records.results.map(({ id }) => id);
  const byIds = { results: byId(records.results), carriers: byId(records.carriers) };
  return {
    ...(grades && {
      ranking: evaluateRankings(rankInPool(pool, request), { grades }, { relevant, minJudged }),
    }),
    ...(grades && complete && { answers: evaluateAnswers(ids, verdictsOf, { grades }, relevant) }),
    ...(counterfactuals && {
      counterfactuals: evaluateCounterfactuals(engine, pool, byIds, counterfactuals),
    }),
  };
}

function evaluateLabels(engine: Engine, results: readonly ResearchResult[], labels: readonly ResultLabels[]) {
  const records = byId(results);
  return evaluateReading(labels, (resultId) => {
    const record = records.get(resultId);
    return record && engine.analyseResult(record);
  });
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

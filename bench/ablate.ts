/**
 * What each component of a score is worth: rankings against judgements as they are, and with the weight of one
 * component after the other at 0 and the rest scaled up. The records are read and the model is learnt once.
 *
 *   npx tsx bench/ablate.ts --carriers C.jsonl --results R.jsonl --qrels Q.csv [--query carriers --pairs Q.csv …]
 */
import { Command } from 'commander';
import type { MeasuringOptions } from '../src/cli/measuring.ts';
import {
  createFileEngine,
  positiveInteger,
  readCarrierFile,
  readResultFile,
  withMeasuringOptions,
} from '../src/cli/measuring.ts';
import { pairsBy, readPairRows } from '../src/cli/pair-file.ts';
import { finish } from '../src/engine/model/steps.ts';
import { COMPONENTS, type ComponentName, WEIGHTS } from '../src/engine/score/weight-tables.ts';
import { type Evaluation, evaluateRankings } from '../src/usecases/evaluate-ranking.ts';
import { collectAnalysed } from '../src/usecases/learn-model.ts';
import { rankInPool } from '../src/usecases/rank-records.ts';
import { printTable } from './measuring/table.ts';

interface AblationOptions extends MeasuringOptions {
  readonly qrels: string;
  readonly relevant: number;
  readonly minJudged: number;
}

await withMeasuringOptions(new Command('ablate'))
  .requiredOption('--qrels <file>', 'graded judgements as CSV: carrierId,resultId,grade')
  .option('--relevant <grade>', 'relevant from this grade on', positiveInteger, 2)
  .option('--min-judged <n>', 'leave out queries with fewer judgements', positiveInteger, 1)
  .action(ablate)
  .parseAsync();

async function ablate(options: AblationOptions): Promise<void> {
  const { query, purpose, qrels, pairs, relevant, minJudged } = options;
  const [engine, carriers, results, judged, paired] = await Promise.all([
    createFileEngine(options.profile),
    readCarrierFile(options.carriers),
    readResultFile(options.results),
    readPairRows(qrels),
    pairs === undefined ? undefined : readPairRows(pairs),
  ]);
  const grades = pairsBy(query, judged);
  const listed = paired && pairsBy(query, paired);
  const candidates = listed && new Map([...listed].map(([id, documents]) => [id, [...documents.keys()]]));
  const request = { query, purpose, carriers, results, candidates };
  const records = {
    carriers: carriers.map((record) => ({ record, analysis: engine.analyseCarrier(record) })),
    results: results.map((record) => ({ record, analysis: engine.analyseResult(record) })),
  };
  const model = finish(engine.trainingSteps(collectAnalysed(records), null));
  // a pool takes the weights when it is made
  const measure = () =>
    evaluateRankings(
      rankInPool(engine.pool({ ...records, model }), request),
      { grades },
      { relevant, minJudged },
    );
  const rows: [string, Evaluation][] = [['–', measure()]];
  for (const component of COMPONENTS) rows.push([component, without(component, purpose, measure)]);
  printTable(
    `${purpose}, ${query} ask, ${rows[0]![1].queries} queries`,
    [
      { head: 'off', of: ([name]) => name },
      { head: 'nDCG@5', of: ([, { ndcg5 }]) => ndcg5.mean.toFixed(3) },
      { head: 'nDCG@10', of: ([, { ndcg10 }]) => ndcg10.mean.toFixed(3) },
      { head: 'MRR', of: ([, { mrr }]) => mrr.mean.toFixed(3) },
      { head: 'hit@5', of: ([, { hit5 }]) => hit5.mean.toFixed(3) },
    ],
    rows,
  );
}

/** Changes the weights that the engine reads, and puts them back: for measuring only. */
function without<T>(component: ComponentName, purpose: AblationOptions['purpose'], measure: () => T): T {
  const weights = WEIGHTS[purpose];
  const kept = structuredClone(weights);
  const scale = 1 / (1 - kept[component].weight);
  for (const name of COMPONENTS)
    Object.assign(weights[name], { weight: name === component ? 0 : kept[name].weight * scale });
  try {
    return measure();
  } finally {
    for (const name of COMPONENTS) Object.assign(weights[name], kept[name]);
  }
}

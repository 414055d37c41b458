/** `jianyuan rank`: two files in, a ranking out; no database. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Command } from 'commander';
import { rankRecords } from '../usecases/rank-records.ts';
import { recordFiles, tellUnmatchedPairs } from './matched-rows.ts';
import {
  createFileEngine,
  type MeasuringOptions,
  readCarrierFile,
  readLearnt,
  readResultFile,
  withMeasuringOptions,
} from './measuring.ts';
import { pairsBy, readPairRows } from './pair-file.ts';

export function rankCommand(): Command {
  return withMeasuringOptions(new Command('rank'))
    .description(
      '对两份 JSONL 文件排序，输出 TSV：查询、文档、名次、得分、结论\nRank the records of two JSONL files: queryId, docId, rank, score, verdict.',
    )
    .requiredOption('--out <file>', '输出 TSV，- 为标准输出 where to write; - is standard output')
    .action(rank);
}

async function rank(options: MeasuringOptions & { out: string }): Promise<void> {
  const [engine, carriers, results, pairs] = await Promise.all([
    createFileEngine(options.profile),
    readCarrierFile(options.carriers),
    readResultFile(options.results),
    options.pairs === undefined ? undefined : readPairRows(options.pairs),
  ]);
  const learnt = await readLearnt(engine, options);
  if (pairs) tellUnmatchedPairs(options.pairs!, pairs, recordFiles(options, carriers, results));
  const candidates =
    pairs &&
    new Map([...pairsBy(options.query, pairs)].map(([id, documents]) => [id, [...documents.keys()]]));
  const { query, purpose, top } = options;
  const out = options.out === '-' ? process.stdout : createWriteStream(options.out);
  let queries = 0;
  const request = { query, purpose, top, carriers, results, candidates, ...learnt };
  for (const { queryId, ranking } of rankRecords(engine, request)) {
    const lines = ranking.map(
      ({ id, affinity, verdict }, i) => `${queryId}\t${id}\t${i + 1}\t${affinity}\t${verdict}\n`,
    );
    if (!out.write(lines.join(''))) await once(out, 'drain');
    queries++;
  }
  if (out !== process.stdout) {
    out.end();
    await once(out, 'finish');
  }
  process.stderr.write(`已排序 ${queries} 个查询 ranked ${queries} queries: ${engine.version}\n`);
}

/** What `rank`, `evaluate` and `analyse` share: two files in, no database. */
import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Carrier, CarrierSchema } from '../domain/carrier.ts';
import type { RowFinding } from '../domain/import-report.ts';
import type { Profile } from '../domain/profile.ts';
import { PURPOSES, type Purpose } from '../domain/purpose.ts';
import { type ResearchResult, ResearchResultSchema } from '../domain/research-result.ts';
import type { Engine } from '../engine/engine.ts';
import { readJsonlRecords } from '../exchange/jsonl-records.ts';
import { type BackgroundFile, collectBackground } from '../usecases/learn-model.ts';
import { QUERY_SIDES, type QuerySide, type RankRequest } from '../usecases/rank-records.ts';
import { readBytes } from './read-bytes.ts';

export interface MeasuringOptions {
  readonly carriers: string;
  readonly results: string;
  readonly query: QuerySide;
  readonly purpose: Purpose;
  readonly pairs?: string;
  readonly top?: number;
  readonly profile?: string;
  readonly corpus?: string[];
  readonly model?: string;
}

/** The options that `rank` and `evaluate` have in common. */
export function withMeasuringOptions(command: Command): Command {
  return command
    .requiredOption('--carriers <file>', '载体 JSONL carriers, one JSON a line')
    .requiredOption('--results <file>', '成果 JSONL results, one JSON a line')
    .addOption(
      new Option('--query <side>', '为谁排序 whose side asks').choices(QUERY_SIDES).default('results'),
    )
    .addOption(new Option('--purpose <purpose>', '用途 purpose').choices(PURPOSES).default('transfer'))
    .option('--pairs <file>', '只评这些配对 CSV：carrierId,resultId,… only these pairs')
    .option('--top <n>', '每个查询保留前 N 个 keep the first N', positiveInteger)
    .option('--profile <folder>', '区域档案目录 district profile')
    .option('--corpus <file...>', '另从这些文本学习词义（TXT、JSONL、CSV、XLSX） learn from these texts too')
    .addOption(
      new Option('--model <file>', '使用已训练的语料模型 use a trained corpus model').conflicts('corpus'),
    );
}

/** What is learnt besides the records, or was learnt before. Throws what reading the files throws. */
export async function readLearnt(
  engine: Engine,
  { corpus, model }: Pick<MeasuringOptions, 'corpus' | 'model'>,
): Promise<Pick<RankRequest, 'model' | 'background'>> {
  if (model !== undefined) return { model: engine.readModel(await readBytes(model)) };
  return corpus === undefined
    ? {}
    : { background: await collectBackground(engine, corpus.map(backgroundFile)) };
}

export function backgroundFile(path: string): BackgroundFile {
  return { name: basename(path), read: () => readBytes(path) };
}

export function positiveInteger(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('需为正整数 a whole number from 1 on');
  return number;
}

export async function createFileEngine(profileFolder: string | undefined): Promise<Engine> {
  return (await openFileEngine(profileFolder)).engine;
}

export async function openFileEngine(
  profileFolder: string | undefined,
): Promise<{ engine: Engine; profile: Profile }> {
  // loaded only when a command really runs
  const { composeEngine, createLog } = await import('../compose-engine.ts');
  return composeEngine({ profileDir: profileFolder }, createLog({ logLevel: 'error' }));
}

export async function readCarrierFile(file: string): Promise<Carrier[]> {
  const { records, findings } = readJsonlRecords(await readText(file), file, CarrierSchema, 'carriers');
  warn(file, findings);
  return [...records];
}

export async function readResultFile(file: string): Promise<ResearchResult[]> {
  const { records, findings } = readJsonlRecords(await readText(file), file, ResearchResultSchema, 'results');
  warn(file, findings);
  return [...records];
}

/** Throws `file.unreadable`. */
export async function readText(file: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(file));
}

/** What was not taken, or is to be looked at, is said on stderr; the output itself stays clean. */
export function warn(file: string, findings: readonly RowFinding[]): void {
  for (const { row, column, found, expected, severity } of findings.slice(0, 10)) {
    const what = severity === 'error' ? '未读取 not taken' : '提示 note';
    process.stderr.write(
      `${file}:${row} [${column}] ${what}: 现为 found ${found}; 应为 expected ${expected}\n`,
    );
  }
  if (findings.length > 10)
    process.stderr.write(`${file}: 另有 ${findings.length - 10} 处 and ${findings.length - 10} more\n`);
}

/** `jianyuan analyse`: what is read out of each record, one JSON a line. */
import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { Analysis, CapabilityMention, Modality } from '../domain/analysis.ts';
import { createFileEngine, readCarrierFile, readResultFile } from './measuring.ts';

interface AnalyseOptions {
  readonly results?: string;
  readonly carriers?: string;
  readonly out: string;
  readonly profile?: string;
}

export function analyseCommand(): Command {
  return new Command('analyse')
    .description(
      '读出领域、能力诉求与成熟度，逐条输出 JSONL\nRead sectors, capabilities and readiness out of each record.',
    )
    .option('--results <file>', '成果 JSONL results')
    .option('--carriers <file>', '载体 JSONL carriers')
    .requiredOption('--out <file>', '输出 JSONL where to write')
    .option('--profile <folder>', '区域档案目录 district profile')
    .action(analyse);
}

async function analyse(options: AnalyseOptions, command: Command): Promise<void> {
  if (options.results === undefined && options.carriers === undefined) {
    command.error('请给出 --results 或 --carriers give --results or --carriers');
  }
  const engine = await createFileEngine(options.profile);
  const results = options.results === undefined ? [] : await readResultFile(options.results);
  const carriers = options.carriers === undefined ? [] : await readCarrierFile(options.carriers);
  const lines = [
    ...results.map((record) => JSON.stringify(reading(record.id, engine.analyseResult(record)))),
    ...carriers.map((record) => JSON.stringify(reading(record.id, engine.analyseCarrier(record)))),
  ];
  await writeFile(options.out, `${lines.join('\n')}\n`);
  process.stderr.write(`已分析 ${lines.length} 条 analysed ${lines.length} records: ${engine.version}\n`);
}

/** The analysis without its index terms, capabilities sorted by what is said of them. */
function reading(id: string, { terms, capabilities, ...rest }: Analysis) {
  const said = (modality: Modality): CapabilityMention[] =>
    capabilities.filter((mention) => mention.modality === modality);
  return {
    id,
    ...rest,
    capabilities: {
      asked: said('asked'),
      offered: said('offered'),
      done: said('done'),
      denied: said('denied'),
      mentioned: said('mentioned'),
    },
    terms: terms.reduce((sum, { counts }) => sum + counts.length, 0),
  };
}

/** `jianyuan evaluate-sectors`: how well a profile's sectors are read, against labels. */
import { basename } from 'node:path';
import { Command } from 'commander';
import type { Profile } from '../domain/profile.ts';
import { evaluateSectors, type SectorEvaluation } from '../usecases/evaluate-sectors.ts';
import { openFileEngine, warn } from './measuring.ts';
import { estimatesTable } from './output/estimates-table.ts';
import { table } from './output/table.ts';
import { readBytes } from './read-bytes.ts';

interface EvaluateSectorsOptions {
  readonly labels: string;
  readonly profile?: string;
  readonly labelField?: string;
  readonly json?: boolean;
}

const CONFUSIONS_SHOWN = 10;

export function evaluateSectorsCommand(): Command {
  return new Command('evaluate-sectors')
    .description(
      '对照标签检验领域识别：准确率、置信度是否可信、易混领域\nMeasure the reading of sectors against labels: accuracy, calibration, what is confused.',
    )
    .requiredOption(
      '--labels <file>',
      '带标签的文本（未用于学习），JSONL 或 CSV labelled texts that nothing was learnt from',
    )
    .option('--profile <folder>', '区域档案目录 district profile')
    .option('--label-field <name>', '标签所在的字段 the field that holds the label')
    .option('--json', '以 JSON 输出 print as JSON')
    .action(evaluate);
}

async function evaluate({
  labels,
  profile: folder,
  labelField,
  json,
}: EvaluateSectorsOptions): Promise<void> {
  const { engine, profile } = await openFileEngine(folder);
  const { readLabelledTexts } = await import('../exchange/index.ts');
  const file = { filename: basename(labels), bytes: await readBytes(labels) };
  const { texts, findings } = readLabelledTexts(file, labelField);
  warn(labels, findings);
  const evaluation = evaluateSectors(
    profile,
    texts,
    ({ title, abstract, keywords }) =>
      engine.analyseResult({ title, abstract, keywords: [...keywords] }).sectors,
  );
  process.stdout.write(
    json
      ? `${JSON.stringify({ engine: engine.version, ...evaluation })}\n`
      : report(engine.version, profile, evaluation),
  );
}

function report(version: string, profile: Profile, evaluation: SectorEvaluation): string {
  const names = new Map(profile.sectors.map(({ code, zh }) => [code, `${code} ${zh}`]));
  const nameOf = (code: string | undefined) => names.get(code ?? '') ?? '（未识别 none）';
  const { texts, unknown, accuracy1, accuracy3, calibration, calibrationError, confused } = evaluation;
  const left = unknown.reduce((sum, { texts: count }) => sum + count, 0);
  return [
    version,
    `文本 texts ${texts}，领域 sectors ${profile.sectors.length}${left > 0 ? `，标签不在档案中 unknown labels ${left}` : ''}`,
    estimatesTable([
      ['准确率 accuracy@1', accuracy1],
      ['前三命中 accuracy@3', accuracy3],
    ]),
    `置信度与实际（平均相差 ${calibrationError.toFixed(3)}） confidence and truth, on average ${calibrationError.toFixed(3)} apart`,
    table(
      CALIBRATION,
      calibration.map(({ from, to, texts: count, confidence, right }) => [
        `${from.toFixed(1)}–${to.toFixed(1)}`,
        String(count),
        confidence.toFixed(2),
        right.toFixed(2),
      ]),
    ),
    '最易混淆 most confused',
    table(
      CONFUSED,
      confused
        .slice(0, CONFUSIONS_SHOWN)
        .map(({ label, read, texts: count }) => [nameOf(label), nameOf(read), String(count)]),
    ),
    '',
  ].join('\n');
}

const CALIBRATION = [
  { head: '置信度 confidence', width: 18 },
  { head: '文本 texts', width: 11, align: 'right' },
  { head: '平均 mean', width: 10, align: 'right' },
  { head: '正确 right', width: 11, align: 'right' },
] as const;

const CONFUSED = [
  { head: '标签 label', width: 34 },
  { head: '识别为 read as', width: 34 },
  { head: '文本 texts', width: 11, align: 'right' },
] as const;

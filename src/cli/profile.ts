/** `jianyuan profile`: another district's profile from records that somebody has labelled. */
import { basename } from 'node:path';
import { Command } from 'commander';
import { learnSectorConfidence } from '../usecases/learn-sector-confidence.ts';
import { profileFromLabels } from '../usecases/profile-from-labels.ts';
import { warn } from './measuring.ts';
import { print } from './output/terminal.ts';
import { readBytes } from './read-bytes.ts';

interface ProfileOptions {
  readonly labels: string;
  readonly out: string;
  readonly base?: string;
  readonly labelField?: string;
  readonly id: string;
  readonly name?: string;
  readonly district?: string;
}

export function profileCommand(): Command {
  return new Command('profile')
    .description(
      '由带领域标签的文本生成区域档案，领域识别从这些文本学习\nMake a district profile from labelled texts; its sectors are learnt from them.',
    )
    .requiredOption(
      '--labels <file>',
      '带标签的文本 JSONL 或 CSV labelled texts: text or title, abstract, keywords; sector',
    )
    .requiredOption('--out <folder>', '写入的目录（须为空） where to write, an empty folder')
    .option(
      '--base <folder>',
      '沿用其能力、条件、用语的区域档案 the profile whose capabilities and wording are kept',
    )
    .option('--label-field <name>', '标签所在的字段 the field that holds the label')
    .option('--id <id>', '档案标识 id of the profile', 'district')
    .option('--name <name>', '档案名称 its name')
    .option('--district <name>', '区域名称 name of the district')
    .action(writeProfileFolder);
}

async function writeProfileFolder(options: ProfileOptions): Promise<void> {
  const { DEFAULT_PROFILE_FOLDER, loadProfile, readLabelledTexts, writeProfile } = await import(
    '../exchange/index.ts'
  );
  const base = await loadProfile(options.base ?? DEFAULT_PROFILE_FOLDER);
  const bytes = await readBytes(options.labels);
  const { texts, findings } = readLabelledTexts(
    { filename: basename(options.labels), bytes },
    options.labelField,
  );
  warn(options.labels, findings);
  const { id, name = id, district = name } = options;
  const made = profileFromLabels(base, texts, { id, name, district });
  await writeProfile(options.out, learnSectorConfidence(made));
  const profile = await loadProfile(options.out);
  print(
    `区域档案已写入 profile written: ${options.out}\n领域 sectors ${profile.sectors.length}，示例 examples ${profile.examples.length}`,
  );
  print(`检验 measure: npx jianyuan evaluate-sectors --profile ${options.out} --labels TEST.jsonl`);
}

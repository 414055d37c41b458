/** `jianyuan train`: learns a corpus model, into the database or into a file. */
import { Command } from 'commander';
import type { JobProgress } from '../domain/job.ts';
import { backgroundFile } from './measuring.ts';
import { createProgress } from './output/progress.ts';
import { print } from './output/terminal.ts';
import { type Learnt, printTraining } from './output/training-table.ts';
import { commandConfig, withApplication } from './session.ts';
import { trainIntoFile } from './train-into-file.ts';

interface TrainOptions {
  /** False: the background of before is given up. */
  readonly corpus?: string[] | false;
  readonly results?: string;
  readonly carriers?: string;
  readonly profile?: string;
  readonly out?: string;
  readonly json?: boolean;
}

type Report = (progress: JobProgress) => Promise<void>;

export function trainCommand(): Command {
  return new Command('train')
    .description(
      '从全部记录和背景文本学习词的轻重与词义，此后的匹配都使用它\nLearn from all records, and from background texts, how much terms weigh and what words mean.',
    )
    .option(
      '--corpus <file...>',
      '背景文本：TXT（每行一篇）、JSONL、CSV、XLSX，取代以前的 background texts, in place of earlier ones',
    )
    .option('--no-corpus', '不再使用以前的背景文本 drop the earlier background texts')
    .option('--out <file>', '不用数据库，从文件学习，写入此文件 learn from files into this one')
    .option('--results <file>', '成果 JSONL，与 --out 同用 results, with --out')
    .option('--carriers <file>', '载体 JSONL，与 --out 同用 carriers, with --out')
    .option('--profile <folder>', '区域档案目录，与 --out 同用 district profile, with --out')
    .option('--json', '以 JSON 输出 print as JSON')
    .action(train);
}

async function train(options: TrainOptions, command: Command): Promise<void> {
  const { out, results, carriers, profile } = options;
  if (out === undefined && (results ?? carriers ?? profile) !== undefined)
    command.error('--results、--carriers、--profile 须与 --out 同用 go with --out');
  const learnt = await withProgress((progress) =>
    out === undefined ? trainHere(options, progress) : trainIntoFile({ ...options, out }, progress),
  );
  if (options.json) print(JSON.stringify(learnt, null, 2));
  else printTraining(learnt, out);
}

/** From the records of the database, for all that is matched from now on. */
async function trainHere({ corpus }: TrainOptions, progress: Report): Promise<Learnt> {
  const background = corpus === undefined ? 'kept' : corpus === false ? 'none' : corpus.map(backgroundFile);
  return withApplication(commandConfig(), ({ usecases }) =>
    usecases.trainModel({ background }, { progress }),
  );
}

async function withProgress(learn: (progress: Report) => Promise<Learnt>): Promise<Learnt> {
  const shown = createProgress('训练 training');
  try {
    return await learn(async ({ done, total, note }) => shown.update(done, total, note));
  } finally {
    shown.stop();
  }
}

import { Command, InvalidArgumentError, Option } from 'commander';
import { OBJECTIVES, type Objective } from '../domain/assignment.ts';
import type { Purpose } from '../domain/purpose.ts';
import { printReportJson } from './collect-report.ts';
import { purposeOption, purposesOf, topOption, wholeNumber } from './options.ts';
import { printRoundSummary } from './output/round-summary.ts';
import { print } from './output/terminal.ts';
import { runRound } from './run-round.ts';
import { commandConfig, withApplication, workHere } from './session.ts';
import { writeReportFiles } from './write-report-files.ts';

interface Options {
  readonly purpose?: Purpose;
  readonly top: number;
  readonly perResult?: number;
  readonly objective?: Objective;
  readonly nearTie?: number;
  readonly seed?: string;
  readonly since?: string;
  readonly json?: boolean;
}

export function roundCommand(): Command {
  return new Command('round')
    .description(
      '对全部成果与载体开展一轮对接：匹配、统筹落位、查缺口，生成报告\nRun a matching round over all records: match, plan who takes what, find gaps, write the report.',
    )
    .addOption(purposeOption())
    .addOption(topOption(5))
    .option('--per-result <n>', '每项成果最多落位几家，缺省 1 carriers that a result may go to', wholeNumber)
    .addOption(new Option('--objective <aim>', '总和最大 total，或先保最弱 worst_first').choices(OBJECTIVES))
    .option('--near-tie <share>', '契合度相差不超过此值的抽签，0 为不抽 near-ties are drawn between', share)
    .option('--seed <text>', '抽签种子 seed of the draws')
    .option('--since <round-id>', '与哪一轮比较，缺省为上一轮 the round to compare with')
    .option('--json', '输出 JSON 报告 print the report as JSON')
    .action(async (options: Options) => {
      await withApplication(commandConfig(), async (application, config) => {
        await workHere(application, config);
        const report = await runRound(application, roundOptions(options));
        const paths = await writeReportFiles(application, report, config.data.reports);
        if (options.json) return printReportJson(application, report.roundId);
        printRoundSummary(report);
        print(`\n报告 report:\n${paths.map((path) => `  ${path}`).join('\n')}`);
      });
    });
}

function roundOptions({ purpose, top, perResult, objective, nearTie, seed, since }: Options) {
  return {
    purposes: purposesOf(purpose),
    top,
    assignment: {
      perResult: perResult === undefined ? undefined : { transfer: perResult, pilot: perResult },
      objective,
      nearTie,
      seed,
    },
    previous: since,
  };
}

function share(text: string): number {
  const value = Number(text);
  if (value >= 0 && value <= 0.2) return value;
  throw new InvalidArgumentError('应为 0 至 0.2 a number from 0 to 0.2.');
}

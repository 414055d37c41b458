import { Command, InvalidArgumentError, Option } from 'commander';
import { OBJECTIVES, type Objective, type ResultDemand } from '../domain/assignment.ts';
import type { Purpose } from '../domain/purpose.ts';
import { printReportJson } from './collect-report.ts';
import { purposeOption, purposesOf, sheetsOption, topOption, wholeNumber } from './options.ts';
import { printRoundSummary } from './output/round-summary.ts';
import { print } from './output/terminal.ts';
import { runRound } from './run-round.ts';
import { commandConfig, withApplication, workHere } from './session.ts';
import { writeReportFiles } from './write-report-files.ts';

interface Options {
  readonly purpose?: Purpose;
  readonly top: number;
  readonly perResult?: number;
  readonly demand?: readonly ResultDemand[];
  readonly objective?: Objective;
  readonly nearTie?: number;
  readonly seed?: string;
  readonly since?: string;
  readonly sheets?: number;
  readonly json?: boolean;
}

/** Carriers that one result may go to, at most. */
const MOST_CARRIERS = 10;

export function roundCommand(): Command {
  return new Command('round')
    .description(
      '对全部成果与载体开展一轮对接：匹配、统筹落位、查缺口，生成报告\nRun a matching round over all records: match, plan who takes what, find gaps, write the report.',
    )
    .addOption(purposeOption())
    .addOption(topOption(5))
    .option('--per-result <n>', '每项成果最多落位几家，缺省 1 carriers that a result may go to', wholeNumber)
    .option(
      '--demand <id=n>',
      '某项成果单独的家数，可多次：R12=3，或转化、中试分开 R12=3/1 another number for one result; repeat it',
      demand,
    )
    .addOption(new Option('--objective <aim>', '总和最大 total，或先保最低 worst_first').choices(OBJECTIVES))
    .option('--near-tie <share>', '契合度相差不超过此值的抽签，0 为不抽 near-ties are drawn between', share)
    .option('--seed <text>', '抽签种子 seed of the draws')
    .option('--since <round-id>', '与哪一轮比较，缺省为上一轮 the round to compare with')
    .addOption(sheetsOption())
    .option('--json', '输出 JSON 报告 print the report as JSON')
    .action(async (options: Options) => {
      await withApplication(commandConfig(), async (application, config) => {
        await workHere(application, config);
        const report = await runRound(application, roundOptions(options));
        const paths = await writeReportFiles(application, report, config.data.reports, options.sheets);
        if (options.json) return printReportJson(application, report.roundId);
        printRoundSummary(report);
        print(`\n报告 report:\n${paths.map((path) => `  ${path}`).join('\n')}`);
      });
    });
}

function roundOptions({
  purpose,
  top,
  perResult,
  demand: demands,
  objective,
  nearTie,
  seed,
  since,
}: Options) {
  return {
    purposes: purposesOf(purpose),
    top,
    assignment: {
      perResult: perResult === undefined ? undefined : { transfer: perResult, pilot: perResult },
      demands,
      objective,
      nearTie,
      seed,
    },
    previous: since,
  };
}

/** R12=3 for both purposes, R12=3/1 for transfer and pilot. */
function demand(text: string, before: readonly ResultDemand[] = []): ResultDemand[] {
  const [, resultId = '', transfer = '', pilot = transfer] = /^(.+)=(\d+)(?:\/(\d+))?$/u.exec(text) ?? [];
  const most = [Number(transfer), Number(pilot)] as const;
  if (resultId === '' || most.some((count) => count < 1 || count > MOST_CARRIERS))
    throw new InvalidArgumentError(
      '应为 成果编号=家数，1 至 10 an id and a number from 1 to 10, e.g. R12=3.',
    );
  return [...before, { resultId, transfer: most[0], pilot: most[1] }];
}

function share(text: string): number {
  const value = Number(text);
  if (value >= 0 && value <= 0.2) return value;
  throw new InvalidArgumentError('应为 0 至 0.2 a number from 0 to 0.2.');
}

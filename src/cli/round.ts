import { Command, InvalidArgumentError, Option } from 'commander';
import { makeFolder } from '../disk/make-folder.ts';
import {
  MOST_PER_RESULT,
  OBJECTIVES,
  type Objective,
  PerResultSchema,
  type ResultDemand,
} from '../domain/assignment.ts';
import type { Purpose } from '../domain/purpose.ts';
import { printReportJson } from './collect-report.ts';
import { purposeOption, purposesOf, sheetsOption, topOption } from './options.ts';
import { noteLostBackground } from './output/lost-background.ts';
import { printRoundSummary } from './output/round-summary.ts';
import { runRound } from './run-round.ts';
import { commandConfig, withApplication, workHere } from './session.ts';
import { reportInFiles } from './write-report-files.ts';

interface Options {
  readonly purpose?: Purpose;
  readonly top: number;
  readonly perResult?: number;
  readonly demand?: readonly Demand[];
  readonly objective?: Objective;
  readonly nearTie?: number;
  readonly seed?: string;
  readonly since?: string;
  readonly sheets?: number;
  readonly json?: boolean;
}

/** One number for whatever the round is for, or one for each purpose. */
type Demand = Pick<ResultDemand, 'resultId'> & (Required<Numbers> | { readonly both: number });
type Numbers = Pick<ResultDemand, Purpose>;

export function roundCommand(): Command {
  return new Command('round')
    .description(
      '对全部成果与载体开展一轮对接：匹配、统筹落位、查缺口，生成报告\nRun a matching round over all records: match, plan who takes what, find gaps, write the report.',
    )
    .addOption(purposeOption())
    .addOption(topOption(5))
    .option(
      '--per-result <n>',
      '每项成果最多安排几家载体，缺省 1 how many carriers a result may go to',
      perResult,
    )
    .option(
      '--demand <id=n>',
      '为某项成果另定家数，可重复给出：R12=3，转化与中试分开则为 R12=3/1 another number for one result; may be repeated',
      demand,
    )
    .addOption(new Option('--objective <aim>', '总和最大 total，或先保最低 worst_first').choices(OBJECTIVES))
    .option(
      '--near-tie <share>',
      '契合度相差不超过此值的候选抽签决定，缺省 0.01，0 为不抽 candidates this close are drawn by lot',
      share,
    )
    .option('--seed <text>', '抽签种子，缺省由冻结的记录得出 seed of the draws')
    .option('--since <round-id>', '与哪一轮比较，缺省为上一轮 the round to compare with')
    .addOption(sheetsOption())
    .option('--json', '以 JSON 输出报告 print the report as JSON')
    .action(async (options: Options) => {
      await withApplication(commandConfig(), async (application, config) => {
        // before a long round, not behind it
        makeFolder(config.data.reports);
        await workHere(application, config);
        const report = await runRound(application, roundOptions(options));
        if (options.json) await printReportJson(application, report.roundId);
        else printRoundSummary(report);
        await noteLostBackground(application);
        await reportInFiles(application, report, config.data.reports, options);
      });
    });
}

function roundOptions({
  purpose,
  top,
  perResult,
  demand: demands = [],
  objective,
  nearTie,
  seed,
  since,
}: Options) {
  const purposes = purposesOf(purpose);
  return {
    purposes,
    top,
    assignment: {
      perResult: perResult === undefined ? undefined : { transfer: perResult, pilot: perResult },
      demands: demands.map((of) => demandFor(of, purposes)),
      objective,
      nearTie,
      seed,
    },
    previous: since,
  };
}

function demandFor(of: Demand, purposes: readonly Purpose[]): ResultDemand {
  if (!('both' in of)) return of;
  const numbers: Numbers = Object.fromEntries(purposes.map((purpose) => [purpose, of.both]));
  return { resultId: of.resultId, ...numbers };
}

/** R12=3 for all purposes of the round, R12=3/1 for transfer and pilot. */
function demand(text: string, before: readonly Demand[] = []): Demand[] {
  const [, resultId, transfer, pilot] = /^(.+)=(\d+)(?:\/(\d+))?$/u.exec(text) ?? [];
  const first = countOf(transfer);
  const second = countOf(pilot ?? transfer);
  if (resultId === undefined || first === null || second === null)
    throw new InvalidArgumentError(
      `应为 成果编号=家数，1 至 ${MOST_PER_RESULT} an id and a number from 1 to ${MOST_PER_RESULT}, e.g. R12=3.`,
    );
  return [
    ...before,
    pilot === undefined ? { resultId, both: first } : { resultId, transfer: first, pilot: second },
  ];
}

function perResult(text: string): number {
  const count = countOf(text);
  if (count !== null) return count;
  throw new InvalidArgumentError(
    `应为 1 至 ${MOST_PER_RESULT} 的整数 a whole number from 1 to ${MOST_PER_RESULT}.`,
  );
}

/** Null where no result may go to so many carriers, or where it is no number. */
function countOf(text: string | undefined): number | null {
  return PerResultSchema.safeParse(/^\d+$/u.test(text ?? '') ? Number(text) : null).data ?? null;
}

function share(text: string): number {
  const value = Number(text);
  if (value >= 0 && value <= 0.2) return value;
  throw new InvalidArgumentError('应为 0 至 0.2 a number from 0 to 0.2.');
}

import { Command } from 'commander';
import type { Purpose } from '../domain/purpose.ts';
import { purposeOption, purposesOf, topOption } from './options.ts';
import { printRoundSummary } from './output/round-summary.ts';
import { print } from './output/terminal.ts';
import { runRound } from './run-round.ts';
import { commandConfig, withApplication, workHere } from './session.ts';
import { writeReportFiles } from './write-report-files.ts';

export function roundCommand(): Command {
  return new Command('round')
    .description(
      '对全部成果与载体开展一轮对接，生成报告\nRun a matching round over all records and write its report.',
    )
    .addOption(purposeOption())
    .addOption(topOption(5))
    .option('--json', '输出 JSON 报告 print the report as JSON')
    .action(async ({ purpose, top, json }: { purpose?: Purpose; top: number; json?: boolean }) => {
      await withApplication(commandConfig(), async (application, config) => {
        await workHere(application, config);
        const report = await runRound(application, { purposes: purposesOf(purpose), top });
        const paths = await writeReportFiles(report, application.profile, config.data.reports);
        if (json) {
          print(JSON.stringify(report));
          return;
        }
        printRoundSummary(report);
        print(`\n报告 report:\n${paths.map((path) => `  ${path}`).join('\n')}`);
      });
    });
}

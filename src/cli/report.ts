import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { roundReportHtml } from '../exchange/index.ts';
import { printRoundSummary } from './output/round-summary.ts';
import { print } from './output/terminal.ts';
import { commandConfig, withApplication } from './session.ts';

export function reportCommand(): Command {
  return new Command('report')
    .description(
      '查看一轮对接的报告，或导出为 JSON、HTML\nShow the report of a round, or write it as JSON or HTML.',
    )
    .argument('<round-id>', '轮次编号 id of the round')
    .option(
      '-o, --out <file>',
      '输出文件，扩展名 .html 为网页，其余为 JSON where to write it (.html or JSON)',
    )
    .option('--json', '以 JSON 输出 print as JSON')
    .action(async (roundId: string, { out, json }: { out?: string; json?: boolean }) => {
      await withApplication(commandConfig(), async ({ usecases, profile }) => {
        const report = await usecases.getReport(roundId);
        const asJson = JSON.stringify(report, null, 2);
        if (out !== undefined) {
          await writeFile(out, /\.html?$/iu.test(out) ? roundReportHtml(report, profile) : `${asJson}\n`);
          print(`已写入 written: ${out}`);
        } else if (json) print(asJson);
        else printRoundSummary(report);
      });
    });
}

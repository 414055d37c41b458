import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Command } from 'commander';
import { REPORT_FILES } from '../usecases/write-report.ts';
import { collectReport, printReportJson, writeReportJson } from './collect-report.ts';
import { sheetsOption } from './options.ts';
import { printRoundSummary } from './output/round-summary.ts';
import { print } from './output/terminal.ts';
import { commandConfig, withApplication } from './session.ts';

interface Options {
  readonly out?: string;
  readonly json?: boolean;
  readonly sheets?: number;
}

export function reportCommand(): Command {
  return new Command('report')
    .description(
      '查看一轮对接的报告，或导出为 PDF、XLSX、HTML、JSON\nShow the report of a round, or write it as PDF, XLSX, HTML or JSON.',
    )
    .argument('<round-id>', '轮次编号 id of the round')
    .option('-o, --out <file>', '输出文件：.pdf 公文、.xlsx 表格、.html 网页、.json 数据 where to write it')
    .addOption(sheetsOption())
    .option('--json', '以 JSON 输出 print as JSON')
    .action(async (roundId: string, { out, json, sheets }: Options, command: Command) => {
      const ending = out === undefined ? undefined : extname(out).toLowerCase();
      const kind = REPORT_FILES.find((each) => out?.toLowerCase().endsWith(`.${each}`));
      if (ending !== undefined && ending !== '.json' && kind === undefined)
        return command.error(`-o 须以 .pdf、.xlsx、.html 或 .json 结尾 one of these endings, not ${out}`);
      if (sheets !== undefined && (kind !== 'pdf' || json))
        return command.error('--sheets 只用于 PDF：-o 报告.pdf only a PDF has so many sheets: -o FILE.pdf');
      await withApplication(commandConfig(), async (application) => {
        if (json) return printReportJson(application, roundId);
        if (out === undefined) return printRoundSummary(await collectReport(application, roundId));
        if (kind) await writeFile(out, await application.usecases.writeReport({ roundId, kind, sheets }));
        else await writeReportJson(application, roundId, out);
        print(`已写入 written: ${out}`);
      });
    });
}

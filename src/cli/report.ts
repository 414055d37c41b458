import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { DomainError } from '../domain/errors.ts';
import type { Profile } from '../domain/profile.ts';
import type { RoundReport } from '../domain/round.ts';
import { roundReportHtml, roundReportPdf, roundReportWorkbook } from '../exchange/index.ts';
import { collectReport, MOST_WHOLE, writeReportJson } from './collect-report.ts';
import { printRoundSummary } from './output/round-summary.ts';
import { print } from './output/terminal.ts';
import { commandConfig, withApplication } from './session.ts';

type Written = (report: RoundReport, profile: Profile) => string | Promise<Uint8Array>;

const FORMATS: readonly (readonly [RegExp, Written])[] = [
  [/\.html?$/iu, roundReportHtml],
  [/\.pdf$/iu, roundReportPdf],
  [/\.xlsx$/iu, roundReportWorkbook],
];

export function reportCommand(): Command {
  return new Command('report')
    .description(
      '查看一轮对接的报告，或导出为 PDF、XLSX、HTML、JSON\nShow the report of a round, or write it as PDF, XLSX, HTML or JSON.',
    )
    .argument('<round-id>', '轮次编号 id of the round')
    .option('-o, --out <file>', '输出文件：.pdf 公文、.xlsx 表格、.html 网页，其余为 JSON where to write it')
    .option('--json', '以 JSON 输出 print as JSON')
    .action(async (roundId: string, { out, json }: { out?: string; json?: boolean }) => {
      await withApplication(commandConfig(), async (application) => {
        if (json) {
          for await (const piece of await application.usecases.reportAsJson(roundId))
            process.stdout.write(piece);
          return print();
        }
        const write = FORMATS.find(([name]) => out !== undefined && name.test(out))?.[1];
        if (out !== undefined && !write) await writeReportJson(application, roundId, out);
        else {
          const report = await collectReport(application, roundId);
          if (out === undefined || !write) return printRoundSummary(report);
          requireWhole(report);
          await writeFile(out, await write(report, application.profile));
        }
        print(`已写入 written: ${out}`);
      });
    });
}

function requireWhole({ totals: { results } }: RoundReport): void {
  if (results <= MOST_WHOLE) return;
  throw new DomainError(
    'report.too_large',
    `本轮有 ${results} 项成果，超过 ${MOST_WHOLE} 项只能导出为 JSON · The round has ${results} results: beyond ${MOST_WHOLE} it is written as JSON only`,
  );
}

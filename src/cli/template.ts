import { writeFile } from 'node:fs/promises';
import { Argument, Command } from 'commander';
import { RECORD_KINDS, type RecordKind } from '../domain/import-report.ts';
import { loadProfile } from '../exchange/index.ts';
import { writeTemplate } from '../usecases/write-template.ts';
import { print } from './output/terminal.ts';
import { commandConfig } from './session.ts';

export function templateCommand(): Command {
  return new Command('template')
    .description(
      '生成空白导入模板（XLSX），含表头、填写说明与下拉选项\nWrite an empty spreadsheet with headings, notes and drop-downs.',
    )
    .addArgument(new Argument('<kind>', '类型：成果 results、载体 carriers').choices(RECORD_KINDS))
    .option('-o, --out <file>', '输出文件，缺省 <kind>-template.xlsx where to write it')
    .action(async (kind: RecordKind, options: { out?: string }) => {
      const profile = await loadProfile(commandConfig().profileDir);
      const out = options.out ?? `${kind}-template.xlsx`;
      await writeFile(out, await writeTemplate({ profile }, kind));
      print(`已生成模板 template written: ${out}`);
    });
}

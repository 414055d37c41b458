import { basename } from 'node:path';
import { Argument, Command } from 'commander';
import { type ImportReport, RECORD_KINDS, type RecordKind } from '../domain/import-report.ts';
import type { JobProgress } from '../domain/job.ts';
import type { Application } from '../usecases/application.ts';
import { drain } from './drain.ts';
import { printImports } from './output/import-tables.ts';
import { noteLostBackground } from './output/lost-background.ts';
import { createProgress } from './output/progress.ts';
import { print } from './output/terminal.ts';
import { readBytes } from './read-bytes.ts';
import { commandConfig, withApplication } from './session.ts';

export function importCommand(): Command {
  return new Command('import')
    .description(
      '导入成果或载体表格；同一文件导入两次不会产生变化\nImport results or carriers; importing a file twice changes nothing.',
    )
    .addArgument(new Argument('<kind>', '类型：成果 results、载体 carriers').choices(RECORD_KINDS))
    .argument('<file...>', 'XLSX、CSV（UTF-8、GB18030）、JSONL 文件 files')
    .option('--json', '以 JSON 输出导入报告 print the import reports as JSON')
    .action(async (kind: RecordKind, files: string[], options: { json?: boolean }) => {
      const reports = await withApplication(commandConfig(), async (application, config) => {
        const imported = await importFiles(application, kind, files);
        if (config.queue.redisUrl === null) await drain(application, config);
        await noteLostBackground(application);
        return imported;
      });
      if (options.json) print(JSON.stringify(reports, null, 2));
      else printImports(reports, { columns: true });
      process.exitCode = exitCode(reports);
    });
}

/** One report for each file, in the order given. Throws `file.unreadable` and its like. */
export async function importFiles(
  { usecases }: Application,
  kind: RecordKind,
  files: readonly string[],
): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const file of files) {
    const bytes = await readBytes(file);
    const filename = basename(file);
    const progress = createProgress(`导入 import ${filename}`);
    try {
      const options = {
        progress: async ({ done, total, note }: JobProgress) => progress.update(done, total, note),
      };
      reports.push(await usecases.importRecords({ kind, filename, bytes }, options));
    } finally {
      progress.stop();
    }
  }
  return reports;
}

/** 0: all rows taken; 2: some refused; 1: none taken. */
function exitCode(reports: readonly ImportReport[]): number {
  const refused = reports.reduce((sum, { counts }) => sum + counts.refused, 0);
  const rows = reports.reduce((sum, { counts }) => sum + counts.rows, 0);
  if (refused === 0) return 0;
  return refused === rows ? 1 : 2;
}

/** `jianyuan show`: one record as it is kept, every field of it. */
import { Command } from 'commander';
import { print } from './output/terminal.ts';
import { commandConfig, withApplication } from './session.ts';
import { printRecord } from './show-record.ts';

export function showCommand(): Command {
  return new Command('show')
    .description(
      '查看一项成果或一家载体的全部内容，含联系方式和备注\nShow everything that is kept of a result or a carrier, contact and remarks included.',
    )
    .argument('<id>', '成果或载体编号，见 list id of a result or a carrier, see list')
    .option('--json', '以 JSON 输出 print as JSON')
    .action(async (id: string, { json }: { json?: boolean }) => {
      await withApplication(commandConfig(), async ({ usecases, profile }) => {
        const found = await usecases.findRecords(id);
        if (json) return print(JSON.stringify(found, null, 2));
        for (const each of found) printRecord(each, profile);
      });
    });
}

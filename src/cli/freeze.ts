import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { writeFrozenRound } from '../exchange/index.ts';
import { print } from './output/terminal.ts';
import { commandConfig, withApplication } from './session.ts';

export function freezeCommand(): Command {
  return new Command('freeze')
    .description(
      '把一轮对接所依据的全部输入写入文件，供他处复算（含联系人，请妥善保管）\nWrite all that a round rests on into a file, to replay it elsewhere. It holds contacts: keep it safe.',
    )
    .argument('<round-id>', '轮次编号 id of the round')
    .requiredOption('-o, --out <file>', '输出文件，如 轮次.jsonl.gz where to write it')
    .action(async (roundId: string, { out }: { out: string }) => {
      await withApplication(commandConfig(), async ({ usecases }) => {
        const frozen = await usecases.freezeRound(roundId);
        await writeFile(out, writeFrozenRound(frozen));
        const { results, carriers } = frozen;
        print(`已写入 written: ${out}（成果 results ${results.length}，载体 carriers ${carriers.length}）`);
      });
    });
}

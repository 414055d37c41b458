import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { frozenRound } from './frozen-round.ts';
import { createProgress } from './output/progress.ts';
import { print } from './output/terminal.ts';
import { commandConfig, withApplication } from './session.ts';

interface Options {
  readonly inputs?: string;
  readonly out?: string;
}

export function replayCommand(): Command {
  return new Command('replay')
    .description(
      '重新完成一轮对接：输入与版本相同，则在任何机器上校验值都相同\nDo a round again: the same inputs and version give the same hash on any machine.',
    )
    .argument('[round-id]', '轮次编号 id of the round')
    .option(
      '--inputs <file>',
      'freeze 导出的文件，可来自另一台机器 a file written by freeze, also on another machine',
    )
    .option('-o, --out <file>', '把重做的报告写为 JSON write the report that comes of it as JSON')
    .action(async (roundId: string | undefined, { inputs, out }: Options, command: Command) => {
      if (roundId === undefined && inputs === undefined)
        command.error('请给出轮次编号或 --inputs a round id or --inputs is needed');
      await withApplication(commandConfig(), async (application) => {
        const frozen = await frozenRound(application, { roundId: roundId ?? '', inputs });
        const progress = createProgress('复算 replaying');
        const report = await application.usecases
          .replayRound(frozen, ({ done, total }) => progress.update(done, total))
          .finally(() => progress.stop());
        if (out !== undefined) await writeFile(out, `${JSON.stringify(report, null, 2)}\n`);
        const kept = await application.store.rounds.report(report.roundId);
        print(`轮次 round ${report.roundId}\nsha256 ${report.hash}`);
        if (!kept) return;
        const same = kept.hash === report.hash;
        print(
          same
            ? '与库中报告一致 the same as the report that is kept'
            : `库中报告为 the report that is kept has ${kept.hash}`,
        );
        if (!same) process.exitCode = 2;
      });
    });
}

import { Command } from 'commander';
import type { Purpose } from '../domain/purpose.ts';
import { purposeOption, purposesOf } from './options.ts';
import { printExplanation } from './output/explanation.ts';
import { print, terminal } from './output/terminal.ts';
import { commandConfig, withApplication } from './session.ts';

interface Options {
  readonly purpose?: Purpose;
  readonly json?: boolean;
}

export function explainCommand(): Command {
  return new Command('explain')
    .description(
      '说明一项成果与一家载体的评分：构成、原文依据、为什么不是更高、为什么未推荐\nExplain one pair: what its score is made of, with quotes, and why it is not recommended.',
    )
    .argument('<result-id>', '成果编号 id of the result')
    .argument('<carrier-id>', '载体编号 id of the carrier')
    .addOption(purposeOption())
    .option('--json', '以 JSON 输出 print as JSON')
    .action(async (resultId: string, carrierId: string, { purpose, json }: Options) => {
      await withApplication(commandConfig(), async ({ usecases }) => {
        const pairs = [];
        for (const each of purposesOf(purpose))
          pairs.push(await usecases.explainPair({ resultId, carrierId, purpose: each }));
        if (json) return print(JSON.stringify(pairs, null, 2));
        const [{ result, carrier }] = pairs as [(typeof pairs)[0]];
        print(terminal.colours.bold(`${result.title} → ${carrier.name}`));
        for (const pair of pairs) printExplanation(pair);
      });
    });
}

import { Command } from 'commander';
import type { Purpose } from '../domain/purpose.ts';
import { purposeOption, purposesOf, topOption } from './options.ts';
import { printRecommendations } from './output/match-tables.ts';
import { print, terminal } from './output/terminal.ts';
import { commandConfig, withApplication } from './session.ts';

interface Options {
  readonly purpose?: Purpose;
  readonly top: number;
  readonly json?: boolean;
}

export function matchCommand(): Command {
  return new Command('match')
    .description(
      '为一项成果推荐载体，给出理由与得分构成\nRecommend carriers for one research result, with reasons.',
    )
    .argument('<result-id>', '成果编号 id of the result')
    .addOption(purposeOption())
    .addOption(topOption(5))
    .option('--json', '以 JSON 输出 print as JSON')
    .action(async (resultId: string, { purpose, top, json }: Options) => {
      await withApplication(commandConfig(), async ({ usecases }) => {
        const recommendations = [];
        for (const each of purposesOf(purpose)) {
          recommendations.push(await usecases.recommendCarriers({ resultId, purpose: each, top }));
        }
        if (json) return print(JSON.stringify(recommendations, null, 2));
        const [first] = recommendations;
        if (first)
          print(
            terminal.colours.bold([first.result.title, first.result.university].filter(Boolean).join(' · ')),
          );
        for (const each of recommendations) printRecommendations(each);
      });
    });
}

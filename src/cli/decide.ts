import { Command, Option } from 'commander';
import type { Purpose } from '../domain/purpose.ts';
import {
  type LastAdvice,
  RETURN_REASON_NAMES,
  RETURN_REASONS,
  type ReturnReason,
  type ReviewVerdict,
  VERDICTS_OF_REVIEW,
} from '../domain/review.ts';
import { purposeOption } from './options.ts';
import { print } from './output/terminal.ts';
import { purposeName } from './output/wording.ts';
import { commandConfig, withApplication } from './session.ts';

interface Options {
  readonly purpose: Purpose;
  readonly verdict?: ReviewVerdict;
  readonly withdraw?: boolean;
  readonly reason?: ReturnReason;
  readonly comment?: string;
  readonly reviewer?: string;
}

export function decideCommand(): Command {
  return new Command('decide')
    .description(
      '审核一对推荐：批准、退回、驳回或回避，此后各轮照办\nDecide on a pair: later rounds keep to it.',
    )
    .argument('<result-id>', '成果编号 id of the result')
    .argument('<carrier-id>', '载体编号 id of the carrier')
    .addOption(purposeOption('transfer'))
    .addOption(
      new Option(
        '--verdict <verdict>',
        '决定：批准 approved、退回 returned、驳回 rejected、回避 conflict',
      ).choices(VERDICTS_OF_REVIEW),
    )
    .option('--withdraw', '撤回已有决定 take the decision back')
    .addOption(
      new Option(
        '--reason <code>',
        `未批准的理由 why not: ${RETURN_REASONS.map((code) => `${code} ${RETURN_REASON_NAMES[code].zh}`).join('，')}`,
      ).choices(RETURN_REASONS),
    )
    .option('--comment <text>', '意见 comment')
    .option('--reviewer <name>', '审核人 who decides')
    .action(async (resultId: string, carrierId: string, options: Options, command: Command) => {
      const { purpose, verdict, withdraw, reason, comment, reviewer } = options;
      const pair = { resultId, carrierId, purpose };
      await withApplication(commandConfig(), async ({ usecases }) => {
        if (withdraw && verdict !== undefined)
          return command.error(
            '--withdraw 与 --verdict 只能选其一: take a decision back or decide, not both',
          );
        if (withdraw) {
          await usecases.withdrawDecision(pair);
          return print(`已撤回 taken back: ${resultId} → ${carrierId} ${purposeName(purpose)}`);
        }
        if (verdict === undefined || reviewer === undefined)
          return command.error(
            '需要 --verdict 和 --reviewer，或 --withdraw: a verdict and a reviewer are needed',
          );
        const kept = await usecases.decidePair({
          ...pair,
          verdict,
          reason: reason ?? null,
          comment: comment ?? null,
          reviewer,
        });
        print(
          `已记录 kept: ${resultId} → ${carrierId} ${purposeName(purpose)} ${kept.verdict}（${kept.reviewer}，${kept.decidedAt}）`,
        );
        if (kept.verdict === 'approved' && kept.advice && !kept.advice.recommended)
          print(sayNotRecommended(kept.advice));
      });
    });
}

function sayNotRecommended({ roundId, affinity }: LastAdvice): string {
  const how =
    affinity === null ? '未列入候选 no candidate' : `契合度 affinity ${affinity.toFixed(2)}，未达推荐`;
  return `请注意：最近一轮 ${roundId} 未推荐此对（${how}），批准后各轮仍照此安排 · not recommended by the last round; it is placed all the same`;
}

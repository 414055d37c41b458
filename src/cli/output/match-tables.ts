/** Recommendations of one result, and what the best of them is made of. */
import { componentName, type Match } from '../../domain/match.ts';
import type { CarrierRecommendations } from '../../usecases/recommend-carriers.ts';
import { table } from './table.ts';
import { print, terminal } from './terminal.ts';
import { wrap } from './width.ts';
import { purposeName, score, verdictName } from './wording.ts';

export function printRecommendations({ purpose, matches, noFit }: CarrierRecommendations): void {
  const { bold, yellow } = terminal.colours;
  print(`\n${bold(purposeName(purpose))}`);
  if (noFit) print(yellow(`无推荐载体 no carrier recommended：${noFit.why.zh}`));
  if (matches.length === 0) return;
  print(
    table(
      [
        { head: '载体 carrier', width: 26 },
        { head: '契合度 affinity', width: 8, align: 'right' },
        { head: '结论 verdict', width: 7 },
        { head: '理由 reason' },
      ],
      matches.map((match) => [
        match.carrier.name,
        score(match.affinity),
        verdictName(match.verdict),
        match.summary.zh,
      ]),
    ),
  );
  const [best] = matches;
  if (best) printComponents(best, best.carrier.name);
}

function printComponents(match: Match, carrier: string): void {
  print(`${carrier} 的得分构成 components of the best:`);
  print(
    table(
      [
        { head: '指标 component', width: 19 },
        { head: '得分 value', width: 7, align: 'right' },
        { head: '权重 weight', width: 6, align: 'right' },
        { head: '贡献 share', width: 6, align: 'right' },
        { head: '依据 why' },
      ],
      match.components.map((part) => [
        componentName(part.name),
        part.value === null
          ? `未知${part.assumed === undefined ? '' : ` ${score(part.assumed)}`}`
          : score(part.value),
        score(part.weight),
        score(part.contribution),
        part.why.zh,
      ]),
    ),
  );
  const failed = match.limits.filter((limit) => limit.outcome === 'failed').map((limit) => limit.why.zh);
  const shortfalls = match.shortfalls
    .map((shortfall) => shortfall.zh)
    .filter((text) => !failed.includes(text));
  for (const text of failed) print(wrap(`  ✗ ${text}`, terminal.columns));
  for (const text of shortfalls) print(wrap(`  - ${text}`, terminal.columns));
}

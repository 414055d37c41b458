import type { Advice, Contribution, TransferAdvice } from '../../domain/advice.ts';
import type { Placed } from './placed.ts';
import { words } from './words.ts';

/** Which targets the placement would feed once it has landed; counted by the rules of the profile and nothing else. */
export function countContribution(
  { profile, placement, carrier }: Placed,
  { way }: TransferAdvice,
): Pick<Advice, 'contributions' | 'contribution'> {
  const kind = carrier.record.kind;
  const contributions = profile.contributions.flatMap((rule): Contribution[] => {
    const counts =
      rule.purposes.includes(placement.purpose) &&
      way !== null &&
      rule.ways.includes(way) &&
      kind !== undefined &&
      rule.kinds.includes(kind);
    const target = profile.targets.find(({ code }) => code === rule.target);
    if (!counts || !target) return [];
    const { code, zh, en, unit } = target;
    return [{ target: code, name: { zh, en }, unit, amount: rule.amount, when: rule.when }];
  });
  return { contributions, contribution: inWords(contributions) };
}

function inWords(contributions: readonly Contribution[]) {
  if (contributions.length === 0)
    return words(
      '按从严口径，本对接不计入规划目标；如后续新设企业入驻，另行统计',
      'counted strictly, it adds to no target of the plan; a company founded later is counted then',
    );
  return words(
    contributions
      .map(({ name, amount, unit, when }) => `${when.zh}，计入“${name.zh}”${amount}${unit}，落地前不计`)
      .join('；'),
    contributions
      .map(({ name, amount, when }) => `${when.en}, it counts ${amount} towards “${name.en}”; nothing before`)
      .join('; '),
  );
}

import type { Bilingual } from '../../domain/match.ts';
import {
  PARK_FORM_NAMES,
  type ParkComposition,
  type ParkMember,
  type ParkProposal,
} from '../../domain/park.ts';
import { listed, words } from './words.ts';

/** For each result the park that it would belong to, in words; a result is in one park at most, the best first. */
export function sayParks({ proposals }: Pick<ParkComposition, 'proposals'>): ReadonlyMap<string, Bilingual> {
  const said = new Map<string, Bilingual>();
  for (const proposal of proposals)
    for (const member of proposal.members)
      if (!said.has(member.resultId)) said.set(member.resultId, sayPark(proposal, member));
  return said;
}

/** Of two hosts the one where the result itself would sit; the platform where it suits the result itself. */
function sayPark(
  { theme, form, members, hosts, pilot }: ParkProposal,
  { hostCarrierId, pilotAffinity }: ParkMember,
): Bilingual {
  const name = PARK_FORM_NAMES[form];
  const own = hosts.filter(({ carrierId }) => carrierId === hostCarrierId);
  const housed = (own.length > 0 ? own : hosts).map((host) => host.name).join('、');
  const parts = [
    words(
      `建议纳入“${theme.name.zh}”${theme.name.zh.includes(name.zh) ? '' : `（${name.zh}）`}，与另外${members.length - 1}项成果一并谋划`,
      `proposed for “${theme.name.en}”${theme.name.en.includes(name.en) ? '' : ` (${name.en})`}, with ${members.length - 1} other results`,
    ),
    ...(housed === '' ? [] : [words(`承载载体：${housed}`, `housed by ${housed}`)]),
    ...(pilot && pilotAffinity !== null
      ? [words(`中试平台：${pilot.name}`, `pilot platform: ${pilot.name}`)]
      : []),
  ];
  return listed(parts);
}

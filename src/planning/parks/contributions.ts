/** What a park adds to the plan's targets, counted so that nobody has to take it back later. */
import type { Bilingual } from '../../domain/match.ts';
import type { ParkContribution } from '../../domain/park.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Candidate } from './candidates.ts';

/** Ways of conversion that make a team or firm of their own: 自行实施, 作价投资. A licence or sale founds nobody. */
const FOUNDING: ReadonlySet<string> = new Set(['self', 'equity']);

interface Counted {
  readonly atLeast: (members: readonly Candidate[]) => number;
  readonly assumption: Bilingual;
}

/** By the code of the target; a profile without it has no such line. */
const COUNTED: Readonly<Record<string, Counted>> = {
  incubatees_and_teams: {
    atLeast: (members) => members.filter(founds).length,
    assumption: {
      zh: '只计填报了“自行实施”或“作价投资（入股）”的成果，每项按一个团队计；转让、许可不计。',
      en: 'Only results that state own implementation or contribution as equity, one team each; sales and licences found none.',
    },
  },
  tech_enterprises: {
    atLeast: () => 0,
    assumption: {
      zh: '科技型企业以入库为准，落地前不计。',
      en: 'Technology enterprises count when they are registered; none before they have landed.',
    },
  },
  carrier_area: {
    atLeast: () => 0,
    assumption: {
      zh: '利用现有载体空间，不重复计入；新建面积待双方商定后再计。',
      en: 'Space of existing carriers is not counted twice; new space counts once it is agreed.',
    },
  },
};

export function contributionsOf(profile: Profile, members: readonly Candidate[]): ParkContribution[] {
  return profile.targets.flatMap(({ code, zh, en, unit }) => {
    const counted = COUNTED[code];
    return counted
      ? [
          {
            target: code,
            name: { zh, en },
            unit,
            atLeast: counted.atLeast(members),
            assumption: counted.assumption,
          },
        ]
      : [];
  });
}

function founds({ transferModes }: Candidate): boolean {
  return transferModes.some((mode) => FOUNDING.has(mode));
}

/**
 * 研发在高校、孵化转化在区内: refuses a plan that takes the research out of the university, or conversion out of the district.
 * It checks what stands in the proposal, wherever that came from: a reviewer may have changed it.
 */
import type { Bilingual } from '../../domain/match.ts';
import {
  PARK_ACTIVITY_NAMES,
  type ParkActivity,
  type ParkProposal,
  type ParkSite,
  type SitedActivity,
} from '../../domain/park.ts';

export interface SiteViolation {
  readonly activity: ParkActivity;
  /** Undefined where the activity is in no place at all. */
  readonly sited?: SitedActivity | undefined;
  readonly code: 'research_moved' | 'research_missing' | 'conversion_outside' | 'conversion_unplaced';
  readonly why: Bilingual;
}

/** Conversion proper. Proof of concept and bench trial may be done on either side of the line. */
const IN_DISTRICT: ReadonlySet<ParkActivity> = new Set(['pilot', 'incubation', 'industrialisation']);

export type SitedPlan = Pick<ParkProposal, 'members' | 'hosts' | 'institute' | 'park'>;

/** The same proposal; throws where it breaks the rule, with the first activity that does. */
export function refuseMoved(proposal: ParkProposal): ParkProposal {
  const [first] = checkSites(proposal);
  if (first) throw new Error(`园区“${proposal.theme.name.zh}”：${first.why.zh} ${first.why.en}`);
  return proposal;
}

/** Empty where the plan keeps to the rule. */
export function checkSites({ members, hosts, institute, park }: SitedPlan): SiteViolation[] {
  const all = [...institute, ...park];
  const violations: SiteViolation[] = [];
  for (const sited of all) {
    const { activity, site } = sited;
    const name = PARK_ACTIVITY_NAMES[activity];
    if (activity === 'research' && !isHome(site, members))
      violations.push({
        activity,
        sited,
        code: 'research_moved',
        why: {
          zh: `“${name.zh}”被安排在“${site.name.zh}”：研发应留在成果所属高校。`,
          en: `${name.en} is placed at “${site.name.en}”: it must stay at the university of the results.`,
        },
      });
    if (IN_DISTRICT.has(activity) && (site.location === 'university' || site.location === 'outside'))
      violations.push({
        activity,
        sited,
        code: 'conversion_outside',
        why: {
          zh: `“${name.zh}”被安排在“${site.name.zh}”：孵化转化应在区内。`,
          en: `${name.en} is placed at “${site.name.en}”: it must be in the district.`,
        },
      });
  }
  for (const university of new Set(members.map((member) => member.university))) {
    if (!all.some(({ activity, site }) => activity === 'research' && site.name.zh === university))
      violations.push({
        activity: 'research',
        code: 'research_missing',
        why: {
          zh: `${university}有成果入园，但方案未安排其研发留在该校。`,
          en: `Results of ${university} are members, but the plan does not keep their research there.`,
        },
      });
  }
  if (!all.some(({ activity }) => activity === 'incubation'))
    violations.push({
      activity: 'incubation',
      code: 'conversion_unplaced',
      why: { zh: '方案未安排“孵化”的场所。', en: 'The plan has no place for incubation.' },
    });
  if (!violations.some(({ activity }) => activity === 'incubation'))
    violations.push(...unhoused(members, hosts, all));
  return violations;
}

/** Of two hosts one that takes results in, but has no incubation by the plan. */
function unhoused(
  members: SitedPlan['members'],
  hosts: SitedPlan['hosts'],
  all: readonly SitedActivity[],
): SiteViolation[] {
  const taking = new Set(members.flatMap(({ hostCarrierId }) => hostCarrierId ?? []));
  if (taking.size < 2) return [];
  const idle = [...taking].filter(
    (host) => !all.some(({ activity, site }) => activity === 'incubation' && site.carrierId === host),
  );
  return idle.map((host) => {
    const name = hosts.find(({ carrierId }) => carrierId === host)?.name;
    const said = name
      ? { zh: `“${name}”`, en: `“${name}”` }
      : { zh: `承载载体之外的载体（编号 ${host}）`, en: `carrier ${host}, which is none of the hosts,` };
    return {
      activity: 'incubation',
      code: 'conversion_unplaced',
      why: {
        zh: `有成果由${said.zh}承接，但方案未在该载体安排“孵化”。`,
        en: `Results are to be housed at ${said.en} but the plan has no incubation there.`,
      },
    };
  });
}

function isHome({ kind, location, name }: ParkSite, members: SitedPlan['members']): boolean {
  return (
    kind === 'university' &&
    location === 'university' &&
    members.some(({ university }) => university === name.zh)
  );
}

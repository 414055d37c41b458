import { describe, expect, it } from 'vitest';
import type { ParkActivity, ParkSite, SitedActivity } from '../../src/domain/park.ts';
import { checkSites, refuseMoved, type SitedPlan } from '../../src/planning/parks/check-sites.ts';
import { parksOf } from './park-given.ts';

const proposal = parksOf({}).proposals[0]!;
const host: ParkSite = {
  kind: 'carrier',
  location: 'district',
  carrierId: 'host',
  name: { zh: '港城新材料孵化器', en: 'host' },
};
const university = proposal.institute[0]!.site;

function withActivity(activity: ParkActivity, site: ParkSite): SitedPlan {
  const moved = (list: readonly SitedActivity[]) =>
    list.map((sited) => (sited.activity === activity ? { ...sited, site } : sited));
  return { ...proposal, institute: moved(proposal.institute), park: moved(proposal.park) };
}

describe('研发在高校、孵化转化在区内', () => {
  it('lets a composed park pass', () => {
    expect(checkSites(proposal)).toEqual([]);
  });

  it('refuses research at a carrier, and names it', () => {
    const [moved, missing] = checkSites(withActivity('research', host));
    expect(moved).toMatchObject({ activity: 'research', code: 'research_moved' });
    expect(moved!.why.zh).toBe('“研发”被安排在“港城新材料孵化器”：研发应留在成果所属高校。');
    expect(missing!.code).toBe('research_missing');
  });

  it('lets no proposal out that breaks it', () => {
    expect(refuseMoved(proposal)).toBe(proposal);
    expect(() => refuseMoved({ ...proposal, ...withActivity('research', host) })).toThrow(
      '研发应留在成果所属高校',
    );
  });

  it('refuses research on the park side beside that at the university', () => {
    const more: SitedActivity = {
      activity: 'research',
      site: host,
      why: { zh: '联合研发', en: 'joint research' },
    };
    const found = checkSites({ ...proposal, park: [...proposal.park, more] });
    expect(found.map(({ code, sited }) => [code, sited])).toEqual([['research_moved', more]]);
  });

  it('refuses research at a university that has no result in the park, or that a carrier calls its own', () => {
    const other: ParkSite = { ...university, name: { zh: '西南大学', en: 'Southwest University' } };
    expect(checkSites(withActivity('research', other)).map(({ code }) => code)).toContain('research_moved');
    const branch: ParkSite = { ...university, location: 'district' };
    expect(checkSites(withActivity('research', branch)).map(({ code }) => code)).toContain('research_moved');
  });

  it.each(['pilot', 'incubation', 'industrialisation'] as const)(
    'refuses %s at the university or outside the district',
    (activity) => {
      for (const site of [university, { ...host, location: 'outside' as const }]) {
        const found = checkSites(withActivity(activity, site));
        expect(found.map(({ activity, code }) => [activity, code])).toEqual([
          [activity, 'conversion_outside'],
        ]);
      }
    },
  );

  it('refuses a plan without a place of incubation', () => {
    const park = proposal.park.filter(({ activity }) => activity !== 'incubation');
    expect(checkSites({ ...proposal, park }).map(({ code }) => code)).toEqual(['conversion_unplaced']);
  });

  it('lets a bench trial stay at the university', () => {
    expect(checkSites(withActivity('bench', university))).toEqual([]);
  });

  it('refuses a plan where one of two hosts takes results in without incubating them', () => {
    const members = proposal.members.map((member, i) =>
      i === 0 ? { ...member, hostCarrierId: 'b' } : member,
    );
    const second: SitedActivity = {
      activity: 'incubation',
      site: { ...host, carrierId: 'b', name: { zh: '乙孵化器', en: 'b' } },
      why: { zh: '涉及 1 项成果。', en: 'For 1.' },
    };
    expect(checkSites({ ...proposal, members, park: [...proposal.park, second] })).toEqual([]);
    const [idle, ...others] = checkSites({ ...proposal, members });
    expect(others).toEqual([]);
    expect(idle).toMatchObject({ activity: 'incubation', code: 'conversion_unplaced' });
    // a host that the proposal does not name is known by its id alone
    expect(idle!.why.zh).toContain('承载载体之外的载体（编号 b）');
    const hosts = [...proposal.hosts, { ...proposal.hosts[0]!, carrierId: 'b', name: '乙孵化器' }];
    const [named] = checkSites({ ...proposal, members, hosts });
    expect(named!.why.zh).toBe('有成果由“乙孵化器”承接，但方案未在该载体安排“孵化”。');
    expect(named!.why.en).toContain('housed at “乙孵化器”');
  });
});

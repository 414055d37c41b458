import { describe, expect, it } from 'vitest';
import type { CarrierInput } from '../../src/domain/carrier.ts';
import type { ParkProposal } from '../../src/domain/park.ts';
import { checkSites } from '../../src/planning/parks/check-sites.ts';
import { CARRIERS, type Parks, parksOf } from './park-given.ts';

const [host, line] = CARRIERS as readonly [CarrierInput, CarrierInput];
const second: CarrierInput = {
  id: 'second',
  name: '石马河新材料加速器',
  kind: 'accelerator',
  description: '面向新材料企业，提供标准厂房；提供检验检测服务，具备CMA资质。',
  sectors: ['新材料'],
  slots: 3,
  areaFreeM2: 1_000,
  city: '重庆市江北区',
};
const SMALL: Parks = {
  carriers: [{ ...host, slots: 3 }, second, line],
  transfer: { host: 0.6, second: 0.5 },
};

function onlyPark(given: Parks): ParkProposal {
  const { proposals } = parksOf(given);
  expect(proposals).toHaveLength(1);
  return proposals[0]!;
}

function seatedAt({ members }: ParkProposal, carrierId: string): string[] {
  return members.flatMap((member) => (member.hostCarrierId === carrierId ? [member.resultId] : [])).sort();
}

describe('a park that no carrier has room for by itself', () => {
  const park = onlyPark(SMALL);

  it('has two hosts, each within its places, the one that takes more first', () => {
    expect(park.hosts.map(({ carrierId, takes, room }) => [carrierId, takes, room])).toEqual([
      ['host', 3, 3],
      ['second', 2, 3],
    ]);
    expect(park.members).toHaveLength(5);
    expect(seatedAt(park, 'host')).toHaveLength(3);
    expect(seatedAt(park, 'second')).toHaveLength(2);
    expect(park.missing.some(({ kind }) => kind === 'host')).toBe(false);
  });

  it('counts for each member the affinity with the host where it sits', () => {
    // 25 / 12 × (3 × 0.6 + 2 × 0.5)
    expect(park.value.host).toBeCloseTo((25 / 12) * 2.8, 5);
    expect(park.members.reduce((sum, { gain }) => sum + gain, 0)).toBeCloseTo(park.value.total, 9);
    for (const { hostCarrierId, hostAffinity, why } of park.members) {
      expect(hostAffinity).toBe(hostCarrierId === 'host' ? 0.6 : 0.5);
      expect(why.zh).toContain(
        hostCarrierId === 'host' ? '与“港城新材料孵化器”的' : '与“石马河新材料加速器”的',
      );
    }
  });

  it('says what each host offers of what the members ask for, and incubates at both', () => {
    expect(park.hosts.map(({ offers }) => offers!.map(({ code }) => code))).toEqual([[], ['C05']]);
    const sited = park.park.map(({ activity, site, why }) => [activity, site.carrierId, why.zh]);
    expect(sited).toContainEqual(['incubation', 'host', '涉及 3 项成果。']);
    expect(sited).toContainEqual(['incubation', 'second', '涉及 2 项成果。']);
    // an incubator has no room to produce
    expect(sited).toContainEqual(['industrialisation', 'second', '涉及 2 项成果。']);
    expect(sited).toContainEqual(['industrialisation', undefined, '涉及 3 项成果，须在区内落实场所。']);
    expect(checkSites(park)).toEqual([]);
  });

  it('puts each member where it fits best', () => {
    const apart = { a4: { host: 0.2, second: 0.9 }, a5: { host: 0.2, second: 0.9 } };
    expect(seatedAt(onlyPark({ ...SMALL, apart }), 'second')).toEqual(['a4', 'a5']);
  });

  it('makes room at the only host that fits a result, where another could sit elsewhere', () => {
    const carriers = [{ ...host, slots: 4 }, { ...second, slots: 1 }, line];
    const park = onlyPark({
      carriers,
      transfer: { host: 0.6, second: 0.9 },
      apart: { a5: { host: 0.05, second: 0.3 } },
    });
    expect(seatedAt(park, 'second')).toEqual(['a5']);
    expect(seatedAt(park, 'host')).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  it('keeps to the floor area of each host', () => {
    const carriers = [{ ...host, slots: 3, areaFreeM2: 260 }, second, line];
    const narrow = onlyPark({ ...SMALL, carriers });
    expect(narrow.hosts.map(({ carrierId, takes }) => [carrierId, takes])).toEqual([
      ['second', 3],
      ['host', 2],
    ]);
  });

  it('still has no host where two cannot hold it either, and names the two nearest', () => {
    const carriers = [{ ...host, slots: 2 }, { ...second, slots: 2 }, line];
    const without = onlyPark({ ...SMALL, carriers });
    expect(without.hosts).toEqual([]);
    expect(without.members.map(({ hostCarrierId }) => hostCarrierId)).toEqual([null, null, null, null, null]);
    const said = without.missing.find(({ kind }) => kind === 'host')!.zh;
    expect(said).toContain('没有单独或由两家共同与其中 5 项及以上成果相适配且能容纳的载体');
    expect(said).toContain('“港城新材料孵化器”（尚有 2 个名额）和“石马河新材料加速器”（尚有 2 个名额）');
  });
});

describe('a second host', () => {
  const roomy: Parks = { ...SMALL, carriers: [host, second, line] };

  it('is not taken for a slightly better affinity', () => {
    const park = onlyPark({ ...roomy, apart: { a4: { second: 0.9 } } });
    expect(park.hosts.map(({ carrierId }) => carrierId)).toEqual(['host']);
  });

  it('is taken where it raises the value by two points or more', () => {
    const apart = Object.fromEntries(['a3', 'a4', 'a5'].map((id) => [id, { host: 0.2, second: 0.9 }]));
    const park = onlyPark({ ...roomy, apart });
    expect(park.hosts.map(({ carrierId }) => carrierId)).toEqual(['second', 'host']);
    expect(seatedAt(park, 'second')).toEqual(['a3', 'a4', 'a5']);
  });

  it('takes nobody in for whom it is no possible match, though both have room', () => {
    const strange = Object.fromEntries(['a1', 'a2', 'a3'].map((id) => [id, { host: 0.6 }]));
    const others = Object.fromEntries(['a4', 'a5'].map((id) => [id, { second: 0.4 }]));
    const park = onlyPark({ ...SMALL, transfer: {}, apart: { ...strange, ...others } });
    expect(seatedAt(park, 'host')).toEqual(['a1', 'a2', 'a3']);
    expect(seatedAt(park, 'second')).toEqual(['a4', 'a5']);
    for (const { hostAffinity } of park.members) expect(hostAffinity).not.toBeNull();
    const why = park.members.find(({ resultId }) => resultId === 'a4')!.why;
    expect(why.zh).toContain('与“石马河新材料加速器”的承接契合度为 0.40，可考虑，未达到推荐标准');
    const worse = { ...strange, a4: { second: 0.4 }, a5: { second: 0.05 } };
    const without = onlyPark({ ...SMALL, transfer: {}, apart: worse });
    expect(without.hosts).toEqual([]);
    expect(without.members).toHaveLength(5);
  });

  it('is the same whatever the order of the carriers', () => {
    const park = onlyPark(SMALL);
    const turned = onlyPark({ ...SMALL, carriers: [...SMALL.carriers!].reverse() });
    expect(turned).toEqual(park);
  });
});

import { describe, expect, it } from 'vitest';
import type { ParkProposal } from '../../src/domain/park.ts';
import { ALLOYS, CARRIERS, type Parks, parksOf } from './park-given.ts';

function onlyPark(given: Parks = {}): ParkProposal {
  const { proposals } = parksOf(given);
  expect(proposals).toHaveLength(1);
  return proposals[0]!;
}

describe('a park out of five results of one university', () => {
  const park = onlyPark();

  it('is named by university, sub-field and form, as a suggestion', () => {
    expect(park.theme.name.zh).toBe('重庆大学·先进有色金属成果孵化园（建议名）');
    expect(park.theme.name.en).toMatch(
      /^New materials \(.*alloy.*\): results incubation park with Chongqing University/u,
    );
    expect(park.universities).toEqual([{ name: '重庆大学', city: '重庆' }]);
  });

  it('quotes each member for the theme', () => {
    const quotes = park.theme.evidence.map(({ resultId, quote }) => [resultId, quote]);
    expect(new Map(quotes as [string, string][]).get('a4')).toBe('镁锂合金');
    for (const { resultId, field, start, end, quote } of park.theme.evidence) {
      const record = ALLOYS.find(({ id }) => id === resultId)!;
      expect(String(record[field as 'title']).slice(start, end)).toBe(quote);
    }
  });

  it('has all five as members, whose gains sum to the value and its parts', () => {
    expect(park.members.map(({ resultId }) => resultId).sort()).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
    const { total, chain, host, pilot, cohesion, shared } = park.value;
    expect(park.members.reduce((sum, { gain }) => sum + gain, 0)).toBeCloseTo(total, 9);
    expect(chain + host + pilot + cohesion + shared).toBeCloseTo(total, 9);
    expect(park.value.proven).toBe(true);
  });

  it('is worth what docs/parks.md works out by hand', () => {
    // four stages, one sub-field, C04 and C05 served: 12 + 1 + 2
    expect(park.value.chain).toBeCloseTo(15, 5);
    // 25 × 5 × 0.6 / 12
    expect(park.value.host).toBeCloseTo(6.25, 5);
    // 15 × 3 × 0.7 / 12: a1 and a2 ask for a pilot, a4 stands where one is due; a3 asks for tests alone
    expect(park.value.pilot).toBeCloseTo(2.625, 5);
    // one sub-field: 0.5 each, but a2 and a5 share words: 20 × (3 × 0.5 + 2 × 0.5323) / 5
    expect(park.value.cohesion).toBeCloseTo(10.2584, 4);
    // C04 and C05, two askers each
    expect(park.value.shared).toBeCloseTo((15 * 2 * Math.log2(3)) / 9, 5);
  });

  it('says in a sentence why a result belongs', () => {
    const why = park.members.find(({ resultId }) => resultId === 'a1')!.why;
    expect(why.zh).toContain('涉及“镁合金”，属先进有色金属方向');
    expect(why.zh).toContain('成熟度 TRL 5（填报）');
    expect(why.zh).toContain('与其他成员共同需要中试熟化、检验检测');
    expect(why.zh).toContain('与“港城新材料孵化器”的承接契合度为 0.60');
    expect(why.en).toContain('affinity with “港城新材料孵化器” 0.60');
  });

  it('knows the district from its namesake in another city', () => {
    const elsewhere = CARRIERS.map((carrier) => ({ ...carrier, city: '宁波市江北区' }));
    expect(onlyPark({ carriers: elsewhere }).hosts).toEqual([]);
  });

  it('is hosted in the district, though a carrier outside fits better', () => {
    expect(park.hosts.map(({ carrierId, location }) => [carrierId, location])).toEqual([
      ['host', 'district'],
    ]);
    expect(park.pilot?.carrierId).toBe('line');
  });

  it('leaves research at the university and gives every other activity a place in the district', () => {
    expect(park.institute.map(({ activity, site }) => [activity, site.name.zh])).toEqual([
      ['research', '重庆大学'],
    ]);
    const places = new Map(park.park.map(({ activity, site }) => [activity, site.name.zh]));
    expect(places.get('pilot')).toBe('江北轻合金中试线');
    expect(places.get('incubation')).toBe('港城新材料孵化器');
    expect(places.get('industrialisation')).toBe('江北区内，场所待落实');
  });

  it('names who offers what members need in common', () => {
    expect(park.shared.map(({ code, provider }) => [code, provider?.carrierId])).toEqual([
      ['C04', 'line'],
      ['C05', 'line'],
    ]);
  });

  it('counts for the plan only what results say, and leaves the arrangement to the parties', () => {
    const teams = park.contributions.find(({ target }) => target === 'incubatees_and_teams')!;
    expect(teams.atLeast).toBe(1);
    expect(teams.assumption.zh).toContain('转让、许可不计');
    expect(Object.values(park.arrangement).map(({ agreed }) => agreed)).toEqual([null, null, null, null]);
  });

  it('is the same whatever the order of results and carriers', () => {
    const turned = onlyPark({ results: [...ALLOYS].reverse(), carriers: [...CARRIERS].reverse() });
    expect(turned).toEqual(park);
  });
});

describe('what is missing', () => {
  it('is a pilot line where nobody in the district has one', () => {
    const park = onlyPark({ pilot: {} });
    expect(park.pilot).toBeNull();
    expect(park.missing.map(({ zh }) => zh)).toContainEqual(
      expect.stringContaining('无中试平台：缺“中试熟化”能力'),
    );
  });

  it('is a pilot platform to be built where half of the results ask for trials that nobody offers', () => {
    const asking = ALLOYS.map((result) => ({ ...result, needs: '急需中试放大。' }));
    const park = onlyPark({ results: asking, pilot: {} });
    expect(park.form).toBe('pilot_platform');
    expect(park.formWhy.zh).toBe(
      '5 项成果中有 5 项明确提出小试、中试需求，区内没有适合本园成果的自有中试线，宜先共建中试平台。',
    );
  });

  it('is a pilot line also where the nearest one is recommended to nobody, however many it nearly suits', () => {
    const asking = ALLOYS.map((result) => ({ ...result, needs: '急需中试放大。' }));
    const park = onlyPark({ results: asking, pilot: { line: 0.4 } });
    expect(park.pilot).toBeNull();
    expect(park.form).toBe('pilot_platform');
    expect(park.value.pilot).toBe(0);
    expect(park.park.find(({ activity }) => activity === 'pilot')!.site.kind).toBe('open');
    expect(JSON.stringify(park)).not.toContain('江北轻合金中试线');
    expect(park.missing.map(({ zh }) => zh)).toContainEqual(
      '无中试平台：缺“中试熟化”能力，5 项成果需要，区内没有适配的自有中试线。',
    );
  });

  it('is a pilot line also where a host has one that suits nobody: it is not offered to them', () => {
    const [host, ...others] = CARRIERS;
    const description = '面向新材料企业，提供孵化场地；建有中试生产线，可承接中试。';
    const park = onlyPark({ carriers: [{ ...host!, description }, ...others], pilot: {} });
    expect(park.pilot).toBeNull();
    expect(park.hosts[0]!.offers!.map(({ code }) => code)).not.toContain('C04');
    // four stages and one sub-field: nothing that is asked for is served
    expect(park.value.chain).toBeCloseTo(13, 5);
    const suited = onlyPark({
      carriers: [{ ...host!, description }, ...others],
      pilot: {},
      pilotApart: { a1: { host: 0.7 } },
    });
    expect(suited.hosts[0]!.offers!.map(({ code }) => code)).toContain('C04');
  });

  it('is a place for those whose pilot the platform does not suit', () => {
    const park = onlyPark({ pilotApart: { a4: { line: 0.05 } } });
    expect(park.pilot).toMatchObject({ carrierId: 'line', takes: 2, meanAffinity: 0.7 });
    const pilots = park.park.filter(({ activity }) => activity === 'pilot');
    expect(pilots.map(({ site, why }) => [site.carrierId, why.zh])).toEqual([
      ['line', '涉及 2 项成果。'],
      [undefined, '涉及 1 项成果，须在区内落实场所。'],
    ]);
    expect(park.missing.map(({ zh }) => zh)).toContainEqual(
      '另有 1 项成果需要中试，与“江北轻合金中试线”不相适配，须另行落实。',
    );
  });

  it('is a line that suits who joins: one that is recommended only to somebody left out is not named', () => {
    const narrow = CARRIERS.map((carrier) => (carrier.id === 'host' ? { ...carrier, slots: 5 } : carrier));
    const sixth = { ...ALLOYS[1]!, id: 'a6', title: '铝合金型材挤压模具', needs: '寻求中试。' };
    const park = onlyPark({
      results: [...ALLOYS, sixth],
      carriers: narrow,
      pilot: { line: 0.3 },
      pilotApart: { a6: { line: 0.6 } },
      apart: { a6: { host: 0.05 } },
    });
    expect(park.members.map(({ resultId }) => resultId)).not.toContain('a6');
    expect(park.pilot).toBeNull();
    expect(park.missing.map(({ zh }) => zh)).toContainEqual(
      '本方向另有 1 项成果与承接载体不相适配，未列入，宜另寻载体。',
    );
  });

  it('is no line with the highest affinities where another one is recommended', () => {
    const other = { ...CARRIERS[1]!, id: 'other', name: '港城压铸试制线' };
    const park = onlyPark({
      carriers: [...CARRIERS, other],
      pilot: { line: 0.45 },
      pilotApart: { a1: { line: 0.45, other: 0.6 } },
    });
    expect(park.pilot?.carrierId).toBe('other');
  });

  it('is a host where none in the district has room, with the area that it takes', () => {
    const full = CARRIERS.map((carrier) => (carrier.id === 'host' ? { ...carrier, slots: 4 } : carrier));
    const park = onlyPark({ carriers: full });
    expect(park.hosts).toEqual([]);
    expect(park.missing.find(({ kind }) => kind === 'host')!.zh).toContain('需落实场地约 625 ㎡');
  });

  it('is a look at room and place that a host does not state', () => {
    const silent = CARRIERS.map((carrier) =>
      carrier.id === 'host'
        ? { ...carrier, slots: undefined, areaFreeM2: undefined, city: undefined }
        : carrier,
    );
    const park = onlyPark({ carriers: silent });
    const said = park.missing.map(({ zh }) => zh).join('');
    expect(said).toContain('“港城新材料孵化器”未填所在地，是否在区内须核实');
    expect(said).toContain('“港城新材料孵化器”未填名额和可用面积');
  });

  it('is slots of the pilot line, and stages nobody stands at', () => {
    const narrow = CARRIERS.map((carrier) => (carrier.id === 'line' ? { ...carrier, slots: 1 } : carrier));
    const said = onlyPark({ carriers: narrow }).missing.map(({ zh }) => zh);
    expect(said).toContainEqual(expect.stringContaining('“江北轻合金中试线”只剩 1 个名额'));
    expect(said.some((zh) => zh.includes('成员尚未覆盖'))).toBe(false);
  });
});

describe('no park', () => {
  it('for want of results: says how many there are', () => {
    const { proposals, considered } = parksOf({ results: ALLOYS.slice(0, 4) });
    expect(proposals).toEqual([]);
    expect(considered[0]).toMatchObject({ reason: 'too_few', sector: 'MAT', universities: ['重庆大学'] });
    expect(considered[0]!.why.zh).toBe('同一方向成果 4 项，建园建议至少需 5 项，尚缺 1 项。');
  });

  it('for want of ripe ones, and of ones that follow', () => {
    const early = parksOf({ results: ALLOYS.map((result) => ({ ...result, trl: 4 })) });
    expect(early.considered[0]).toMatchObject({ reason: 'readiness' });
    expect(early.considered[0]!.why.zh).toContain('没有已明确达到 TRL 6 及以上的');
    const ripe = parksOf({ results: ALLOYS.map((result) => ({ ...result, trl: 8 })) });
    expect(ripe.considered[0]!.why.zh).toContain('没有处于 TRL 3–5 的');
  });

  it('where one carrier takes the theme as a whole', () => {
    const whole = CARRIERS.map((carrier) =>
      carrier.id === 'line' ? { ...carrier, kind: 'incubator', slots: 10 } : carrier,
    );
    const { proposals, considered } = parksOf({
      carriers: whole,
      transfer: { line: 0.8 },
      pilot: { line: 0.8 },
    });
    expect(proposals).toEqual([]);
    expect(considered[0]!.reason).toBe('covered');
    expect(considered[0]!.why.zh).toContain('“江北轻合金中试线”已同时覆盖该领域和中试环节');
  });

  it('of one result that is handed in twice', () => {
    const twice = [...ALLOYS.slice(0, 4), { ...ALLOYS[3]!, id: 'b4', title: '镁锂合金超轻板材技术' }];
    const { proposals, duplicates } = parksOf({ results: twice });
    expect(duplicates).toEqual([{ resultId: 'b4', of: 'a4' }]);
    expect(proposals).toEqual([]);
  });

  it('of studies and of results at the very beginning', () => {
    const studies = ALLOYS.map((result, i) => (i === 0 ? { ...result, category: '软科学' } : result));
    expect(parksOf({ results: studies }).proposals).toEqual([]);
    const beginning = ALLOYS.map((result, i) => (i === 0 ? { ...result, trl: 1 } : result));
    expect(parksOf({ results: beginning }).proposals).toEqual([]);
  });
});

describe('several parks', () => {
  const more: readonly (readonly [string, string, number])[] = [
    ['铝锂合金蒙皮激光焊接', '机身壁板的热裂纹控制。', 4],
    ['高强铝合金线材连续挤压', '电力金具用线材的组织细化。', 5],
    ['钛合金医用骨板锻造', '骨板近净成形与酸洗。', 6],
    ['镁合金挤压型材腐蚀防护', '轨道座椅型材的转化膜。', 7],
    ['铜合金端子精密冲制', '连接器端子的应力松弛。', 8],
  ];
  const others = more.map(([title, abstract, trl], i) => ({
    id: `s${i + 1}`,
    title,
    abstract,
    trl,
    university: '西南大学',
  }));

  it('share no result, and no slot of a host', () => {
    const { proposals } = parksOf({ results: [...ALLOYS, ...others] });
    expect(proposals).toHaveLength(2);
    const ids = proposals.flatMap(({ members }) => members.map(({ resultId }) => resultId));
    expect(new Set(ids).size).toBe(ids.length);
    // eight slots hold one park of five
    expect(proposals.filter(({ hosts }) => hosts.length > 0)).toHaveLength(1);
  });

  it('are made by universities of the list together where none has enough by itself', () => {
    const results = [...ALLOYS.slice(0, 3), ...others.slice(3)];
    const park = onlyPark({ results });
    expect(park.joint).toBe(true);
    expect(park.theme.name.zh).toBe('重庆大学、西南大学·先进有色金属成果孵化园（建议名）');
    expect(park.institute.map(({ site }) => site.name.zh).sort()).toEqual(['西南大学', '重庆大学']);
    const three = results.map((result, i) => (i === 4 ? { ...result, university: '电子科技大学' } : result));
    const { name } = onlyPark({ results: three }).theme;
    expect(name.zh).toContain('重庆大学等3所高校');
    expect(name.en).toContain('Chongqing University and 2 other universities');
    const unlisted = results.map((result) =>
      result.university === '西南大学' ? { ...result, university: '某市职业学院' } : result,
    );
    expect(parksOf({ results: unlisted }).proposals).toEqual([]);
  });

  it('are as many as one round may propose; the next is named', () => {
    const { proposals, considered } = parksOf({
      results: [...ALLOYS, ...others],
      settings: { proposals: 1 },
    });
    expect(proposals.map(({ universities }) => universities[0]!.name)).toEqual(['重庆大学']);
    expect(considered[0]).toMatchObject({ reason: 'limit', universities: ['西南大学'] });
  });

  it('take no more members than a host has slots, and say who is left out', () => {
    const many = [...ALLOYS, ...others.map((result) => ({ ...result, university: '重庆大学' }))];
    const park = onlyPark({ results: many });
    expect(park.members).toHaveLength(8);
    expect(park.missing.map(({ zh }) => zh)).toContainEqual(expect.stringContaining('本方向另有 2 项成果'));
  });
});

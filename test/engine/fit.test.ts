import { describe, expect, it } from 'vitest';
import type { CarrierInput } from '../../src/domain/carrier.ts';
import type { Match, ScoreComponent } from '../../src/domain/match.ts';
import type { ResearchResultInput } from '../../src/domain/research-result.ts';
import { CARRIERS, type GivenCarrier, RESULTS } from './district.ts';
import { poolOf, readCarrier, readResult } from './given.ts';

/** The result against these carriers alone, on a background of the district. */
function compare(result: ResearchResultInput, carriers: readonly GivenCarrier[]) {
  const pool = poolOf({
    results: [...RESULTS, { ...result, id: 'asked' }],
    carriers: [...CARRIERS, ...carriers],
  });
  return (id: string, purpose: 'transfer' | 'pilot' = 'transfer') => pool.explain('asked', id, purpose);
}

function part(match: Match, name: string): ScoreComponent {
  const found = match.components.find((component) => component.name === name);
  if (!found) throw new Error(`no component ${name} among ${match.components.map((c) => c.name).join(', ')}`);
  return found;
}

describe('capabilities', () => {
  const asking = { title: '重组蛋白制剂', abstract: '重组蛋白制剂配方。', needs: '寻求检测报告。' };
  const lab = (id: string, claim: object): GivenCarrier => ({
    id,
    name: '生物医药孵化器',
    description: '面向重组蛋白团队。',
    capabilities: [{ code: 'C05', ...claim }],
  });
  const score = compare(asking, [
    lab('own', { detail: 'CMA资质理化检测实验室', provider: 'own' }),
    lab('partner', { detail: 'CMA资质理化检测实验室', provider: 'partner' }),
    lab('by-words', { detail: 'CMA资质理化检测实验室，由合作单位提供' }),
    lab('bare', {}),
    lab('none', { code: 'C13', detail: '国际路演' }),
  ]);

  it('of a partner are worth less than one’s own where the words say so', () => {
    const own = part(score('own'), 'capability').value ?? 0;
    expect(part(score('by-words'), 'capability').value).toBeLessThan(own);
    expect(part(score('by-words'), 'capability').value).toBeGreaterThan(0);
    expect(score('by-words').affinity).toBeLessThan(score('own').affinity);
  });

  it('of a partner are worth less than one’s own where the field `provider` says so', () => {
    expect(part(score('partner'), 'capability').value).toBe(part(score('by-words'), 'capability').value);
  });

  it('merely ticked are worth less than with evidence, and more than none', () => {
    const bare = part(score('bare'), 'capability').value ?? 0;
    expect(bare).toBeLessThan(part(score('own'), 'capability').value ?? 0);
    expect(bare).toBeGreaterThan(part(score('none'), 'capability').value ?? 1);
  });

  it('that are missing are named', () => {
    const { value, why } = part(score('none'), 'capability');
    expect(value).toBe(0);
    expect(why.zh).toContain('检验检测');
    expect(score('none').shortfalls).toContainEqual(expect.objectContaining({ code: 'capability' }));
  });

  it('of which a carrier says nothing are unknown, not missing', () => {
    const silent = compare(asking, [{ id: 'silent', name: '生物医药孵化器' }])('silent');
    expect(part(silent, 'capability')).toMatchObject({ value: null });
    expect(part(silent, 'capability').assumed).toBeGreaterThan(0);
  });

  it('that a carrier takes back are no offer', () => {
    const denying = (text: string): CarrierInput => ({ id: 'c', name: '孵化器', description: text });
    const offered = (text: string) =>
      readCarrier(denying(text)).analysis.capabilities.some(
        (m) => m.code === 'C04' && m.modality === 'offered',
      );
    expect(offered('提供中试生产线。')).toBe(true);
    expect(offered('不提供中试生产线。')).toBe(false);
    expect(offered('We do not provide pilot production.')).toBe(false);
  });
});

describe('sectors', () => {
  const robot = { id: 'narrow', name: '孵化器', sectors: ['INM'], description: '提供办公场地和融资对接。' };
  const everything = {
    ...robot,
    id: 'wide',
    sectors: ['ICV', 'INM', 'BIO', 'FIN', 'MAT', 'ENV', 'NGI', 'HOM', 'DIG'],
  };

  it('a carrier that ticks all nine is below one that names the right one', () => {
    const score = compare({ title: '工业机器人谐波减速器' }, [robot, everything]);
    expect(part(score('wide'), 'sector').value).toBeLessThan(part(score('narrow'), 'sector').value ?? 0);
    expect(score('wide').affinity).toBeLessThan(score('narrow').affinity);
  });

  it('in a district, the carrier of every field is nobody’s first choice where a specialist is there', () => {
    const pool = poolOf({ results: RESULTS, carriers: CARRIERS });
    const specialists = {
      'r-antibody': 'c-bio',
      'r-fluor': 'c-chem',
      'r-parking': 'c-car',
      'r-rv': 'c-robot',
      'r-anammox': 'c-water',
      'r-risk': 'c-fin',
      'r-chip': 'c-chip',
      'r-software': 'c-home',
    };
    const firsts = Object.fromEntries(
      Object.keys(specialists).map((id) => [id, pool.rankCarriers(id, 'transfer')[0]?.id]),
    );
    expect(firsts).toEqual(specialists);
  });

  it('are an even share for each box ticked, and sum to 1', () => {
    const { weights } = readCarrier({ name: '孵化器', sectors: everything.sectors }).analysis.sectors;
    expect(weights).toHaveLength(9);
    expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 4);
    expect(Math.max(...weights.map(({ weight }) => weight))).toBeLessThan(0.25);
  });

  it('say whether they were declared or read', () => {
    const source = (given: ResearchResultInput) => readResult(given).analysis.sectors.source;
    expect(source({ title: '工业机器人减速器' })).toBe('inferred');
    expect(source({ title: '甲', sectors: ['INM'] })).toBe('declared');
    expect(source({ title: '工业机器人减速器', sectors: '智能制造' })).toBe('both');
  });
});

describe('readiness', () => {
  const window = { id: 'window', name: '孵化器', description: '工业机器人孵化器。', trlMin: 4, trlMax: 6 };
  const stage = (given: object) =>
    part(compare({ title: '工业机器人减速器', ...given }, [window])('window'), 'stage');

  it('inside the carrier’s window is best, and falls with every level outside it', () => {
    const values = [6, 7, 8, 9].map((trl) => stage({ trl }).value ?? -1);
    expect(values[0]).toBe(1);
    values.slice(1).forEach((value, i) => {
      expect(value).toBeLessThan(values[i]!);
    });
    expect(stage({ trl: 3 }).value).toBe(stage({ trl: 7 }).value);
  });

  it('unknown gives the neutral value and says so', () => {
    const { value, assumed, why, evidence } = stage({});
    expect(value).toBeNull();
    expect(assumed).toBeGreaterThan(0);
    expect(assumed).toBeLessThan(1);
    expect(why.zh).toContain('成熟度未知');
    expect(evidence).toEqual([]);
  });

  it('inferred or from the stage is never worth as much as declared, and names its source', () => {
    const [declared, fromStage, inferred] = [
      stage({ trl: 5 }),
      stage({ stage: '概念验证' }),
      stage({ abstract: '已完成小试。' }),
    ];
    expect(declared.why.zh).toContain('申报');
    expect(fromStage.why.zh).toContain('按阶段推定');
    expect(inferred.why.zh).toContain('按文字推断');
    for (const other of [fromStage, inferred]) expect(other.value).toBeLessThan(declared.value ?? 0);
    expect(inferred.evidence.map(({ quote }) => quote)).toEqual(['已完成小试']);
  });

  it('of a result that asks for a stage is what comes before it, with the ask as its grounds', () => {
    const levels = (needs: string, given: object = {}) => {
      const { trl } = readResult({ title: '工业机器人减速器', needs, ...given }).analysis;
      return trl && [trl.low, trl.high, trl.source];
    };
    expect(levels('寻求中试合作。')).toEqual([4, 5, 'inferred']);
    expect(levels('寻求小试合作，之后需要中试。')).toEqual([3, 4, 'inferred']);
    expect(levels('寻求示范应用单位。')).toEqual([6, 7, 'inferred']);
    expect(levels('寻求检测报告。')).toBeNull();
    expect(levels('寻求中试合作。', { trl: 6 })).toEqual([6, 6, 'declared']);
    expect(levels('寻求中试合作。', { stage: '概念验证' })).toEqual([3, 4, 'stage']);
    expect(levels('寻求中试合作。', { abstract: '仅完成仿真验证。' })).toEqual([2, 3, 'inferred']);
    const { evidence, value } = stage({ needs: '寻求中试合作。' });
    expect(evidence.map(({ quote }) => quote)).toContain('寻求中试合作');
    expect(value).toBeLessThan(stage({ trl: 4 }).value ?? 0);
  });

  it('inferred counts less than from the stage field, inside the window and outside', () => {
    const inferred = { abstract: '已完成小试。' };
    const field = { stage: '小试已完成' };
    const far = { id: 'far', name: '加速器', description: '工业机器人加速器。', trlMin: 8, trlMax: 9 };
    const farStage = (given: object) =>
      part(compare({ title: '工业机器人减速器', ...given }, [far])('far'), 'stage').value ?? -1;
    expect(stage(inferred).value).toBeLessThan(stage(field).value ?? 0);
    expect(farStage(inferred)).toBeGreaterThan(farStage(field));
  });

  it('of a carrier that states no window is no obstacle', () => {
    const open = part(
      compare({ title: '减速器', trl: 5 }, [{ id: 'open', name: '孵化器' }])('open'),
      'stage',
    );
    expect(open.value).toBeNull();
    expect(open.why.zh).toContain('载体未写');
  });
});

describe('languages', () => {
  it('an English result meets the Chinese carrier of its subject before one of another', () => {
    const pool = poolOf({ results: RESULTS, carriers: CARRIERS });
    const ids = pool.rankCarriers('r-rv', 'transfer').map(({ id }) => id);
    expect(ids[0]).toBe('c-robot');
  });

  const bank = { id: 'bank', name: '孵化园', description: '服务银行与保险。' };

  it('words that cannot be compared are unknown, not different', () => {
    const abstract = 'We describe how the shape of the grooves changes after many hours and why it does.';
    const subject = part(compare({ title: 'Grooves', abstract }, [bank])('bank'), 'subject');
    expect(subject.value).toBeNull();
    expect(subject.why.en).toContain('language');
  });

  it('an English title full of technical terms is still English', () => {
    const subject = part(compare({ title: 'Wear of strain wave gears' }, [bank])('bank'), 'subject');
    expect(subject.value).toBeNull();
  });
});

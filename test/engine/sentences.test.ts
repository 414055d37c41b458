import { beforeAll, describe, expect, it } from 'vitest';
import type { CarrierInput } from '../../src/domain/carrier.ts';
import type { Bilingual, Match } from '../../src/domain/match.ts';
import { PURPOSES, type Purpose } from '../../src/domain/purpose.ts';
import type { ResearchResultInput } from '../../src/domain/research-result.ts';
import { readDemonstration } from './demonstration.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { poolOf } from './given.ts';

/** The pair by itself, on a background of the district. */
function summaryOf(
  result: ResearchResultInput,
  carrier: CarrierInput,
  purpose: Purpose = 'transfer',
): Bilingual {
  const pool = poolOf({
    results: [...RESULTS, { ...result, id: 'asked' }],
    carriers: [...CARRIERS, { ...carrier, id: 'asking' }],
  });
  return pool.explain('asked', 'asking', purpose).summary;
}

/** What a sentence quotes; … stands where something was cut off. */
function quotesOf(sentence: string): string[] {
  return [...sentence.matchAll(/“([^”]*)”/gu)].map(([, quote]) => quote!.replace(/^…|…$/gu, ''));
}

const ANTIBODY = RESULTS.find(({ id }) => id === 'r-antibody')!;
const BIO = CARRIERS.find(({ id }) => id === 'c-bio')!;

describe('the sentence of a pair', () => {
  it('says what is asked and who answers it, in the words of both, then sector and stage', () => {
    const { zh, en } = summaryOf(
      { ...ANTIBODY, needs: '急需抗体中试放大。' },
      { ...BIO, description: '面向抗体药物。', portfolio: undefined },
    );
    expect(zh).toContain(
      '成果所需“抗体中试放大”，载体提供“500L生物反应器中试线两条”，同为中试熟化类，须核实',
    );
    expect(zh).toContain('双方都涉及“抗体”');
    expect(zh).toContain('同属生物医药');
    expect(zh).toContain('成熟度TRL 5在其接收范围4–7内');
    expect(en).toMatch(/^[A-Z“]/u);
    expect(en).toContain('TRL 5 is within the carrier’s window 4–7');
    expect(quotesOf(en)).toEqual(quotesOf(zh));
  });

  it('chooses of many offers the one that speaks of the same thing', () => {
    const { zh } = summaryOf(
      { title: '二甲双胍缓释片', needs: '需要湿法制粒放大与稳定性考察。', sectors: ['BIO'] },
      {
        name: '制剂中试平台',
        sectors: ['BIO'],
        capabilities: '中试熟化：热熔挤出、湿法制粒、流化床包衣（自有）',
        description: '口服固体制剂与缓释片的平台。',
      },
    );
    expect(zh).toContain('“湿法制粒”');
    expect(zh).not.toContain('热熔挤出');
  });

  it('does not claim that an ask is met where only the name of the capability is the same', () => {
    const { zh } = summaryOf(
      { title: '聚乳酸地膜母粒', needs: '需要吹膜中试。', sectors: ['MAT'] },
      {
        name: '复合材料基地',
        sectors: ['MAT'],
        description: '面向新材料。',
        capabilities: '中试熟化：缠绕成型线（自有）',
      },
    );
    expect(zh).toContain('未见所需的高分子挤出与注塑成型');
    expect(zh).not.toMatch(/承接|对应/u);
  });

  it('quotes what is asked alone: not that it was not done yet, nor half a bracket', () => {
    const needs = '可靠性试验尚未做；（高低温-40～85℃）学校高低温箱排不上，需要检测。';
    const { zh } = summaryOf(
      { title: '电机控制器', needs, sectors: ['ICV'] },
      {
        name: '检测平台',
        sectors: ['ICV'],
        description: '电机控制器检测。',
        capabilities: '检验检测：电机可靠性试验（自有）',
      },
    );
    expect(zh).toContain('“可靠性试验”');
    expect(zh).not.toMatch(/尚未做|“[^”（]*）/u);
  });

  it('does not claim that an ask is met by what is offered in part, or brought by who comes', () => {
    const told = (detail: string) =>
      summaryOf(
        { title: '电机控制器', needs: '需要电机耐久可靠性试验。', sectors: ['ICV'] },
        {
          name: '检测平台',
          sectors: ['ICV'],
          description: '面向汽车。',
          capabilities: `检验检测：${detail}（自有）`,
        },
      ).zh;
    expect(told('电机耐久可靠性试验')).toMatch(/承接|写明具备/u);
    expect(told('电机耐久可靠性试验部分项目')).not.toMatch(/承接|写明具备|对应/u);
    expect(told('团队自带电机耐久可靠性试验')).not.toMatch(/承接|写明具备|对应/u);
    expect(told('全部分析及电机耐久可靠性试验')).toMatch(/承接|写明具备/u);
    expect(told('专业团队带着设备做电机耐久可靠性试验')).toMatch(/承接|写明具备/u);
  });

  it('does not take measures and words of the trade for an answer: 百公斤级试验, 50公斤级', () => {
    const { zh } = summaryOf(
      { title: '高强铝合金', needs: '需要热处理百公斤级中试。', sectors: ['MAT'] },
      {
        name: '电池基地',
        sectors: ['MAT'],
        description: '面向新材料。',
        capabilities: '中试熟化：50公斤级正极粉体中试（自有）',
      },
    );
    expect(zh).not.toMatch(/承接|对应/u);
  });

  it('says that little is shared where all that is shared are words of any field, and cuts no word', () => {
    const offer = { name: '某平台', sectors: ['ICV'], description: '功率与强度的公斤级放大。' };
    const { zh, en } = summaryOf({ title: '射频功率合成', abstract: '功率提高，强度提高。' }, offer);
    expect(zh).toMatch(/主题少有相通（只共有“(?:功率|强度)”/u);
    expect(en.toLowerCase()).toContain('the texts share little of the subject (only general words such as');
    const cut = summaryOf(
      { title: '光纤传感网络' },
      { name: '某平台', description: '高纤传动带的试制。' },
    ).zh;
    expect(cut).not.toContain('“纤传”');
  });

  it('names what is missing, what is to be checked, and a stage that is off', () => {
    const asking = { ...ANTIBODY, needs: '需要中试放大；需要融资。' };
    expect(summaryOf(asking, { ...BIO, trlMin: 6 }).zh).toMatch(/未见所需的科技金融|TRL 5未到接收下限6/u);
    const silent = { ...BIO, description: '抗体药物中试放大，500L生物反应器。', capabilities: 'C04：中试线' };
    expect(summaryOf(ANTIBODY, silent, 'pilot').zh).toContain('尚需核实药品GMP');
    expect(summaryOf(ANTIBODY, { ...BIO, slots: 0 }).zh).toContain('本轮无接收名额');
  });

  it('begins with the reason where a pair is excluded', () => {
    expect(summaryOf(ANTIBODY, { ...BIO, status: '摘牌' }).zh).toBe('载体已摘牌，不参与对接。');
    const done = { ...ANTIBODY, needs: '已完成中试放大，现寻求专利许可。' };
    expect(summaryOf(done, BIO, 'pilot').zh).toBe('中试已完成（“已完成中试放大”），不必寻找中试合作方。');
  });

  it('says of a far pair what each side is about', () => {
    const car = CARRIERS.find(({ id }) => id === 'c-car')!;
    const { zh } = summaryOf(ANTIBODY, car);
    expect(zh).toContain('成果以生物医药为主，载体以智能网联汽车为主');
  });

  it('compares no words across languages, and says so', () => {
    const english = { title: 'Bispecific antibody', abstract: 'An antibody for tumours.', sectors: ['BIO'] };
    const { zh } = summaryOf(english, { name: '未来空间', sectors: ['BIO'], description: '提供创业导师。' });
    expect(zh).toContain('双方语言不同');
  });
});

describe('over the demonstration data', () => {
  let matches: readonly Match[];
  beforeAll(async () => {
    const { results, pool } = await readDemonstration();
    matches = PURPOSES.flatMap((purpose) =>
      results.flatMap(({ record }) => pool.carriersFor(record.id, purpose, 4).matches),
    );
  });

  it('every quoted word stands in the evidence of the match', () => {
    let quotes = 0;
    const faults = matches.flatMap(({ summary, components, limits, resultId, carrierId }) => {
      const evidence = [...components, ...limits].flatMap((part) => part.evidence.map(({ quote }) => quote));
      return [...quotesOf(summary.zh), ...quotesOf(summary.en)].flatMap((quote) => {
        quotes++;
        return evidence.some((found) => found.includes(quote))
          ? []
          : [`${resultId} × ${carrierId}: “${quote}”`];
      });
    });
    expect(faults.slice(0, 10)).toEqual([]);
    expect(quotes).toBeGreaterThan(matches.length);
  });

  it('sentences are short, end once, hold no score, and those of recommended pairs quote both sides', () => {
    for (const { summary, verdict, components, affinity } of matches) {
      expect(summary.zh.length, summary.zh).toBeLessThanOrEqual(150);
      expect(summary.zh).toMatch(/^[^。]+。$/u);
      expect(summary.zh).not.toMatch(/0\.\d{2}/u);
      expect(summary.en).toMatch(/^[^\p{Ll}].*\.$/u);
      expect(summary.zh).not.toMatch(/，，|；；|，。|“”|undefined|null/u);
      expect(/因系该成果最接近的载体而推荐|因明显高于其他载体而推荐/u.test(summary.zh), summary.zh).toBe(
        verdict === 'recommended' && affinity < 0.5,
      );
      if (verdict === 'recommended' && summary.zh.includes('没有共同的技术用词'))
        expect(summary.zh).toContain('须人工核实');
      const speaking = components.some(({ name, evidence }) => name === 'subject' && evidence.length > 0);
      if (verdict === 'recommended' && speaking) expect(quotesOf(summary.zh), summary.zh).not.toEqual([]);
    }
    const lengths = matches.map(({ summary }) => summary.zh.length).sort((a, b) => a - b);
    expect(lengths[Math.floor(0.9 * lengths.length)]).toBeLessThanOrEqual(95);
  });
});

import { describe, expect, it } from 'vitest';
import { termsOf } from '../../src/domain/analysis.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { PURPOSES } from '../../src/domain/purpose.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { ENGINE, PROFILE, poolOf, readResult } from './given.ts';
import { faultOf } from './quotes.ts';

describe('a pool', () => {
  it.each(PURPOSES)('without carriers says that there is none (%s)', (purpose) => {
    const pool = poolOf({ results: RESULTS, carriers: [] });
    expect(pool.rankCarriers('r-antibody', purpose)).toEqual([]);
    const { matches, noFit } = pool.carriersFor('r-antibody', purpose, 5);
    expect(matches).toEqual([]);
    expect(noFit).toMatchObject({ resultId: 'r-antibody', purpose, reason: 'no_carrier' });
    expect(noFit?.nearest).toBeUndefined();
  });

  it('without results has nothing for a carrier; without anything it can still be made', () => {
    const pool = poolOf({ results: [], carriers: CARRIERS });
    expect(pool.resultsFor('c-bio', 'transfer', 5)).toEqual([]);
    expect(pool.rankResults('c-bio', 'pilot')).toEqual([]);
    expect(() => poolOf({ results: [], carriers: [] })).not.toThrow();
  });

  it('knows no record that was not given to it', () => {
    const pool = poolOf({ results: RESULTS, carriers: CARRIERS });
    expect(() => pool.rankCarriers('r-nowhere', 'transfer')).toThrow(DomainError);
    expect(() => pool.explain('r-antibody', 'c-nowhere', 'transfer')).toThrow(
      expect.objectContaining({ code: 'record.not_found' }),
    );
  });

  it('takes a result with a title only and a carrier with a name only', () => {
    const pool = poolOf({
      results: [{ id: 'r', title: '厌氧氨氧化颗粒污泥' }],
      carriers: [{ id: 'c', name: '污水资源化孵化器' }],
    });
    for (const purpose of PURPOSES) {
      const [match] = pool.carriersFor('r', purpose, 1).matches;
      expect(match?.affinity).toBeGreaterThan(0);
      expect(match?.shortfalls.map(({ zh }) => zh).join()).toContain('成熟度未知');
    }
  });

  it('gives explained carriers and more of them ranked out of one look as out of two', () => {
    const pool = poolOf({ results: RESULTS, carriers: CARRIERS });
    for (const { id } of RESULTS) {
      for (const purpose of PURPOSES) {
        const { ranked, ...found } = pool.carriersRanked(id!, purpose, 2, 4);
        expect(found).toEqual(pool.carriersFor(id!, purpose, 2));
        expect(ranked).toEqual(pool.rankCarriers(id!, purpose, 4));
      }
    }
  });

  it('takes a title without a single known word', () => {
    const odd = [
      { id: 'a', title: '😀 Q' },
      { id: 'b', title: '—…— X' },
      { id: 'c', title: '1234 Q' },
      { id: 'd', title: 'Ωλ' },
    ];
    const pool = poolOf({ results: odd, carriers: CARRIERS });
    for (const { id } of odd) {
      const { matches, noFit } = pool.carriersFor(id, 'transfer', 3);
      expect(matches).toHaveLength(3);
      expect(matches.map(({ verdict }) => verdict)).not.toContain('recommended');
      expect(noFit).not.toBeNull();
    }
  });

  it('finds a carrier by its past projects where it has no description', () => {
    const record = {
      id: 'record',
      name: '未来空间',
      portfolio: [{ title: '抗PD-1单克隆抗体纯化工艺' }, { title: '双特异性抗体抗肿瘤药物' }],
    };
    const blank = { id: 'blank', name: '未来空间' };
    const pool = poolOf({ results: RESULTS, carriers: [record, blank] });
    const [first, second] = pool.rankCarriers('r-antibody', 'transfer');
    expect(first?.id).toBe('record');
    expect(first?.affinity).toBeGreaterThan(second?.affinity ?? 1);
  });

  it('gives a reason in words where nobody is recommended, and none where somebody is', () => {
    const pool = poolOf({ results: RESULTS, carriers: CARRIERS });
    for (const purpose of PURPOSES) {
      for (const { id } of RESULTS) {
        const { noFit } = pool.carriersFor(id, purpose, 1);
        const served = pool.rankCarriers(id, purpose).some(({ verdict }) => verdict === 'recommended');
        expect(noFit === null, `${id} ${purpose}`).toBe(served);
        if (noFit) expect(noFit.why.zh).toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('names what is missing where the nearest carrier lacks what is asked', () => {
    const pool = poolOf({
      results: [{ id: 'r', title: '厌氧氨氧化颗粒污泥', needs: '寻求专利许可。' }],
      carriers: [{ id: 'c', name: '工业机器人孵化器', description: '提供创业导师。' }],
    });
    const { noFit } = pool.carriersFor('r', 'transfer', 1);
    expect(noFit?.reason).toBe('capability_missing');
    expect(noFit?.why.zh).toContain('知识产权');
  });

  it('names no carrier as the nearest that is far away', () => {
    const result = { id: 'r', title: '厌氧氨氧化颗粒污泥反应器', trl: 5, needs: '寻求专利许可。' };
    const nearestOf = (description: string) =>
      poolOf({ results: [result], carriers: [{ id: 'c', name: '某载体', description }] }).carriersFor(
        'r',
        'pilot',
        1,
      ).noFit;
    const far = nearestOf('工业机器人孵化，提供创业导师。');
    expect(far).toMatchObject({
      reason: 'pilot_not_asked',
      why: { zh: '成果未提出中试需求，也没有相近的载体' },
    });
    expect(far?.nearest).toBeUndefined();
  });
});

describe('what a text denies is no evidence', () => {
  const waste = '垃圾焚烧飞灰';

  it('denied words are not among the terms, the others are', () => {
    const termsIn = (abstract: string) =>
      readResult({ title: '甲', abstract }).analysis.terms.flatMap(termsOf);
    expect(termsIn(`处理${waste}。`).join()).toContain('焚烧');
    expect(termsIn(`不涉及${waste}。`).join()).not.toContain('焚烧');
    expect(termsIn(`不涉及${waste}；处理污泥。`)).toContain('污泥');
  });

  it('a carrier that denies the subject is further away than one that states it, and is not quoted for it', () => {
    const pool = poolOf({
      results: [...RESULTS, { id: 'ash', title: `${waste}无害化` }],
      carriers: [
        ...CARRIERS,
        { id: 'takes', name: '孵化器', description: `处理${waste}。` },
        { id: 'denies', name: '孵化器', description: `不处理污泥，不接受${waste}。` },
      ],
    });
    const takes = pool.explain('ash', 'takes', 'transfer');
    const denies = pool.explain('ash', 'denies', 'transfer');
    expect(denies.affinity).toBeLessThan(takes.affinity);
    const quotes = denies.components
      .flatMap(({ evidence }) => evidence)
      .filter(({ side }) => side === 'carrier');
    expect(quotes.map(({ quote }) => quote).join()).not.toContain('焚烧');
  });

  it('denied sectors do not count: 不涉及生物医药', () => {
    const sectorsOf = (description: string) => readCarrierSectors({ id: 'c', name: '孵化器', description });
    expect(sectorsOf('面向抗体药物。')[0]).toBe('BIO');
    expect(sectorsOf('面向工业机器人。No antibody drugs, no vaccines.')[0]).toBe('INM');
  });
});

function readCarrierSectors(given: { id: string; name: string; description: string }): string[] {
  return ENGINE.analyseCarrier(given).sectors.weights.map(({ code }) => code);
}

describe('spans and quotes', () => {
  it('hold in texts full of full-width forms, blanks between characters, emoji and combining marks', () => {
    const title = '抗 肿 瘤　双特异性 抗 体 😀 ＡＤＣ';
    const abstract = 'ＰＤ－Ｌ１　抗 体，café\u0301 已 完 成 小 试；急需 中 试 放 大，需１２００㎡厂房。';
    const record = {
      id: 'r',
      title,
      abstract,
      needs: '😀😀需要第三方检测，另需ＧＭＰ车间。',
      keywords: ['抗　体', 'ＣＡＲ－Ｔ'],
    };
    const { analysis } = readResult(record);
    const spans = [
      ...analysis.sectors.evidence,
      ...[...analysis.capabilities, ...analysis.quantities, ...analysis.conditions].map((m) => m.span),
    ];
    expect(spans.map((span) => faultOf(record, span)).filter((fault) => fault !== null)).toEqual([]);
    expect(analysis.quantities).toContainEqual(
      expect.objectContaining({ kind: 'area_m2', modality: 'asked', low: 1200 }),
    );
    expect(analysis.capabilities.map(({ code, modality }) => `${code} ${modality}`)).toEqual(
      expect.arrayContaining(['C03 done', 'C04 asked', 'C05 asked']),
    );
    const match = poolOf({ results: [record], carriers: CARRIERS }).explain('r', 'c-bio', 'pilot');
    const carrier = CARRIERS[0]!;
    const quotes = [...match.components, ...match.limits].flatMap(({ evidence }) => evidence);
    expect(quotes.length).toBeGreaterThan(4);
    for (const quote of quotes) expect(faultOf(quote.side === 'result' ? record : carrier, quote)).toBeNull();
  });
});

describe('the version', () => {
  it('names the engine and the profile', () => {
    expect(ENGINE.version).toContain(PROFILE.id);
    expect(ENGINE.version).toContain(PROFILE.version);
    expect(readResult({ title: '甲' }).analysis.analyser).toBe(ENGINE.analyser);
  });
});

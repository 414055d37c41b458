import { describe, expect, it } from 'vitest';
import { termsOf } from '../../src/domain/analysis.ts';
import type { ResearchResultInput } from '../../src/domain/research-result.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { nearestWords } from '../../src/engine/model/nearest-words.ts';
import { isConcept, nameOfConcept } from '../../src/text/thesaurus.ts';
import { ENGINE, PROFILE, poolOf, readCarrier, readResult } from './given.ts';

describe('different words for the same thing', () => {
  const pool = poolOf({
    results: [
      { id: 'r', title: '污泥脱水性能的调理', abstract: '剩余污泥经调理后板框压滤。' },
      { id: 'e', title: 'Dewatering of sewage sludge', abstract: 'The sludge is conditioned and pressed.' },
    ],
    carriers: [
      {
        id: 'near',
        name: '厌氧消化与干化中心',
        kind: 'incubator',
        description: '提供厌氧消化、干化的场地。',
      },
      { id: 'far', name: '动漫游戏园', kind: 'incubator', description: '提供动漫制作、游戏测试的场地。' },
    ],
  });

  it('bring a carrier near that shares no word with the result', () => {
    const [first, second] = pool.rankCarriers('r', 'transfer');
    expect(first!.id).toBe('near');
    expect(first!.affinity).toBeGreaterThan(second!.affinity);
  });

  it('are told, with the words of either side', () => {
    const { components } = pool.explain('r', 'near', 'transfer')!;
    const subject = components.find(({ name }) => name === 'subject')!;
    expect(subject.value).toBeGreaterThan(0);
    expect(subject.why.zh).toMatch(/污泥.*≈厌氧消化/u);
    expect(subject.evidence.map(({ side, quote }) => `${side} ${quote}`)).toContain('carrier 厌氧消化');
  });

  it('meet an English result too', () => {
    const [first] = pool.rankCarriers('e', 'transfer');
    expect(first!.id).toBe('near');
  });
});

describe('a concept is none of a record', () => {
  const conceptsOf = ({ analysis }: Pick<ReturnType<typeof readCarrier>, 'analysis'>) =>
    analysis.terms.flatMap(termsOf).filter(isConcept).map(nameOfConcept);
  const carrier = (description: string) =>
    conceptsOf(readCarrier({ name: '中试基地', kind: 'incubator', description }));

  it('whose words are denied', () => {
    expect(carrier('提供厌氧消化的场地。')).toContain('污泥');
    expect(carrier('不做厌氧消化。')).not.toContain('污泥');
  });
});

describe('a concept that knows only Chinese words', () => {
  it('is that of an English text whose words the vocabulary translates', () => {
    const concepts = PROFILE.thesaurus.filter((terms) => terms.includes('液体活检'));
    const engine = createEngine({
      ...PROFILE,
      thesaurus: concepts.map((terms) => terms.filter((term) => /\p{Script=Han}/u.test(term))),
    });
    const { terms } = engine.analyseResult({ title: 'Liquid biopsy of lung tumours' });
    expect(terms.flatMap(termsOf).filter(isConcept)).not.toEqual([]);
  });
});

describe('what a model learns of the thesaurus', () => {
  const without = createEngine({ ...PROFILE, thesaurus: [] });
  const filler = PROFILE.thesaurus
    .map(([first]) => first!)
    .filter((term) => /^\p{Script=Han}{2,3}$/u.test(term));
  /** 光伏 stands in some texts, 硅片 in others, never both in one. */
  const texts = (count: number) =>
    Array.from(
      { length: count },
      (_, i) =>
        readResult({
          title: ['光伏', '硅片'][i % 10] ?? filler[i % 200]!,
          abstract: [0, 1, 2].map((k) => filler[(7 * i + k) % 200]).join('，'),
        }).analysis,
    );
  const nearTo = (engine: typeof ENGINE, count: number) =>
    nearestWords(engine.train(texts(count)), '光伏', 3);

  it('brings words near that no text has together', () => {
    expect(nearTo(ENGINE, 400)).toContain('硅片');
    expect(nearTo(without, 400)).not.toContain('硅片');
  });

  it('of few texts is nothing, as without it', () => {
    expect(ENGINE.train(texts(40)).words).toBeNull();
  });
});

describe('what two texts have in common is told', () => {
  const explained = (result: ResearchResultInput, description: string) =>
    poolOf({
      results: [{ ...result, id: 'r' }],
      carriers: [{ id: 'c', name: '中试基地', kind: 'incubator', description }],
    }).explain('r', 'c', 'transfer')!;
  const why = (result: ResearchResultInput, description: string, name: 'subject' | 'needs') =>
    explained(result, description).components.find((component) => component.name === name)!;

  it('without a second form or spelling of one word', () => {
    const ours = { title: 'Rural sewage units of 8 m3/d', abstract: 'The units are assembled on site.' };
    const { zh } = why(ours, 'Rural sewage, 5 m³/d. Assembly of units.', 'subject').why;
    expect(zh).toContain('m3/d');
    expect(zh).toContain('assembled');
    expect(zh).not.toContain('≈');
  });

  it('but with the other where two names only look alike', () => {
    const { zh } = why({ title: 'AIS ship positions' }, 'AI for ship positions.', 'subject').why;
    expect(zh).toContain('AIS≈AI');
  });

  it('no word of the carrier twice', () => {
    const { zh } = why(
      { title: '可降解地膜', abstract: '海水中降解。' },
      'A laboratory for biodegradation in seawater.',
      'subject',
    ).why;
    expect(zh.match(/biodegradation/gu)).toHaveLength(1);
  });

  it('and each quote of a need belongs to the word it is about', () => {
    const ours = { title: '一种调理剂', needs: '需要车间。做污泥脱水。' };
    const { why: said, evidence } = why(ours, '有车间。做厌氧消化。', 'needs');
    expect(said.zh).toMatch(/污泥.*≈厌氧消化、车间/u);
    const about = (word: string) =>
      evidence.filter((quote) => quote.about === word).map(({ side, quote }) => `${side} ${quote}`);
    expect(about('车间')).toEqual(['result 车间', 'carrier 车间']);
    expect(evidence.filter(({ side }) => side === 'carrier')).toHaveLength(2);
  });
});

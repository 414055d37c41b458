import { describe, expect, it } from 'vitest';
import { termsOf } from '../../src/domain/analysis.ts';
import { PURPOSES } from '../../src/domain/purpose.ts';
import { resultTexts } from '../../src/domain/record-text.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { ENGINE, poolOf, readCarrier, readResult } from './given.ts';

const GIVEN = RESULTS.map(readResult);

describe('where the terms of a result stand', () => {
  it('is noted in its analysis, so that each can be quoted from its text', () => {
    for (const { record, analysis } of GIVEN) {
      const texts = new Map(resultTexts(record).map(({ path, text }) => [path, text]));
      for (const field of analysis.terms) {
        const { places } = field;
        expect(places!.at).toHaveLength(3 * field.counts.length);
        termsOf(field).forEach((term, i) => {
          const [source, start, end] = places!.at.slice(3 * i, 3 * i + 3);
          const quote = texts.get(places!.sources[source!]!)!.slice(start, end);
          expect(quote).not.toBe('');
          if (/^\p{Script=Han}+$/u.test(term) && /^\p{Script=Han}+$/u.test(quote)) expect(quote).toBe(term);
        });
      }
    }
  });

  it('is counted in the text as it was written, with the blanks that reading drops', () => {
    const { record, analysis } = readResult({ title: '镁 合 金压铸工艺' });
    const field = analysis.terms.find(({ path }) => path === 'title')!;
    const i = termsOf(field).indexOf('压铸');
    expect(record.title.slice(...field.places!.at.slice(3 * i + 1, 3 * i + 3))).toBe('压铸');
  });

  it('is first of all where it asks', () => {
    const { analysis } = readResult({
      title: '抗体药物',
      abstract: '本成果面向抗体药物，急需合作方。',
      needs: '寻求抗体中试放大。',
    });
    const field = analysis.terms.find(({ path }) => path === 'asked')!;
    const { places } = field;
    const i = termsOf(field).indexOf('抗体');
    expect(places!.sources[places!.at[3 * i]!]).toBe('needs');
  });

  it('comes out the same where the texts are read again', () => {
    const kept = poolOf({ results: RESULTS, carriers: CARRIERS });
    const handed = ENGINE.pool({ results: GIVEN, carriers: CARRIERS.map(readCarrier), keepTexts: false });
    for (const purpose of PURPOSES)
      for (const result of GIVEN)
        expect(handed.carriersFor(result, purpose, 20)).toEqual(
          kept.carriersFor(result.record.id, purpose, 20),
        );
  });
});

describe('a past project', () => {
  it('is quoted by its own title where another before it has no word to compare by', () => {
    const [matched] = poolOf({
      results: [...RESULTS, { id: 'asked', title: '镁合金车身结构件压铸', abstract: '镁合金压铸成形工艺。' }],
      carriers: [
        ...CARRIERS,
        {
          id: 'asking',
          name: '轻合金平台',
          description: '面向轻合金成形。',
          portfolio: [{ title: '2021' }, { title: '铝合金轮毂旋压' }, { title: '镁合金仪表板横梁压铸' }],
        },
      ],
    })
      .carriersFor('asked', 'transfer', 20)
      .matches.filter(({ carrierId }) => carrierId === 'asking');
    const record = matched!.components.find(({ name }) => name === 'record')!;
    expect(record.why.zh).toContain('镁合金仪表板横梁压铸');
    expect(record.evidence[0]).toMatchObject({ field: 'portfolio[2].title', quote: '镁合金仪表板横梁压铸' });
  });
});

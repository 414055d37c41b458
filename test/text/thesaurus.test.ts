import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/text/fold.ts';
import { createSegmenter } from '../../src/text/segmenter.ts';
import { createThesaurus, isConcept, nameOfConcept } from '../../src/text/thesaurus.ts';

const THESAURUS = createThesaurus([
  ['光伏', '太阳能电池', '光伏组件', 'solar cell', 'PV'],
  ['增强现实', '虚拟现实', 'AR', 'augmented reality'],
  ['除颤仪', '急救医学', 'AED'],
  ['储能', '锂电池', '光伏'],
]);
const segmenter = createSegmenter([]);

function conceptsIn(text: string): string[] {
  const folded = foldText(text);
  return THESAURUS.conceptsIn(folded, segmenter.segment(folded)).map(({ term }) => nameOfConcept(term));
}

describe('concepts of a thesaurus', () => {
  it('different words that stand for one thing give the same concept', () => {
    expect(conceptsIn('一种光伏组件')).toEqual(['光伏']);
    expect(conceptsIn('太阳能电池的制备')).toEqual(['光伏']);
    expect(conceptsIn('Tandem solar cells with a wide gap')).toEqual(['光伏']);
  });

  it('a term of two concepts gives both, which together count as much as one', () => {
    const [first, second, ...more] = THESAURUS.conceptsOf('光伏');
    expect(more).toEqual([]);
    const [alone] = THESAURUS.conceptsOf('锂电池');
    expect(Math.hypot(first!.count, second!.count)).toBeCloseTo(alone!.count, 9);
  });

  it('acronyms match as they are written: no stem of are or of a', () => {
    expect(conceptsIn('公共场所AED配置')).toEqual(['除颤仪']);
    expect(conceptsIn('AR glasses')).toEqual(['增强现实']);
    expect(conceptsIn('These are a study of birds')).toEqual([]);
  });

  it('a word that says nothing of a subject stands for none', () => {
    const book = createThesaurus([['操作系统', '系统', '内核']]);
    const terms = (text: string) =>
      book.conceptsIn(foldText(text), segmenter.segment(foldText(text))).map(({ start }) => start);
    expect(terms('一种系统')).toEqual([]);
    expect(terms('一种内核')).toEqual([2]);
  });

  it('a concept is no pair of characters, and goes by its usual term', () => {
    const { term } = THESAURUS.conceptsOf('AED')[0]!;
    expect(isConcept(term)).toBe(true);
    expect(isConcept('#族光')).toBe(false);
    expect(nameOfConcept(term)).toBe('除颤仪');
  });
});

import { describe, expect, it } from 'vitest';
import { Concordance, unsearched, type Vocabulary } from '../../src/text/concordance.ts';

function vocabularyOf(concordance: Concordance, words: readonly string[]): Vocabulary {
  const vocabulary = concordance.vocabulary();
  for (const word of words) vocabulary.add(word);
  return vocabulary;
}

describe('words of several vocabularies in one text', () => {
  const concordance = new Concordance();
  const things = vocabularyOf(concordance, ['泵站', '泵', '泵站改造']);
  const deeds = vocabularyOf(concordance, ['改造', '泵站', '造']);

  it('each vocabulary finds its own, overlapping ones too, by their numbers there', () => {
    const text = unsearched('泵站改造');
    expect(things.placesIn(text)).toEqual([1, 0, 1, 0, 0, 2, 2, 0, 4]);
    expect(deeds.placesIn(text)).toEqual([1, 0, 2, 0, 2, 4, 2, 3, 4]);
  });

  it('a word that comes again keeps its number', () => {
    expect(things.add('泵')).toBe(1);
    expect(deeds.add('泵')).toBe(3);
  });

  it('a word that comes later is found in a text that was looked through before', () => {
    const text = unsearched('水轮机');
    expect(things.placesIn(text)).toEqual([]);
    const later = vocabularyOf(concordance, ['水轮机']);
    expect(later.placesIn(text)).toEqual([0, 0, 3]);
  });

  it('what was found for one concordance says nothing to another', () => {
    const text = unsearched('泵站');
    expect(things.placesIn(text)).toHaveLength(6);
    expect(vocabularyOf(new Concordance(), ['站']).placesIn(text)).toEqual([0, 1, 2]);
  });
});

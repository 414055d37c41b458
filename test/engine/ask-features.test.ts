import { expect, test } from 'vitest';
import { askFeatures, KnownFeatures } from '../../src/engine/analyse/ask-features.ts';

const TEXTS = [
  '寻求年产500吨中试产线,需试产3炉次',
  'looking for a pilot line of 20 tonnes, pilot line with gmp',
  '希望与mems产线合作,完成№轮流片',
  '',
];

test('known features are found where they stand, in the order in which all features first appear', () => {
  for (const text of TEXTS) {
    const all = [...askFeatures(text)];
    const known = all.filter((_, i) => i % 3 !== 1);
    const found: { name: string; start: number }[] = [];
    new KnownFeatures(known).find(text, (number, start) => found.push({ name: known[number]!, start }));
    expect([...new Set(found.map(({ name }) => name))]).toEqual(known);
    for (const { name, start } of found.filter(({ name: run }) => /^\p{Script=Han}+$/u.test(run)))
      expect(text.startsWith(name, start)).toBe(true);
  }
  expect(askFeatures(TEXTS[0]!)).toContain('产№吨');
  expect(askFeatures(TEXTS[1]!)).toContain('_pilot_line');
});

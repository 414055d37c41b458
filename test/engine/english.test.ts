/** English texts among themselves, and beside Chinese ones. */

import { describe, expect, it } from 'vitest';
import { termsOf } from '../../src/domain/analysis.ts';
import { ENGINE, poolOf } from './given.ts';

function termsIn(title: string, abstract: string) {
  const { terms } = ENGINE.analyseResult({ title, abstract });
  return new Map(terms.map((field) => [field.path, termsOf(field)]));
}

describe('a denial in an English text', () => {
  it('says something of what stands before it, which stays a word of the text', () => {
    const terms = termsIn('Skin friction', 'The skin friction is not sensitive to viscosity.').get(
      'abstract',
    );
    expect(terms).toEqual(expect.arrayContaining(['skin', 'friction', 'viscos']));
  });

  it('takes away what it opens with', () => {
    const terms = termsIn('Fermentation hall', 'No perovskite coating. Fermentation of yeast.').get(
      'abstract',
    );
    expect(terms).toContain('yeast');
    expect(terms).not.toContain('perovskit');
  });

  it('takes no words from a title', () => {
    expect(termsIn('Is friction not sensitive to viscosity', '').get('title')).toContain('friction');
  });
});

describe('two English texts', () => {
  const pool = poolOf({
    results: [
      { id: 'shell', title: 'Buckling of shells' },
      { id: '壳', title: '壳体屈曲' },
    ],
    carriers: [
      { id: 'same', name: 'Shells and their buckling' },
      { id: 'bombard', name: 'Bombardment by artillery' },
      { id: 'chinese', name: '壳体屈曲试验' },
    ],
  });
  const subjectOf = (result: string, carrier: string) =>
    pool.explain(result, carrier, 'transfer').components.find(({ name }) => name === 'subject')!;

  it('meet by their own words, not by the Chinese that both may mean', () => {
    expect(subjectOf('shell', 'same').value).toBeGreaterThan(0.5);
    expect(subjectOf('shell', 'bombard').value).toBe(0);
    expect(subjectOf('shell', 'same').why.zh).not.toMatch(/炮击|贝壳/u);
  });

  it('meet Chinese ones by that Chinese, from either side', () => {
    expect(subjectOf('shell', 'chinese').value).toBeGreaterThan(0);
    expect(subjectOf('壳', 'same').value).toBeGreaterThan(0);
  });

  it('score the same whichever side asks', () => {
    const affinity = pool.rankCarriers('shell', 'transfer').find(({ id }) => id === 'same')!.affinity;
    expect(pool.rankResults('same', 'transfer').find(({ id }) => id === 'shell')!.affinity).toBe(affinity);
  });
});

describe('English texts enough to learn from, beside Chinese ones', () => {
  /** A few of some hundred invented words, those of a number near each other in subject. */
  const text = (seed: number) =>
    Array.from(
      { length: 9 },
      (_, i) => `word${String.fromCharCode(97 + ((seed * 7 + i * i) % 17))}x${(seed + i * 3) % 26}`,
    ).join(' ');
  const results = Array.from({ length: 330 }, (_, i) => ({ id: `r${i}`, title: text(i) }));
  const carriers = [
    ...Array.from({ length: 12 }, (_, i) => ({
      id: `c${i}`,
      name: text(i * 5),
      description: text(i * 5 + 1),
      ...(i % 2 === 1 ? { portfolio: [{ title: text(i * 5 + 2) }, { title: text(i * 11) }] } : {}),
    })),
    { id: 'z1', name: '壳体屈曲试验' },
    { id: 'z2', name: '蔬菜种植基地' },
  ];

  it('are ranked as pair by pair, from either side, and what they mean counts most', () => {
    const pool = poolOf({ results, carriers });
    const { components } = pool.explain('r5', 'c1', 'transfer');
    const semantics = components.find(({ name }) => name === 'semantics')!;
    expect(semantics.value).toBeGreaterThan(0);
    expect(semantics.weight).toBeGreaterThan(components.find(({ name }) => name === 'alignment')!.weight);
    for (const purpose of ['transfer', 'pilot'] as const)
      for (const { id } of results.slice(0, 12)) {
        const slow = carriers
          .map((carrier) => ({ id: carrier.id, affinity: pool.explain(id, carrier.id, purpose).affinity }))
          .sort((a, b) => b.affinity - a.affinity || (a.id < b.id ? -1 : 1));
        const fast = pool.rankCarriers(id, purpose, 4).map(({ id: c, affinity }) => ({ id: c, affinity }));
        expect(fast).toEqual(slow.slice(0, 4));
        const back = pool.rankResults(slow[0]!.id, purpose).find((each) => each.id === id)!;
        expect(back.affinity).toBe(slow[0]!.affinity);
      }
    for (const purpose of ['transfer', 'pilot'] as const)
      for (const id of ['c1', 'c7', 'z1']) {
        const slow = results
          .map((result) => ({ id: result.id, affinity: pool.explain(result.id, id, purpose).affinity }))
          .sort((a, b) => b.affinity - a.affinity || (a.id < b.id ? -1 : 1));
        const fast = pool.rankResults(id, purpose, 4).map(({ id: r, affinity }) => ({ id: r, affinity }));
        expect(fast).toEqual(slow.slice(0, 4));
      }
  }, 120_000);
});

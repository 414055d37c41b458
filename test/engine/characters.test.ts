import { describe, expect, it } from 'vitest';
import type { Match } from '../../src/domain/match.ts';
import { generalChinese } from '../../src/text/background.ts';
import { poolOf } from './given.ts';

const pool = poolOf({
  results: [
    { id: 'battery', title: '动力电池热失控预警' },
    { id: 'english', title: 'Thermal runaway warning of traction units' },
  ],
  carriers: [
    { id: 'storage', name: '锂离子蓄电装置孵化器' },
    { id: 'farm', name: '蔬菜种植基地' },
    { id: 'same', name: '动力电池孵化器' },
  ],
});

function subjectOf(match: Match) {
  return match.components.find(({ name }) => name === 'subject')!;
}

describe('characters inside Chinese words', () => {
  it('bring together texts that share no word and no pair of characters', () => {
    const near = pool.explain('battery', 'storage', 'transfer');
    const far = pool.explain('battery', 'farm', 'transfer');
    expect(subjectOf(near).value).toBeGreaterThan(0);
    expect(subjectOf(far).value).toBe(0);
    expect(near.score).toBeGreaterThan(far.score);
  });

  it('are named where they are all that the texts share, and quoted as no word', () => {
    const { why, evidence } = subjectOf(pool.explain('battery', 'storage', 'transfer'));
    expect(why.zh).toBe('技术主题没有共同用词，仅个别用字相同：电');
    expect(why.en).toBe('no words of the subject in common, only single characters: 电');
    expect(evidence).toEqual([]);
  });

  it('are not told beside words', () => {
    const { why } = subjectOf(pool.explain('battery', 'same', 'transfer'));
    expect(why.zh).toContain('动力电池');
    expect(why.zh).not.toContain('用字');
  });

  it('bring less than the words that they stand in', () => {
    const [same, near] = ['same', 'storage'].map((id) => subjectOf(pool.explain('battery', id, 'transfer')));
    expect(same!.value).toBeGreaterThan(3 * near!.value!);
  });

  it('bring no more among hundreds of records than among a few', () => {
    const records = {
      results: [
        { id: 'battery', title: '动力电池热失控预警' },
        ...Array.from({ length: 600 }, (_, i) => ({ id: `other${i}`, title: `蔬菜大棚灌溉第${i}号` })),
      ],
      carriers: [{ id: 'storage', name: '锂离子蓄电装置孵化器' }],
    };
    const [few, many] = [pool, poolOf(records)].map(
      (among) => subjectOf(among.explain('battery', 'storage', 'transfer')).value!,
    );
    expect(many).toBeGreaterThan(0);
    expect(many).toBeLessThanOrEqual(few!);
  });

  it('weigh by how common they are in general Chinese', () => {
    const { share } = generalChinese();
    expect(share('#的')).toBeGreaterThan(share('#电'));
    expect(share('#电')).toBeGreaterThan(share('#锂'));
  });
});

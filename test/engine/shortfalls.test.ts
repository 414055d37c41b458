import { describe, expect, it } from 'vitest';
import { PURPOSES } from '../../src/domain/purpose.ts';
import { readDemonstration } from './demonstration.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { poolOf } from './given.ts';

const { results, pool: demonstration } = await readDemonstration();
const district = poolOf({ results: RESULTS, carriers: CARRIERS });

const matches = PURPOSES.flatMap((purpose) => [
  ...RESULTS.flatMap(({ id }) => district.carriersFor(id, purpose, CARRIERS.length).matches),
  ...results.flatMap(({ record }) => demonstration.carriersFor(record.id, purpose, 5).matches),
]);

describe('why it is not higher', () => {
  it('what is lost and what is there add up to 1, for every match', () => {
    expect(matches.length).toBeGreaterThan(2_000);
    for (const { score, shortfalls, resultId, carrierId } of matches) {
      const lost = shortfalls.reduce((sum, { cost = 0 }) => sum + cost, 0);
      expect(Math.abs(lost + score - 1), `${resultId} × ${carrierId}`).toBeLessThanOrEqual(1e-9);
    }
  });

  it('what costs most comes first, and nothing that costs nothing', () => {
    for (const { shortfalls } of matches) {
      const costs = shortfalls.map(({ cost = 0 }) => cost);
      expect(costs).toEqual([...costs].sort((a, b) => b - a));
      expect(costs.at(-1)).toBeGreaterThan(0);
    }
  });

  it('a full component costs nothing; filling the dearest one in costs what it says', () => {
    const match = district.explain('r-antibody', 'c-robot', 'transfer');
    const factor = match.limits.reduce((product, limit) => product * limit.factor, 1);
    for (const { name, value, assumed = 0, weight } of match.components) {
      const cost = match.shortfalls.find(({ code }) => code === name)?.cost ?? 0;
      expect(cost).toBeCloseTo(weight * (1 - (value ?? assumed)) * factor, 8);
    }
  });

  it('where no word is shared, it says so like the component does: not that something is alike', () => {
    let without = 0;
    for (const { summary, components, shortfalls } of matches) {
      const subject = components.find(({ name }) => name === 'subject');
      const lost = shortfalls.find(({ code }) => code === 'subject');
      if (!subject || subject.evidence.length > 0 || !lost) continue;
      without++;
      expect(lost.zh, summary.zh).toBe(subject.why.zh);
      if (summary.zh.includes('没有共同的技术用词')) expect(lost.zh).toContain('没有共同用词');
    }
    expect(without).toBeGreaterThan(100);
    const asked = matches.flatMap(({ components, shortfalls }) => {
      const why = components.find(({ name }) => name === 'needs')?.why.zh ?? '';
      const lost = shortfalls.find(({ code }) => code === 'needs')?.zh;
      return lost !== undefined && why.startsWith('载体文字中没有需求用词') ? [lost === why] : [];
    });
    expect(new Set(asked)).toEqual(new Set([true]));
  });

  it('an exclusion costs everything', () => {
    const { shortfalls } = district.explain('r-antibody', 'c-closed', 'transfer');
    expect(shortfalls).toEqual([expect.objectContaining({ code: 'status', cost: 1, zh: '载体已摘牌' })]);
  });

  it('two limits share what they take, the stricter one more', () => {
    const both = poolOf({
      results: RESULTS,
      carriers: [...CARRIERS, { ...CARRIERS[0]!, id: 'both', slots: 0, status: '督促整改' }],
    }).explain('r-antibody', 'both', 'transfer');
    const cost = (wanted: string) => both.shortfalls.find(({ code }) => code === wanted)?.cost ?? 0;
    expect(cost('slots')).toBeGreaterThan(cost('status'));
    expect(cost('slots') + cost('status')).toBeCloseTo(1 - 0.55 * 0.6, 8);
  });

  it('says of a capability whose it is and what is missing', () => {
    const asking = { id: 'asked', title: '重组蛋白制剂', needs: '寻求检测报告。' };
    const carrier = (detail: string) => ({
      id: 'c',
      name: '生物医药孵化器',
      description: '面向重组蛋白团队。',
      capabilities: [{ code: 'C05', detail }],
    });
    const lostBy = (detail: string) =>
      poolOf({ results: [...RESULTS, asking], carriers: [...CARRIERS, carrier(detail)] })
        .explain('asked', 'c', 'transfer')
        .shortfalls.find(({ code }) => code === 'capability')?.zh;
    expect(lostBy('理化检测，由合作单位提供')).toBe('检验检测由合作方提供，非自有');
    expect(lostBy('')).toBe('检验检测只列了名称，没有说明');
  });
});

import { expect, test } from 'vitest';
import { fill, openDistrict } from './district.ts';
import { createTinyEngine } from './tiny-engine.ts';

const question = { resultId: 'R001', purpose: 'transfer', top: 3 } as const;

test('carriers are recommended by name, best first, and a pair can be explained with the same score', async () => {
  const district = await openDistrict();
  await fill(district, 5, 4);
  const { matches, result } = await district.usecases.recommendCarriers(question);
  expect(result.title).toBe('成果之1：新型抗体药物');
  expect(matches.map((match) => match.rank)).toEqual([1, 2, 3]);
  const [best] = matches;
  expect(best?.carrier.name).toMatch(/^第\d孵化器$/u);
  const pair = await district.usecases.explainPair({
    resultId: 'R001',
    carrierId: best?.carrierId ?? '',
    purpose: 'transfer',
  });
  expect(pair.affinity).toBe(best?.affinity);
});

test('a carrier asks the mirror question and meets the same scores', async () => {
  const district = await openDistrict();
  await fill(district, 5, 4);
  const { matches: carriers } = await district.usecases.recommendCarriers({ ...question, top: 4 });
  const [best] = carriers;
  const { matches: results } = await district.usecases.recommendResults({
    carrierId: best?.carrierId ?? '',
    purpose: 'transfer',
    top: 5,
  });
  expect(results.find((match) => match.resultId === 'R001')?.affinity).toBe(best?.affinity);
  expect(results[0]?.result.university).toBe('重庆大学');
});

test('recommendations follow the records of this moment, and nothing is built anew while nothing changes', async () => {
  const engine = createTinyEngine();
  const district = await openDistrict({ engine });
  await fill(district, 3, 2);
  const before = await district.usecases.recommendCarriers({ ...question, top: 9 });
  await Promise.all([1, 2, 3].map(() => district.usecases.recommendCarriers(question)));
  expect(engine.counts.pools).toBe(1);

  await district.usecases.registerCarrier({ id: 'C777', name: '新来的加速器', description: '刚刚成立' });
  const after = await district.usecases.recommendCarriers({ ...question, top: 9 });
  expect(after.matches.map((match) => match.carrierId).sort()).toEqual(['C000', 'C001', 'C777']);
  expect(before.matches).toHaveLength(2);
  expect(engine.counts.pools).toBe(2);
});

test('personal data of a carrier is not part of a recommendation', async () => {
  const district = await openDistrict();
  await fill(district, 1, 0);
  await district.usecases.registerCarrier({
    name: '有联系人的孵化器',
    description: '中试',
    contact: { name: '张三', phone: '13800000000' },
  });
  const found = await district.usecases.recommendCarriers({ ...question, resultId: 'R000' });
  expect(found.matches).toHaveLength(1);
  expect(JSON.stringify(found)).not.toContain('13800000000');
});

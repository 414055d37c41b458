import { expect, test } from 'vitest';
import { CarrierSchema } from '../../src/domain/carrier.ts';
import { nearestName } from '../../src/domain/nearest-name.ts';
import { ResearchResultSchema } from '../../src/domain/research-result.ts';
import { explainUnknownKeys, unknownKeys } from '../../src/domain/unknown-keys.ts';

test('a name is found wherever it stands: in lists, in one of several forms, behind what is read beforehand', () => {
  const carrier = {
    nane: 1,
    capabilities: [{ code: 'C04' }, { code: 'C03', detial: '200升' }, '检验检测'],
    portfolio: [{ title: '甲', sumary: '很好' }],
    contact: { name: '张三', wechat: 'zs' },
  };
  const result = {
    trl: { low: 3, hi: 5 },
    ip: [{ kind: 'invention', text: '一项', numbr: '1' }, '发明专利'],
  };
  const paths = (keys: ReturnType<typeof unknownKeys>) => keys.map(({ path }) => path.join('.'));
  expect(paths(unknownKeys(CarrierSchema, carrier))).toEqual([
    'nane',
    'capabilities.1.detial',
    'portfolio.0.sumary',
    'contact.wechat',
  ]);
  expect(paths(unknownKeys(ResearchResultSchema, result))).toEqual(['trl.hi', 'ip.0.numbr']);
});

test('what the schema takes as a text, or refuses, has no names', () => {
  expect(unknownKeys(CarrierSchema, { name: { zh: '载体' }, contact: '张三', capabilities: '中试' })).toEqual(
    [],
  );
  expect(unknownKeys(CarrierSchema, '载体')).toEqual([]);
});

test('a name that occurs in many entries of a list is one finding, without a word of what stands there', () => {
  const portfolio = Array.from({ length: 300 }, (_, i) => ({ title: `项目${i}`, yeer: '某年' }));
  expect(explainUnknownKeys(unknownKeys(CarrierSchema, { portfolio }))).toEqual([
    {
      field: 'portfolio[0].yeer',
      found: '未知字段 · a field that is not known（300 处 places）',
      expected: '以下之一 · one of title, summary',
    },
  ]);
});

test.each([
  ['abstrct', 'abstract'],
  ['Abstract', 'abstract'],
  ['area_free_m2', 'areaFreeM2'],
  ['titel', 'title'],
  ['keyword', 'keywords'],
  ['xy', null],
  ['wechat', null],
])('%s may mean %s', (name, meant) => {
  expect(nearestName(name, ['title', 'abstract', 'keywords', 'areaTotalM2', 'areaFreeM2'])).toBe(meant);
});

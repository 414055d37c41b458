import { describe, expect, it } from 'vitest';
import { countText, readMoneyWan, withAreaUnit } from '../../src/exchange/readings/amounts.ts';
import { readContactCell, withoutNumbers } from '../../src/exchange/readings/contact-cell.ts';
import { joinIpColumns } from '../../src/exchange/readings/ip-columns.ts';
import { readAcceptedLevels, readMaturity } from '../../src/exchange/readings/maturity.ts';
import { secrecyMark, sheetMark } from '../../src/exchange/readings/secrecy.ts';

describe('money is in 万元, by the unit of the cell, else of the heading', () => {
  it.each([
    ['50', undefined, 50],
    ['50万元', '元', 50],
    ['300000', '元', 30],
    ['1.2亿', undefined, 12_000],
    ['５０万', '万元', 50],
    ['300,000元', undefined, 30],
    ['500', '千元', 50],
    ['50-80万元', undefined, null],
    ['销售额的5%', undefined, null],
  ] as const)('%s under %s → %s', (cell, unit, wan) => expect(readMoneyWan(cell, unit)).toBe(wan));
});

it('areas take the unit of their heading only where they have none', () => {
  expect(withAreaUnit('1.2', '万㎡')).toBe('1.2万㎡');
  expect(withAreaUnit('3500㎡', '万㎡')).toBe('3500㎡');
  expect(countText('约30余名')).toBe('30');
  expect(countText('10-15')).toBe('10-15');
});

describe('maturity cells', () => {
  it.each([
    ['TRL6-7', { trl: { low: 6, high: 7 } }],
    ['第五级', { trl: { low: 5, high: 5 } }],
    ['6级（正样级）', { trl: { low: 6, high: 6 }, stage: '正样级' }],
    ['中试（TRL 6）', { trl: { low: 6, high: 6 }, stage: '中试' }],
    ['小试→中试', { stage: '小试→中试' }],
    ['12', { trl: '12' }],
    ['面议', {}],
  ])('%s', (cell, read) => expect(readMaturity(cell)).toEqual(read));

  it('a carrier may say what it takes in levels or in stages', () => {
    expect(readAcceptedLevels('TRL4-7')).toEqual({ low: 4, high: 7 });
    expect(readAcceptedLevels('小试至中试')).toEqual({ low: 3, high: 7 });
    expect(readAcceptedLevels('优质项目')).toBeNull();
  });
});

it('a contact cell gives its parts in any order', () => {
  expect(readContactCell('王老师 023-65100000，w@cqu.edu.cn')).toEqual({
    name: '王老师',
    phone: '023-65100000',
    email: 'w@cqu.edu.cn',
  });
  expect(readContactCell('电话：138 0000 0000')).toEqual({ phone: '138 0000 0000' });
  expect(readContactCell('R. Patel, tel: 138 0000 0000')).toEqual({
    name: 'R. Patel',
    phone: '138 0000 0000',
  });
});

it.each([
  '023-0000-0001',
  '(023)65100000',
  '+86 23 6510 0000',
  '0086-138-0000-1111',
  '023-65100000转802',
  '65100000',
  '65100000转802',
  '400-820-8820',
])('a contact cell knows a telephone number by its form: %s', (phone) => {
  expect(readContactCell(phone)).toEqual({ phone });
  expect(readContactCell(`王老师 ${phone}`)).toEqual({ name: '王老师', phone });
  expect(withoutNumbers(`王老师 ${phone}`)).toBe('王老师');
});

it('rights in columns are paired where they pair, and set side by side where they do not', () => {
  const join = (kinds: string[], numbers: string[], states: string[] = []) =>
    joinIpColumns({ whole: [], kinds, numbers, states });
  expect(join(['发明专利'], ['ZL1、ZL2'], ['已授权'])).toBe('发明专利 ZL1 已授权；发明专利 ZL2 已授权');
  expect(join(['发明专利；实用新型'], ['ZL1；ZL2'])).toBe('发明专利 ZL1；实用新型 ZL2');
  expect(join(['发明专利；实用新型'], ['ZL1；ZL2；ZL3'])).toBe('发明专利；实用新型；ZL1；ZL2；ZL3');
});

it('secrecy marks: only the word of the mark, and only where it is declared', () => {
  expect(secrecyMark('公开')).toBeNull();
  expect(secrecyMark('机密：含配方甲')).toBe('机密');
  expect(secrecyMark('仅限项目组')).toBe('非公开 not public');
  const over = (text: string) => sheetMark([{ cells: [text] }]);
  expect(over('成果清单（密级：公开）')).toBeNull();
  expect(over('密级说明见附件')).toBeNull();
  expect(over('机密★10年')).toBe('机密');
});

import { describe, expect, it } from 'vitest';
import { readAreaM2, readCount, readMoneyWan } from '../../src/exchange/readings/amounts.ts';
import { readContactCell, withoutNumbers } from '../../src/exchange/readings/contact-cell.ts';
import { joinIpColumns } from '../../src/exchange/readings/ip-columns.ts';
import { readAcceptedLevels, readBound, readMaturity } from '../../src/exchange/readings/maturity.ts';
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

describe('areas are in m², by the scale of the cell, else of the heading', () => {
  it.each([
    ['1.2', '万㎡', 12_000],
    ['3500㎡', '万㎡', 3500],
    ['３５００平方米', undefined, 3500],
    ['约2万平', undefined, 20_000],
    ['3千平方米', undefined, 3000],
    ['3,500 sq m', undefined, 3500],
    ['10', '亩', 6666.67],
    ['50万元', undefined, null],
    ['3500-5000㎡', undefined, null],
    ['12人', undefined, null],
  ] as const)('%s under %s → %s', (cell, unit, area) => expect(readAreaM2(cell, unit)).toBe(area));
});

it.each([
  ['约30余名', 30],
  ['12家', 12],
  ['1,200', 1200],
  ['1.2万人', 12_000],
  ['3批', 3],
  ['10-15', null],
  ['若干', null],
  ['3500㎡', null],
])('how many: %s → %s', (cell, count) => expect(readCount(cell)).toBe(count));

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
    expect(readAcceptedLevels('小试、中试')).toEqual({ low: 3, high: 7 });
    expect(readAcceptedLevels('优质项目')).toBeNull();
    expect(readBound('小试、中试', 'low')).toBe(3);
    expect(readBound('TRL4', 'high')).toBe(4);
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

it.each([
  ['138 0000 0000/139-0000-0000', { phone: '138 0000 0000；139-0000-0000' }, ''],
  ['手机：13800000000 座机：023-65100000', { phone: '13800000000；023-65100000' }, ''],
  ['zhang@a.cn; li@b.cn', { email: 'zhang@a.cn；li@b.cn' }, ''],
  [
    '张三 13800000000，李四 13900000000',
    { name: '张三；李四', phone: '13800000000；13900000000' },
    '张三、李四',
  ],
  [
    '13800000000（张三）、13900000000（李四）',
    { name: '张三；李四', phone: '13800000000；13900000000' },
    '张三、李四',
  ],
  [
    '张三、李四 13800000000/13900000000',
    { name: '张三、李四', phone: '13800000000；13900000000' },
    '张三、李四',
  ],
  [
    '张三 13800000000 z@a.cn；李四 13900000000 l@b.cn',
    { name: '张三；李四', phone: '13800000000；13900000000', email: 'z@a.cn；l@b.cn' },
    '张三、李四',
  ],
  ['张三 13800000000（微信同号）', { name: '张三', phone: '13800000000(微信同号)' }, '张三'],
  ['张三（微信：zs_1988）', { name: '张三', phone: '微信:zs_1988' }, '张三'],
  ['张三 QQ：1234567890', { name: '张三', phone: 'QQ:1234567890' }, '张三'],
  ['陈生 +852 2345 6789', { name: '陈生', phone: '+852 2345 6789' }, '陈生'],
  ['张三 138000000001', { name: '张三', phone: '138000000001' }, '张三'],
])('%s: every number is read, none stays beside a name', (cell, parts, name) => {
  expect(readContactCell(cell)).toEqual(parts);
  expect(withoutNumbers(cell)).toBe(name);
});

it.each([
  '张三 13800000000、023-65100000,李四 13900000000',
  '张三 13800000000,李四 13900000000,王五',
  '13800000000,13900000000,13700000000,13600000000,13500000000,13400000000',
])(
  'where it is not clear whose a number is, or a field is too short, the cell stays as it is: %s',
  (cell) => {
    expect(readContactCell(cell)).toEqual({ name: cell, asItStands: true });
  },
);

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

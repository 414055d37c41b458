/** Spreadsheets as offices write them: what strangers brought in was read wrongly, without a word. */
import { expect, it } from 'vitest';
import type { RecordKind } from '../../src/domain/import-report.ts';
import { readAllRecords } from '../../src/exchange/index.ts';
import { buildWorkbook, type TestCell } from './build-workbook.ts';

const read = <Kind extends RecordKind>(kind: Kind, rows: readonly (readonly TestCell[])[]) =>
  readAllRecords(kind, { filename: 'a.xlsx', bytes: buildWorkbook([{ name: '清单', rows }]) });

it.each([
  ['Asking price (RMB)', '500,000', 50],
  ['Asking price (10,000 RMB)', '50', 50],
  ['Asking price (million yuan)', '2', 200],
  ['Asking price', 'RMB 500,000', 50],
  ['Asking price', '2 million RMB', 200],
  ['转让价格', '¥300000', 30],
  ['转让价格（万元）', '¥30', 30],
  ['转让价格', '30', 30],
])('a price is in yuan where heading or cell say so: %s, %s', async (heading, price, wan) => {
  const { drafts, findings } = await read('results', [
    ['成果名称', heading],
    ['高熵合金涂层', price],
  ]);
  expect([drafts[0]?.draft.priceWan, findings]).toEqual([wan, []]);
});

it.each([
  ['Asking price (USD)', '500,000'],
  ['转让价格（万美元）', '50'],
  ['转让价格', '50万美元'],
])(
  'an amount in another currency is no yuan: kept in the remarks, and told: %s, %s',
  async (heading, price) => {
    const { drafts, findings } = await read('results', [
      ['成果名称', heading],
      ['高熵合金涂层', price],
    ]);
    expect(drafts[0]?.draft.priceWan).toBeUndefined();
    expect(drafts[0]?.draft.remarks).toContain(price);
    expect(findings).toMatchObject([{ row: 2, found: price }]);
  },
);

it('the unit above the headings is that of columns of money that state none', async () => {
  const { drafts } = await read('results', [
    ['2026年成果汇总表'],
    ['填报单位：某大学', null, '单位：元'],
    ['成果名称', '转让价格', '预算金额（万元）'],
    ['高熵合金涂层', '300000', null],
    ['镁合金轮毂', null, '30'],
  ]);
  expect(drafts.map(({ draft }) => draft.priceWan)).toEqual([30, 30]);
});

it('an English list: its total is no result, its ways of cooperation are read', async () => {
  const { drafts, counts, columns } = await read('results', [
    ['No.', 'Technology title', 'Mode of cooperation', 'Summary'],
    [1, 'High-entropy alloy coating', 'Licensing', 'For blades'],
    ['Total', '1 items'],
  ]);
  expect(columns[2]).toEqual({ heading: 'Mode of cooperation', field: 'transferModes' });
  expect([drafts.length, drafts[0]?.draft.transferModes, counts.notes]).toEqual([1, ['licence'], 1]);
});

it.each([
  ['TRL4以上', 4, 9],
  ['中试以上', 5, 9],
  ['6级及以下', 1, 6],
  ['TRL 5 or higher', 5, 9],
  ['TRL4-7', 4, 7],
])('what a carrier takes may be open to one side: %s', async (cell, trlMin, trlMax) => {
  const { drafts } = await read('carriers', [
    ['载体名称', '接收成熟度'],
    ['某平台', cell],
  ]);
  expect(drafts[0]?.draft).toMatchObject({ trlMin, trlMax });
});

it('a column of who to ask may hold a number alone, or an extension', async () => {
  const { drafts } = await read('carriers', [
    ['载体名称', '联系人及电话'],
    ['某平台', '023-65100001/65100002'],
    ['某中心', 'Dr. Zhao (Tel: 023-6510 0000 ext. 802)'],
  ]);
  expect(drafts.map(({ draft }) => draft.contact)).toEqual([
    { phone: '023-65100001；65100002' },
    { name: 'Dr. Zhao', phone: '023-6510 0000 ext. 802' },
  ]);
});

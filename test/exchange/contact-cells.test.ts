import { expect, it } from 'vitest';
import { readAllRecords } from '../../src/exchange/index.ts';
import { buildWorkbook, type TestCell } from './build-workbook.ts';

const read = (headings: readonly string[], ...cells: readonly (readonly TestCell[])[]) =>
  readAllRecords('results', {
    filename: 'a.xlsx',
    bytes: buildWorkbook([
      {
        name: '清单',
        rows: [['成果名称', ...headings], ...cells.map((row, i) => [`第${'甲乙丙'[i]}项`, ...row])],
      },
    ]),
  });

const NUMBERS = /\d{7}|@|zs_1988/u;

it.each(['负责人', '团队成员'])(
  'numbers beside people under %s are contact, and stand nowhere else',
  async (heading) => {
    const { drafts } = await read(
      [heading],
      ['张三 13800000000/023-65100000'],
      ['张三 13800000000，李四 13900000000'],
      ['张三（微信：zs_1988） z@a.cn'],
    );
    expect(drafts.map(({ draft }) => draft.contact)).toEqual([
      { name: '张三', phone: '13800000000；023-65100000' },
      { name: '张三；李四', phone: '13800000000；13900000000' },
      { name: '张三', phone: '微信:zs_1988', email: 'z@a.cn' },
    ]);
    for (const { contact: _, ...open } of drafts.map(({ draft }) => draft)) {
      expect(JSON.stringify(open)).toContain('张三');
      expect(JSON.stringify(open)).not.toMatch(NUMBERS);
    }
  },
);

it('where it is not clear whose a number is the contact keeps the cell, and it is told', async () => {
  const cell = '张三 13800000000、023-65100000,李四 13900000000';
  for (const heading of ['联系方式', '负责人']) {
    const { drafts, findings } = await read([heading], [cell]);
    expect(drafts[0]?.draft.contact).toEqual({ name: cell });
    expect(findings).toMatchObject([{ row: 2, column: heading, severity: 'warning' }]);
    expect(findings[0]?.expected).toContain('不公开');
  }
});

it('a column of one part gives the others where no column has them', async () => {
  const alone = await read(
    ['联系电话'],
    ['张三 13800000000 z@a.cn'],
    ['023-65100000/65100001'],
    [13800000000],
  );
  expect(alone.drafts.map(({ draft }) => draft.contact)).toEqual([
    { name: '张三', phone: '13800000000', email: 'z@a.cn' },
    { phone: '023-65100000/65100001' },
    { phone: '13800000000' },
  ]);
  const beside = await read(['联系人', '联系电话'], ['王五', '张三 13800000000']);
  expect(beside.drafts[0]?.draft.contact).toEqual({ name: '王五', phone: '张三 13800000000' });
});

it('what several columns say of one contact is all kept', async () => {
  const { drafts } = await read(
    ['联系方式', '联系人', '联系电话'],
    ['张三 13800000000', '王五', '023-65100000'],
  );
  expect(drafts[0]?.draft.contact).toEqual({ name: '张三；王五', phone: '13800000000；023-65100000' });
  const twice = await read(['联系方式', '联系信息'], ['张三 13800000000', '李四 13900000000']);
  expect(twice.drafts[0]?.draft.contact).toEqual({ name: '张三；李四', phone: '13800000000；13900000000' });
});

it('what is too long for a contact is kept in the remarks, and told; the row is taken', async () => {
  const long = `${'023-65100000（办公室，工作日9:00至17:00）、'.repeat(3)}13800000000`;
  const { drafts, findings } = await read(['联系人', '联系电话'], ['王五', long]);
  expect(drafts[0]?.draft).toMatchObject({
    contact: { name: '王五' },
    remarks: expect.stringContaining(long),
  });
  expect(findings[0]).toMatchObject({
    row: 2,
    severity: 'warning',
    expected: expect.stringContaining('60 字'),
  });
});

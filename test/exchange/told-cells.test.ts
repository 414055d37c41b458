import { expect, it } from 'vitest';
import type { RecordKind } from '../../src/domain/import-report.ts';
import { readAllRecords, withWarnings } from '../../src/exchange/index.ts';
import { buildWorkbook, type TestCell } from './build-workbook.ts';

/** One record for each value of a column beside its name. */
function readColumn<Kind extends RecordKind>(kind: Kind, heading: string, values: readonly TestCell[]) {
  const rows = values.map((value, i) => [`第${'甲乙丙丁戊己庚辛'[i]}个`, value]);
  const head = [kind === 'results' ? '成果名称' : '载体名称', heading];
  const bytes = buildWorkbook([{ name: '清单', rows: [head, ...rows] }]);
  return readAllRecords(kind, { filename: 'a.xlsx', bytes });
}

const told = (read: Awaited<ReturnType<typeof readColumn>>, heading: string) =>
  read.findings.filter(({ column }) => column === heading);

it.each([
  ['results', '转让价格（万元）', 'priceWan'],
  ['results', '技术成熟度', 'trl'],
  ['results', '所处阶段', 'stage'],
  ['results', '完成时间', 'period'],
  ['results', '转化方式', 'transferModes'],
  ['carriers', '建筑面积', 'areaTotalM2'],
  ['carriers', '本轮名额', 'slots'],
  ['carriers', '专职人员', 'staff'],
  ['carriers', '种子基金', 'seedFundWan'],
  ['carriers', '成立时间', 'founded'],
  ['carriers', '接收成熟度', 'trlMin'],
  ['carriers', '最低成熟度', 'trlMin'],
] as const)('%s, %s: a word for nothing is unknown, and told with its row', async (kind, heading, field) => {
  const words = ['面议', '待定', '暂无', 'N/A'];
  const read = await readColumn(kind, heading, words);
  expect(read.counts).toMatchObject({ drafts: 4, refused: 0 });
  for (const { draft } of read.drafts) expect(draft).not.toHaveProperty(field);
  expect(told(read, heading).map(({ row, found, severity }) => [row, found, severity])).toEqual(
    words.map((word, i) => [i + 2, word, 'warning']),
  );
});

it('a sign that strikes a cell through is nobody’s trouble', async () => {
  const read = await readColumn('results', '转让价格', ['/', '—', '--', null]);
  expect(read.findings).toEqual([]);
});

it('what many rows say alike is told once, with the rows', async () => {
  const read = await readColumn('results', '转让价格', ['面议', '面议', '50', '面议', '待定']);
  expect(read.findings.map(({ row, found }) => [row, found])).toEqual([
    [2, '面议'],
    [6, '待定'],
  ]);
  expect(read.findings[0]?.expected).toContain('按未知登记，不按 0');
  expect(read.findings[0]?.expected).toContain('共 3 行 3 rows: 2–3、5');
});

it.each([
  ['results', '转让价格', ['另议', '协商', '免费']],
  ['carriers', '可用面积', ['另议', '3500-5000㎡', '50万元']],
  ['carriers', '创业导师', ['若干', '20-30人', '3500㎡']],
  ['carriers', '最高成熟度', ['另议', '优质项目']],
] as const)(
  '%s, %s: what is no single figure is kept in the remarks, and told',
  async (kind, heading, words) => {
    const read = await readColumn(kind, heading, words);
    expect(read.drafts.map(({ draft }) => draft.remarks)).toEqual(words.map((word) => `${heading}：${word}`));
    expect(told(read, heading).map(({ found }) => found)).toEqual(words);
  },
);

it('a number that it may not be is refused as before', async () => {
  for (const [heading, value] of [
    ['创业导师', '-5'],
    ['创业导师', '2.5'],
    ['可用面积', '-100'],
    ['最高成熟度', 'TRL12'],
  ] as const) {
    const { counts, findings } = await readColumn('carriers', heading, [value]);
    expect([counts.refused, findings[0]?.found], heading).toEqual([1, value]);
  }
});

it('the ends of what a carrier takes may be levels or stages', async () => {
  const least = await readColumn('carriers', '最低成熟度', ['TRL4', '4级', '中试']);
  expect(least.drafts.map(({ draft }) => draft.trlMin)).toEqual([4, 4, 5]);
  const dated = await readColumn('carriers', '接收成熟度', [{ serial: 45418, style: 3 }]);
  expect(dated.drafts[0]?.draft).toMatchObject({ trlMin: 5, trlMax: 6 });
  expect(told(dated, '接收成熟度')).toMatchObject([
    { row: 2, expected: expect.stringContaining('变成了日期') },
  ]);
});

it('an entry of a list that says nothing, and ways or levels without a code, are told', async () => {
  const ways = await readColumn('results', '转化方式', ['转让、面议', '均可']);
  expect(told(ways, '转化方式').map(({ found }) => found)).toEqual(['转让、面议', '均可']);
  expect(ways.drafts[1]?.draft.remarks).toBe('转化方式：均可');
  const levels = await readColumn('carriers', '认定级别', ['市级（拟申报国家级）', '拟申报国家级', '未认定']);
  expect(levels.drafts.map(({ draft }) => [draft.level, draft.remarks])).toEqual([
    ['municipal', '认定级别：市级（拟申报国家级）'],
    [undefined, '认定级别：拟申报国家级'],
    [undefined, undefined],
  ]);
  expect(told(levels, '认定级别')).toHaveLength(2);
});

it('a mark of secrecy that is not decided is not public; a blank or 无 is', async () => {
  const { counts, findings } = await readColumn('results', '密级', ['待定', '不详', '无', '/', null]);
  expect(counts).toMatchObject({ drafts: 3, refused: 2 });
  expect(findings.map(({ row, severity }) => [row, severity])).toEqual([
    [2, 'error'],
    [3, 'error'],
  ]);
});

it('a record handed in by itself is told the same', () => {
  const { warnings } = withWarnings('results', { title: '成果', priceWan: '面议' }, { title: '成果' });
  expect(warnings).toMatchObject([{ field: 'priceWan', found: '面议', heading: '转让价格' }]);
});

it('where two columns give a level, the other one is kept in the remarks', async () => {
  const bytes = (head: string[], row: string[]) => buildWorkbook([{ name: '清单', rows: [head, row] }]);
  const result = await readAllRecords('results', {
    filename: 'a.xlsx',
    bytes: bytes(['成果名称', '技术成熟度', '所处阶段'], ['甲项', '5级', 'TRL6（中试）']),
  });
  expect(result.drafts[0]?.draft).toMatchObject({
    trl: { low: 5, high: 5 },
    remarks: '所处阶段：TRL6（中试）',
  });
  const carrier = await readAllRecords('carriers', {
    filename: 'a.xlsx',
    bytes: bytes(['载体名称', '适合阶段', '接收成熟度'], ['甲载体', '中试', 'TRL4-6']),
  });
  expect(carrier.drafts[0]?.draft).toMatchObject({ trlMin: 4, trlMax: 6, remarks: '适合阶段：中试' });
});

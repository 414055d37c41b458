import { expect, it } from 'vitest';
import { loadProfile, roundReportPdf } from '../../src/exchange/index.ts';
import { parkMembersTable } from '../../src/exchange/report/content/park-members-table.ts';
import { parksTable } from '../../src/exchange/report/content/parks-table.ts';
import { plansTable } from '../../src/exchange/report/content/plans-table.ts';
import { readReport } from '../../src/exchange/report/content/reader.ts';
import { narrow } from '../../src/exchange/report/content/table.ts';
import { sharesOf } from '../../src/exchange/report/pdf/column-shares.ts';
import { printableBy } from '../../src/exchange/report/pdf/printable.ts';
import { readDemonstration } from '../engine/demonstration.ts';
import { readPdf } from '../support/pdf-text.ts';
import { demonstrationReport } from './demonstration-report.ts';
import { sampleReportWithPark } from './sample-park.ts';
import { sampleReport } from './sample-report.ts';

const profile = await loadProfile();

it('holds title, number, day, chapters, figures, advice and a box to sign, as text that can be searched', async () => {
  const { text, unmapped } = readPdf(await roundReportPdf(sampleReport(), profile));
  for (const wanted of [
    '重庆市江北区',
    '高校科技成果与孵化载体对接报告',
    '编号：round-2024-05',
    '2024年5月6日',
    '一、总体情况',
    '二、方案比较',
    '三、对接方案',
    '城市污水厌氧氨氧化脱氮颗粒污泥技术',
    '0.612',
    '近似并列抽签（2选1，概率0.500）',
    '对照轮次round-2024-04：保留0对，新增1对，取消1对',
    '（五）风险提示',
    '【先行解决】载体不接受产生废水的项目',
    '2024-05-13',
    '公示成果名称和拟交易价格（一般）',
    '□同意□退回□不同意□回避',
    '审核人',
    '第1页共',
    'abc123',
  ])
    expect(text).toContain(wanted);
  expect(unmapped).toBe(0);
});

it('prints every character of the demonstration, each with a glyph', { timeout: 120_000 }, async () => {
  const report = demonstrationReport(await readDemonstration(), 80);
  const { text, pages, unmapped } = readPdf(await roundReportPdf(report, profile, { sheets: 12 }));
  const { placements } = report.assignment;
  const placed = report.entries.filter(({ placements }) => placements.length > 0);
  expect(placed.length).toBeGreaterThan(20);
  for (const { result } of placed) expect(text).toContain(result.title.replace(/\s/gu, ''));
  expect(text).toContain(`第${pages}页共${pages}页`);
  expect(text).not.toContain('〓');
  expect(text).toContain('此处各用途轮流、按契合度由高到低选取12对列出对接单（转化承接6对、中试合作6对）');
  expect(text).toContain(`12of${placements.length}placementsheetsareprinted`);
  expect(text).toContain(`其余${placements.length - 12}对的对接单见本轮报告的网页文件（HTML）`);
  expect(text).toContain('对接单12');
  expect(text).not.toContain('对接单13');
  expect(unmapped).toBe(0);
});

it('no short head of a column is broken over two lines, and the columns fill the line', () => {
  const reader = readReport(sampleReportWithPark(), profile);
  for (const table of [parksTable(reader), parkMembersTable(reader), plansTable(reader)]) {
    const { columns } = narrow(table);
    const shares = sharesOf(columns).map(Number.parseFloat);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(99);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(100);
    for (const [i, { head }] of columns.entries())
      if (head.zh.length <= 4)
        expect(shares[i]! * 4.81, head.zh).toBeGreaterThanOrEqual(8 * head.zh.length + 8);
  }
  const many = Array.from({ length: 20 }, () => ({ head: { zh: '园区价值', en: 'value' }, width: 9 }));
  expect(new Set(sharesOf(many))).toEqual(new Set(['5%']));
});

it('the sheet of a park follows the table of parks, on the same page where there is room', async () => {
  const report = sampleReportWithPark();
  const [park] = report.parks.proposals;
  const twice = { ...report, parks: { ...report.parks, proposals: [park!, park!] } };
  const none = { ...report, parks: { ...report.parks, proposals: [] } };
  const pagesOf = async (of: typeof report) => readPdf(await roundReportPdf(of, profile)).pages;
  expect((await pagesOf(twice)) - (await pagesOf(none))).toBeLessThanOrEqual(2);
});

it('cuts what is too long and says so', async () => {
  const { text } = readPdf(await roundReportPdf(sampleReport(), profile, { rows: 1, sheets: 0 }));
  expect(text).toContain('共2行，此处列前1行');
  expect(text).not.toContain('对接单1');
});

it('is the same, byte for byte, for the same report', async () => {
  const first = await roundReportPdf(sampleReport(), profile);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(Buffer.compare(first, await roundReportPdf(sampleReport(), profile))).toBe(0);
});

it('prints a stand-in for a character that the font does not have, and says how many', async () => {
  const { text } = readPdf(await roundReportPdf(sampleReport({ title: '镁⁻合金🧪压铸' }), profile));
  expect(text).toContain('合金〓压铸');
  expect(text).toContain('字库中没有的1个字符以“〓”代替');
  const print = printableBy({ has: (codePoint) => codePoint < 128 });
  expect(print.text('a⁻²\u0000b①')).toBe('a〓2b1');
  expect(print.replaced()).toEqual(['⁻']);
});

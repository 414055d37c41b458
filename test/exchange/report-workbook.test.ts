/** Read back by a reader that is not ours. */
import { unzipSync } from 'fflate';
import readXlsxFile, { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { loadProfile, roundReportWorkbook } from '../../src/exchange/index.ts';
import { sampleReport } from './sample-report.ts';

const profile = await loadProfile();

function sheet(bytes: Uint8Array, name: string) {
  return readSheet(Buffer.from(bytes), name);
}

it('has a sheet for each table, with numbers as numbers and days as dates', async () => {
  const bytes = await roundReportWorkbook(sampleReport(), profile);
  expect((await readXlsxFile(Buffer.from(bytes))).map((one) => one.sheet)).toEqual([
    '总览',
    '方案比较',
    '对接方案',
    '候选与备选',
    '评分明细',
    '风险提示',
    '下一步工作',
    '未落位成果',
    '载体负荷',
    '集中度',
    '契合度最低',
    '既往审核',
    '与上轮比较',
    '园区',
    '园区成果',
    '园区分工',
    '园区共性需求',
    '缺口总览',
    '缺口',
    '补缺测算',
    '目标',
  ]);
  const [, , heads, first] = await sheet(bytes, '对接方案');
  const at = (head: string) => heads!.findIndex((cell) => String(cell).startsWith(head));
  expect(first![at('契合度')]).toBe(0.612);
  expect(first![at('成果')]).toBe('城市污水厌氧氨氧化脱氮颗粒污泥技术');
  expect(first![at('须先行解决')]).toBe(1);
  const steps = await sheet(bytes, '下一步工作');
  expect(steps[3]![0]).toEqual(new Date('2024-05-13T00:00:00Z'));
  const loads = await sheet(bytes, '载体负荷');
  expect(loads[3]!.slice(2)).toEqual([1, '填报\nstated', 1, 0, 0.431]);
});

it('has a sheet of the results with a number of carriers of their own, where there are any', async () => {
  const { terms, ...report } = sampleReport();
  const demands = [{ resultId: 'r2', pilot: 2 }];
  const bytes = await roundReportWorkbook({ ...report, terms: { ...terms, demands } }, profile);
  const rows = await sheet(bytes, '单独确定家数');
  expect(rows[1]![0]).toContain('转化承接 1、中试合作 1');
  expect(rows.slice(3).map((row) => row.slice(2))).toEqual([['中试合作\npilot production', 2, 0, 'r2']]);
});

it('lets the reader check every contribution and every score', async () => {
  const bytes = await roundReportWorkbook(sampleReport(), profile);
  const rows = (await sheet(bytes, '评分明细')).slice(3);
  const components = rows.slice(0, 3).map((row) => row.slice(4, 7) as number[]);
  for (const [value, weight, contribution] of components)
    expect(value! * weight!).toBeCloseTo(contribution!, 9);
  const [, factor, score] = rows[3]!.slice(4, 7) as number[];
  expect(components.reduce((sum, [, , c]) => sum + c!, 0) * factor!).toBeCloseTo(score!, 9);
  const xml = sheetXml(bytes, 5);
  expect(xml).toContain('<f>E4*F4</f>');
  expect(xml).toContain('<f>SUM(G4:G6)*F7</f>');
});

it('shows what a formula comes to in a viewer that calculates nothing', async () => {
  const xml = sheetXml(await roundReportWorkbook(sampleReport(), profile), 5);
  expect(xml).toMatch(/<c r="H4"[^>]*><f>E4\*F4<\/f><v>0\.45<\/v><\/c>/u);
  expect(xml).toMatch(/<f>SUM\(G4:G6\)\*F7<\/f><v>0\.612\d*<\/v>/u);
});

it('filters, keeps its headings in view and offers the decisions to choose from', async () => {
  const xml = sheetXml(await roundReportWorkbook(sampleReport(), profile), 3);
  expect(xml).toMatch(/<pane ySplit="3"[^>]*state="frozen"/u);
  expect(xml).toMatch(/<autoFilter ref="A3:[A-Z]+4"\/>/u);
  expect(xml).toContain('<formula1>"同意,退回,不同意,回避"</formula1>');
});

it('never calculates what a user wrote', async () => {
  const title = '=HYPERLINK("http://x","成果")';
  const bytes = await roundReportWorkbook(sampleReport({ title, carrier: '+1+1' }), profile);
  const [, , , first] = await sheet(bytes, '对接方案');
  expect(first).toContain(title);
  expect(first).toContain('+1+1');
  for (let i = 1; i <= 21; i++)
    for (const [, formula] of sheetXml(bytes, i).matchAll(/<f>([^<]*)<\/f>/gu))
      expect(formula).toMatch(/^(?:E\d+\*F\d+|SUM\(G\d+:G\d+\)\*F\d+)$/u);
});

it('is the same, byte for byte, for the same report, whenever it is written', async () => {
  const first = await roundReportWorkbook(sampleReport(), profile);
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  expect(Buffer.compare(first, await roundReportWorkbook(sampleReport(), profile))).toBe(0);
});

function sheetXml(bytes: Uint8Array, number: number): string {
  return Buffer.from(unzipSync(bytes)[`xl/worksheets/sheet${number}.xml`]!).toString('utf8');
}

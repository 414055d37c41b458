/** Who drew a report up, and which time it covers: in document, page and workbook. */
import { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';
import type { RoundReport } from '../../src/domain/round.ts';
import {
  loadProfile,
  roundReportHtml,
  roundReportPdf,
  roundReportWorkbook,
} from '../../src/exchange/index.ts';
import { periodFacts } from '../../src/exchange/report/content/header-facts.ts';
import { readPdf } from '../support/pdf-text.ts';
import { sampleReport } from './sample-report.ts';

const profile = await loadProfile();
const report = sampleReport();

it('leaves the author to be filled in, once, at the head of the document', async () => {
  const { text } = readPdf(await roundReportPdf(report, profile));
  const head = text.slice(0, text.indexOf('一、总体情况'));
  expect(head).toContain('编制单位');
  expect(head).toContain('编制人');
  expect(head).toContain('数据截止时点');
  expect(head).toContain('2024-05-0614:30（北京时间');
  expect(head).toMatch(/对比上一轮(comparedwithround)?round-2024-04/u);
  expect(text.split('编制单位')).toHaveLength(2);
});

it('and on the page, with a line to write on', () => {
  const page = roundReportHtml(report, profile);
  expect(page).toMatch(/<dt>编制单位 [^<]+<\/dt><dd>_+<\/dd><dt>编制人 [^<]+<\/dt><dd>_+<\/dd>/u);
  expect(page).toContain('<dt>对比上一轮 compared with round</dt><dd>round-2024-04</dd>');
});

it('and in the workbook, as empty cells', async () => {
  const rows = await readSheet(Buffer.from(await roundReportWorkbook(report, profile)), '总览');
  const value = (name: string) => rows.find(([cell]) => String(cell).startsWith(name))?.[1];
  expect([value('编制单位'), value('编制人')]).toEqual([null, null]);
  expect(value('数据截止时点')).toContain('2024-05-06 14:30');
  expect(value('对比上一轮')).toBe('round-2024-04');
});

it('says where there is no earlier round, or no plan to compare', () => {
  const compared = (over: Partial<RoundReport>) => periodFacts({ report: { ...report, ...over } })[1]![1];
  expect(compared({ difference: null })).toMatchObject({ zh: '无（没有可对比的上一轮）' });
  const words = { zh: '名额不足', en: 'too few slots' };
  const obstacle = { why: words, change: words } as RoundReport['assignment']['obstacle'];
  expect(compared({ difference: null, assignment: { ...report.assignment, obstacle } })).toMatchObject({
    zh: '本轮未能排定方案，不作比较',
  });
});

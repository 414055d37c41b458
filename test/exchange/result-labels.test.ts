import { expect, test } from 'vitest';
import { CarrierSchema } from '../../src/domain/carrier.ts';
import { CounterfactualSchema } from '../../src/domain/judged-reading.ts';
import { readJsonlRecords } from '../../src/exchange/jsonl-records.ts';
import { readResultLabels } from '../../src/exchange/labels/read-result-labels.ts';

const HEAD = 'resultId,primarySector,secondarySectors,neededCapabilities,trlLow,trlHigh';

test('labels of results: lists by semicolons, OTHER and none lie outside, no levels where none are given', () => {
  const text = `\ufeff${HEAD}\nA,BIO,MAT,C04; C05,5,6\nB,OTHER,,,,\nC,none,,C19,3,3\n`;
  expect(readResultLabels('l.csv', text)).toEqual([
    { resultId: 'A', sector: 'BIO', asked: ['C04', 'C05'], trl: { low: 5, high: 6 } },
    { resultId: 'B', sector: undefined, asked: [], trl: undefined },
    { resultId: 'C', sector: undefined, asked: ['C19'], trl: { low: 3, high: 3 } },
  ]);
});

test('what is wrong with labels is said with row, column and what stood there', () => {
  const read =
    (...rows: string[]) =>
    () =>
      readResultLabels('l.csv', rows.join('\n'));
  expect(read('resultId,sector', 'A,BIO')).toThrow(/primarySector, neededCapabilities/u);
  expect(read(HEAD, 'A,BIO,,,6,5')).toThrow(
    expect.objectContaining({
      code: 'record.invalid',
      message: expect.stringContaining('row 2'),
      findings: [expect.objectContaining({ field: 'trlLow, trlHigh', found: '6, 5' })],
    }),
  );
  expect(read(HEAD, 'A,BIO,,,5,5', ',BIO,,,5,5')).toThrow(/row 3/u);
});

test('a pair that compares a carrier with itself, or brings a stranger, is refused line by line', () => {
  const pair = { id: 'F', resultId: 'A', carrierA: 'x', carrierB: 'y', purpose: 'pilot', higher: 'B' };
  const lines = [
    pair,
    { ...pair, carrierB: 'x' },
    { ...pair, variant: { id: 'z', name: '中试车间' } },
    { ...pair, variant: { id: 'A', title: '一种涂层' } },
  ];
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  const { records, findings } = readJsonlRecords(text, 'f.jsonl', CounterfactualSchema);
  expect(records).toHaveLength(2);
  expect(findings.map(({ row, column }) => [row, column])).toEqual([
    [2, 'carrierB'],
    [3, 'variant.id'],
  ]);
});

test('a name that is not known is told once for the file, with the line where it first stands', () => {
  const line = (id: string, more: object) => JSON.stringify({ id, name: `载体${id}`, ...more });
  const text = [line('A', {}), line('B', { citty: '重庆' }), line('C', { citty: '宁波', limits: '无' })].join(
    '\n',
  );
  const { records, findings } = readJsonlRecords(text, 'c.jsonl', CarrierSchema);
  expect(records).toHaveLength(3);
  expect(findings).toEqual([
    {
      row: 2,
      column: 'citty',
      found: '重庆（共 2 处 places in all）',
      expected: expect.stringMatching(/^疑为 city；以下之一 · perhaps city; one of id, name, /u),
      severity: 'warning',
    },
  ]);
});

test('a kind that is not known is read as another kind, and told as an import tells it, once for all lines', () => {
  const kinds = ['魔法塔', '孵化器', '魔法塔', '其他'];
  const text = kinds.map((kind, i) => JSON.stringify({ id: `K${i}`, name: `载体${i}`, kind })).join('\n');
  const { records, findings } = readJsonlRecords(text, 'c.jsonl', CarrierSchema, 'carriers');
  expect(records.map(({ kind }) => kind)).toEqual(['other', 'incubator', 'other', 'other']);
  expect(findings).toEqual([
    {
      row: 1,
      column: 'kind',
      found: '魔法塔（共 2 处 places in all）',
      expected: expect.stringMatching(/孵化器.*；按“其他”登记 · a kind that is known; taken as other$/u),
      severity: 'warning',
    },
  ]);
});

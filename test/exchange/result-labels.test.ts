import { expect, test } from 'vitest';
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

import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { csvLine, escapeFormula, textCell } from '../../src/exchange/index.ts';
import { readTable } from '../../src/exchange/read-table.ts';

const HOSTILE = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '=HYPERLINK("http://x","点")'];

it('CSV: no cell can become a formula, and reading it back gives the text', () => {
  for (const text of HOSTILE) expect(escapeFormula(text).startsWith("'")).toBe(true);
  expect(escapeFormula('TRL 5-6')).toBe('TRL 5-6');
  const csv = csvLine(['成果名称', ...HOSTILE.map((text) => text.trim())]) + csvLine(['a"b,c', -5, null]);
  const table = readTable({ filename: 'a.csv', bytes: new TextEncoder().encode(csv) });
  if (table.form !== 'sheets') throw new Error('not a sheet');
  const [first, second] = [...(table.sheets[0]?.rows() ?? [])];
  expect(first?.cells.slice(1)).toEqual(HOSTILE.map((text) => text.trim()));
  expect(second?.cells).toEqual(['a"b,c', '-5', '']);
});

it('XLSX: hostile texts are string cells; the sheet has no formula', async () => {
  const bytes = new Uint8Array(await writeXlsxFile([HOSTILE.map(textCell)], { sheet: 'a' }).toBuffer());
  const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
  expect(xml).not.toMatch(/<f[\s>]/u);
  expect(xml.match(/t="s"/gu)).toHaveLength(HOSTILE.length);
});

import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { RECORD_KINDS } from '../../src/domain/import-report.ts';
import { loadProfile, readAllRecords, textCell, writeTemplate } from '../../src/exchange/index.ts';

/** What a person does: opens the template, types under it, saves it with another program. */
async function fill(
  template: Uint8Array,
  rows: readonly Readonly<Record<string, string>>[],
): Promise<Uint8Array> {
  const [sheet] = await readXlsxFile(Buffer.from(template));
  const data = (sheet?.data ?? []).map((row) =>
    row.map((cell) => (cell === null ? null : textCell(String(cell)))),
  );
  const headings = (sheet?.data[1] ?? []).map((cell) => String(cell).replace('*', ''));
  for (const row of rows)
    data.push(headings.map((heading) => (row[heading] === undefined ? null : textCell(row[heading]))));
  return new Uint8Array(await writeXlsxFile(data, { sheet: '成果' }).toBuffer());
}

describe('templates', () => {
  it('a filled one comes back as it was filled, without its example and notes', async () => {
    const filled = await fill(await writeTemplate('results'), [
      {
        成果名称: '厌氧氨氧化颗粒污泥',
        完成单位: '重庆大学',
        技术成熟度: '5-6级',
        '意向价格（万元）': '80',
        密级: '公开',
        联系人: '王五',
        邮箱: 'w@cqu.edu.cn',
        知识产权: '发明专利2项',
      },
      { 成果名称: '=HYPERLINK("http://x")', 成果简介: '以等号开头的文字', 密级: '公开' },
    ]);
    const read = await readAllRecords('results', { filename: 'a.xlsx', bytes: filled });
    expect(read.findings).toEqual([]);
    expect(read.columns.filter(({ field }) => field === null)).toEqual([]);
    expect(read.counts).toEqual({ rows: 2, drafts: 2, duplicates: 0, refused: 0, notes: 3 });
    expect(read.drafts.map(({ row, draft }) => [row, draft])).toMatchObject([
      [
        6,
        {
          title: '厌氧氨氧化颗粒污泥',
          university: '重庆大学',
          trl: { low: 5, high: 6 },
          priceWan: 80,
          secrecy: 'public',
          contact: { name: '王五', email: 'w@cqu.edu.cn' },
          ip: [{ kind: 'invention_patent', count: 2 }],
        },
      ],
      [7, { title: '=HYPERLINK("http://x")' }],
    ]);
  });

  it.each(RECORD_KINDS)('the example of %s is itself a good record once its mark is gone', async (kind) => {
    const [sheet] = await readXlsxFile(Buffer.from(await writeTemplate(kind)));
    const cells = (sheet?.data ?? []).map((row) =>
      row.map((cell) => (cell === null ? null : textCell(String(cell).replace('【示例】', '')))),
    );
    const bytes = new Uint8Array(await writeXlsxFile(cells, { sheet: 'a' }).toBuffer());
    const read = await readAllRecords(kind, { filename: 'a.xlsx', bytes });
    expect(read.findings).toEqual([]);
    expect(read.drafts).toHaveLength(1);
  });

  it.each(RECORD_KINDS)(
    'an unfilled one of %s holds no records, explains its fields and offers words to choose',
    async (kind) => {
      const template = await writeTemplate(kind, await loadProfile());
      await expect(readAllRecords(kind, { filename: 'a', bytes: template })).rejects.toMatchObject({
        code: 'file.empty',
      });
      const parts = unzipSync(template);
      const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
      expect(xml).toContain(
        kind === 'results' ? '"应用技术,基础理论,软科学,其他"' : '"正常,奖补,督促整改,摘牌"',
      );
      expect(xml.indexOf('</sheetData>')).toBeLessThan(xml.indexOf('<dataValidations'));
      expect(xml).not.toContain('<f>');
      const sheets = await readXlsxFile(Buffer.from(template));
      expect(sheets[1]?.data.flat()).toContain('节能环保');
    },
  );
});

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/domain/errors.ts';
import { MAX_FILE_BYTES } from '../../src/exchange/file-limits.ts';
import { readTable } from '../../src/exchange/read-table.ts';
import type { Table } from '../../src/exchange/table.ts';
import { buildWorkbook, textFile } from './build-workbook.ts';

function refusal(bytes: Uint8Array, filename = 'results.xlsx'): DomainError {
  try {
    readTable({ filename, bytes });
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('the file was taken');
}

function rowsOf(table: Table, sheet = 0): string[][] {
  if (table.form !== 'sheets') throw new Error('not a table of sheets');
  return [...(table.sheets[sheet]?.rows() ?? [])].map((row) => [...row.cells]);
}

describe('what a file is, is told by its content', () => {
  const words = '[Content_Types].xml';
  const docx = zipSync({
    [words]: strToU8(
      '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
  });
  it.each([
    ['a renamed zip', zipSync({ 'photo.txt': strToU8('x') }), 'file.unreadable', /压缩包.*zip archive/u],
    ['a Word document', docx, 'file.unreadable', /Word 文档.*Word document/u],
    [
      'an old .xls',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'file.unreadable',
      /\.xls.*old Excel/u,
    ],
    ['a PDF', textFile('%PDF-1.7 …'), 'file.unreadable', /PDF/u],
    [
      'bytes of no encoding',
      new Uint8Array([0, 0xff, 0x81, 0, 0xfe]),
      'file.unreadable',
      /不是文本文件.*neither/u,
    ],
    [
      'a web page',
      textFile('\ufeff <TABLE><tr><td>成果名称</td></tr></TABLE>'),
      'file.unreadable',
      /网页.*web page/u,
    ],
    [
      'a list in JSON',
      textFile('[{"title":"某成果"},\n{"title":"另一成果"}]\n'),
      'file.unreadable',
      /每行写一条记录/u,
    ],
    [
      'a record over several lines',
      textFile('{\n"title": "某成果"\n}'),
      'file.unreadable',
      /one record a line/u,
    ],
    ['random bytes', new Uint8Array([1, 2, 0, 0, 4, 5]), 'file.unreadable', /不是文本文件.*neither/u],
    [
      'a zip cut in half',
      buildWorkbook([{ name: 'a', rows: [['x']] }]).slice(0, 300),
      'file.unreadable',
      /不完整.*incomplete/u,
    ],
    ['no bytes', new Uint8Array(), 'file.empty', /空的.*empty/u],
    ['white space', textFile(' \r\n\t \n'), 'file.empty', /空白.*white space/u],
    [
      'a workbook without rows',
      buildWorkbook([{ name: 'a', rows: [] }]),
      'file.empty',
      /没有任何行.*no rows/u,
    ],
    ['a file over the limit', new Uint8Array(MAX_FILE_BYTES + 1), 'file.too_large', /20 MiB/u],
  ])('refuses %s and says what it is', (_name, bytes, code, message) => {
    const error = refusal(bytes);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  it('reads a workbook whatever it is called', () => {
    const table = readTable({
      filename: 'list.csv',
      bytes: buildWorkbook([{ name: 'a', rows: [['成果名称']] }]),
    });
    expect(rowsOf(table)).toEqual([['成果名称']]);
  });

  it('stops a zip bomb, whether it declares its size or lies about it', () => {
    const honest = zipSync({
      '[Content_Types].xml': strToU8('x'),
      'xl/a.xml': new Uint8Array(210 * 1024 * 1024),
    });
    expect(refusal(honest).code).toBe('file.too_large');
    const lying = zipSync({ '[Content_Types].xml': new Uint8Array(210 * 1024 * 1024) });
    const directory = Buffer.from(lying).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    new DataView(lying.buffer, lying.byteOffset).setUint32(directory + 24, 10, true);
    expect(refusal(lying).code).toBe('file.too_large');
  });
});

describe('cells of a workbook', () => {
  it('says dates as ISO text, numbers without exponent or binary noise, formulas by their cached value', () => {
    const bytes = buildWorkbook(
      [
        {
          name: '成果',
          rows: [
            [
              { serial: 44321 },
              { serial: 44348, style: 2 },
              13800000000,
              0.1 + 0.2,
              { formula: '1+1', cached: '二' },
            ],
            [
              '=1+1',
              { raw: '<c r="@" t="s"><v>1</v></c>' },
              { raw: '<c r="@" t="b"><v>1</v></c>' },
              { raw: '<c r="@" s="1"/>' },
            ],
          ],
        },
      ],
      {
        strings:
          '<si/><si><r><t>重</t></r><rPh sb="0" eb="1"><t>zhong</t></rPh><r><t>庆_x000D_\n&amp;</t></r></si>',
      },
    );
    expect(rowsOf(readTable({ filename: 'a', bytes }))).toEqual([
      ['2021-05-05', '2021-06', '13800000000', '0.3', '二'],
      ['=1+1', '重庆\n&', 'TRUE'],
    ]);
  });

  it('says a share as the percentage that the sheet shows', () => {
    const bytes = buildWorkbook([
      { name: 'a', rows: [[{ serial: 0.15, style: 4 }, { serial: 0.285, style: 5 }, 0.15]] },
    ]);
    expect(rowsOf(readTable({ filename: 'a', bytes }))).toEqual([['15%', '28.5%', '0.15']]);
  });

  it('counts dates from 1904 where the workbook does', () => {
    const bytes = buildWorkbook([{ name: 'a', rows: [[{ serial: 42859 }]] }], { epoch1904: true });
    expect(rowsOf(readTable({ filename: 'a', bytes }))).toEqual([['2021-05-05']]);
  });

  it('gives sheets by name, keeps row numbers over gaps, leaves hidden sheets out', () => {
    const table = readTable({
      filename: 'a',
      bytes: buildWorkbook([
        { name: '下拉项', hidden: true, rows: [['公开']] },
        { name: '重庆大学', rows: [['a'], [], ['b', null, 'c']], merges: ['A1:B2'] },
      ]),
    });
    if (table.form !== 'sheets') throw new Error('not sheets');
    expect(table.sheets.map((sheet) => sheet.name)).toEqual(['重庆大学']);
    expect([...(table.sheets[0]?.rows() ?? [])].filter((row) => row.cells.length > 0)).toEqual([
      { number: 1, cells: ['a'] },
      { number: 3, cells: ['b', '', 'c'] },
    ]);
    expect(table.sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 1 }]);
  });
});

describe('text files', () => {
  const gb18030 = Uint8Array.from([
    0xb3, 0xc9, 0xb9, 0xfb, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xd1, 0xa7, 0xd0, 0xa3,
  ]);
  it.each([
    ['UTF-8 with a byte order mark', textFile('\ufeff成果名称,学校')],
    ['GB18030', gb18030],
    ['semicolons', textFile('成果名称;学校\r\n')],
    ['tabs', textFile('成果名称\t学校\n')],
  ])('reads CSV: %s', (_name, bytes) => {
    expect(rowsOf(readTable({ filename: 'a.csv', bytes }))[0]).toEqual(['成果名称', '学校']);
  });

  it('keeps commas and line breaks inside quotes', () => {
    expect(rowsOf(readTable({ filename: 'a', bytes: textFile('a,b\n"x, y\nz",1\n') }))).toEqual([
      ['a', 'b'],
      ['x, y\nz', '1'],
    ]);
  });
});

describe('the separator of a CSV', () => {
  it('is not one that only stands inside cells: 关键词1;关键词2', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `成果${i},简介,甲;乙;丙;丁;戊;己,重庆大学`);
    const bytes = textFile(['成果名称,成果简介,关键词,完成单位', ...lines].join('\n'));
    const table = readTable({ filename: 'a.csv', bytes });
    expect(rowsOf(table).every((cells) => cells.length === 4)).toBe(true);
  });
});

/** What a file is, by its content; its name decides nothing. */
import { emptyFile, MAX_FILE_BYTES, tooLarge, unreadable } from './file-limits.ts';
import { type Archive, openArchive } from './xlsx/archive.ts';

export type Content = { readonly kind: 'workbook'; readonly archive: Archive } | { readonly kind: 'text' };

const USE_XLSX = { zh: '请另存为 .xlsx 或 CSV 后重试', en: 'save it as .xlsx or CSV and try again' };

/** Openings of files that people upload by mistake. */
const FOREIGN: readonly (readonly [magic: readonly number[], zh: string, en: string])[] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    '旧版 Excel（.xls）或加密的工作簿',
    'an old Excel file (.xls) or an encrypted workbook',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'PDF 文件', 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], '图片', 'a picture'],
  [[0xff, 0xd8, 0xff], '图片', 'a picture'],
  [[0x1f, 0x8b], '压缩文件（gzip）', 'a gzip archive'],
  [[0x52, 0x61, 0x72, 0x21], '压缩文件（RAR）', 'a RAR archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], '压缩文件（7z）', 'a 7z archive'],
];

/** Behind a byte order mark, read as Latin-1. */
const MARKUP = /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|head|meta|style|table|\?xml)\b/iu;
const OPENING = 200;

/** Throws `file.empty`, `file.too_large` or `file.unreadable`, with what the file seems to be. */
export function detectContent(bytes: Uint8Array): Content {
  if (bytes.length === 0) throw emptyFile('文件是空的', 'the file is empty');
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge('文件超过 20 MiB', 'the file is larger than 20 MiB');
  const foreign = FOREIGN.find(([magic]) => magic.every((byte, i) => bytes[i] === byte));
  if (foreign) throw notATable(foreign[1], foreign[2]);
  if (MARKUP.test(new TextDecoder('latin1').decode(bytes.subarray(0, OPENING))))
    throw notATable(
      '网页或 XML 文件（有的系统导出的 .xls 即是）',
      'a web page or XML file (what some systems export as .xls)',
    );
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9) return workbook(openArchive(bytes));
  return { kind: 'text' };
}

function workbook(archive: Archive): Content {
  const types = archive.find('[Content_Types].xml')?.toString('utf8') ?? '';
  if (
    /spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template)\.macroEnabled\.main\+xml/iu.test(
      types,
    )
  ) {
    return { kind: 'workbook', archive };
  }
  if (types.includes('wordprocessingml')) throw notATable('Word 文档', 'a Word document');
  if (types.includes('presentationml')) throw notATable('PowerPoint 文档', 'a PowerPoint file');
  if (types.includes('sheet.binary')) throw notATable('二进制工作簿（.xlsb）', 'a binary workbook (.xlsb)');
  if (archive.has('content.xml')) throw notATable('OpenDocument 文档', 'an OpenDocument file');
  throw notATable('普通压缩包（zip），不是工作簿', 'a plain zip archive, not a workbook');
}

function notATable(zh: string, en: string) {
  return unreadable(
    `这是${zh}，无法导入；${USE_XLSX.zh}`,
    `this is ${en} and cannot be imported; ${USE_XLSX.en}`,
  );
}

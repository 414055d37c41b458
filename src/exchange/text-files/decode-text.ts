/** Bytes of a text file to text: UTF-8 where the bytes are strictly that, else GB18030 (which holds GBK, GB2312). */
import type { DomainError } from '../../domain/errors.ts';
import { emptyFile, unreadable } from '../file-limits.ts';

export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text.includes('\u0000')) throw noText();
  if (text.trim() === '') throw emptyFile('文件里只有空白', 'the file holds only white space');
  return text;
}

function noText(): DomainError {
  return unreadable(
    '这不是文本文件，也不是 Excel 工作簿',
    'this is neither a text file nor an Excel workbook',
  );
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // no encoding that is tried has such bytes in a text: it would be blamed for what is none
  if (bytes.includes(0)) throw noText();
  const text = strictly('utf-8', bytes) ?? strictly('gb18030', bytes);
  if (text === null) {
    throw unreadable(
      '文字编码无法识别，请存为 UTF-8',
      'the encoding is neither UTF-8 nor GB18030: save it as UTF-8',
    );
  }
  return text;
}

/** Null where the bytes are not of this encoding. */
function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

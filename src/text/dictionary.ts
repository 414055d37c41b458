/** jieba's own dictionary, read line by line: `word frequency tag`. Nothing of it is kept here. */
import { dict } from '@node-rs/jieba/dict.js';

const BLANK = 0x20;
const LINE_END = 0x0a;

/** Every word with its frequency in running text; those rarer than `least` are passed over. */
export function* dictionaryEntries(least = 0): Generator<readonly [word: string, frequency: number]> {
  const bytes = Buffer.from(dict.buffer, dict.byteOffset, dict.byteLength);
  for (let start = 0; start < bytes.length; ) {
    const end = endOf(bytes, LINE_END, start, bytes.length);
    const blank = endOf(bytes, BLANK, start, end);
    const second = endOf(bytes, BLANK, blank + 1, end);
    const frequency = Number(bytes.toString('latin1', blank + 1, second));
    if (frequency >= least) yield [bytes.toString('utf8', start, blank), frequency];
    start = end + 1;
  }
}

function endOf(bytes: Buffer, byte: number, from: number, limit: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 || at > limit ? limit : at;
}

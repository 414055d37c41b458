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

/** Of Fowler, Noll & Vo (FNV-1a). */
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** So many places that hardly any other word falls on one of ten thousand. */
const HASHES = 1 << 20;

/** Those of the words that it holds: only what may be one of them is made into a string. */
export function wordsInDictionary(words: ReadonlySet<string>): Set<string> {
  const wanted = new Uint8Array(HASHES);
  for (const word of words) {
    const bytes = Buffer.from(word);
    wanted[hashOf(bytes, 0, bytes.length)] = 1;
  }
  const bytes = Buffer.from(dict.buffer, dict.byteOffset, dict.byteLength);
  const known = new Set<string>();
  for (let start = 0; start < bytes.length; ) {
    let blank = start;
    while (blank < bytes.length && bytes[blank] !== BLANK && bytes[blank] !== LINE_END) blank++;
    if (wanted[hashOf(bytes, start, blank)] === 1) {
      const word = bytes.toString('utf8', start, blank);
      if (words.has(word)) known.add(word);
    }
    start = endOf(bytes, LINE_END, blank, bytes.length) + 1;
  }
  return known;
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = FNV_BASIS;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, FNV_PRIME);
  return (hash ^ (hash >>> 15)) & (HASHES - 1);
}

function endOf(bytes: Buffer, byte: number, from: number, limit: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 || at > limit ? limit : at;
}

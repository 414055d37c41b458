/** jieba's own dictionary, read line by line: `word frequency tag`. Nothing of it is kept here. */
import { dict } from '@node-rs/jieba/dict.js';

const BLANK = 0x20;
const LINE_END = 0x0a;
const ZERO = 0x30;

/** Every word with its frequency in running text; those rarer than `least` are passed over. */
export function* dictionaryEntries(least = 0): Generator<readonly [word: string, frequency: number]> {
  const bytes = dictionaryBytes();
  for (let start = 0; start < bytes.length; ) {
    const entry = entryAt(bytes, start);
    if (entry.frequency >= least) yield [bytes.toString('utf8', start, entry.wordEnd), entry.frequency];
    start = entry.end;
  }
}

/** The same without making words of them: each from `start` to `end` of the bytes, which are UTF-8. */
export function eachEntry(
  visit: (bytes: Buffer, start: number, end: number, frequency: number) => void,
): void {
  const bytes = dictionaryBytes();
  for (let start = 0; start < bytes.length; ) {
    const { wordEnd, frequency, end } = entryAt(bytes, start);
    visit(bytes, start, wordEnd, frequency);
    start = end;
  }
}

/** Of the line that begins there. */
function entryAt(bytes: Buffer, start: number): { wordEnd: number; frequency: number; end: number } {
  let at = start;
  while (at < bytes.length && bytes[at] !== BLANK && bytes[at] !== LINE_END) at++;
  const wordEnd = at;
  let frequency = 0;
  for (at++; bytes[at]! >= ZERO && bytes[at]! < ZERO + 10; at++)
    frequency = 10 * frequency + bytes[at]! - ZERO;
  return { wordEnd, frequency, end: endOf(bytes, LINE_END, at - 1, bytes.length) + 1 };
}

function dictionaryBytes(): Buffer {
  return Buffer.from(dict.buffer, dict.byteOffset, dict.byteLength);
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
  const bytes = dictionaryBytes();
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

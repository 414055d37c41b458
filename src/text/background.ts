/**
 * How common words are in general Chinese, from the frequencies of jieba's dictionary: a prior for document
 * frequencies, so that among twenty records 加速器 does not pass for a rare word.
 */
import { CodePairs } from './code-tables.ts';
import { eachEntry } from './dictionary.ts';

export interface Background {
  /** Expected share of records that hold the term, 0–1; a small constant for terms it does not know. */
  share(term: string): number;
}

/** Words in a typical record: turns a word's share of running text into a share of records. */
const WORDS_PER_RECORD = 60;
/** For words outside the dictionary: names, rare compounds, English. */
const UNKNOWN_SHARE = 0.0005;
const MOST_SHARE = 0.5;
/** In place of a frequency. */
const UNKNOWN = -1;
/** Rarer words add nothing to how common a character or a pair of characters is. */
const PAIRS_FROM = 10;

let background: Background | undefined;

/** Read from the dictionary once, in some hundred milliseconds. */
export function generalChinese(): Background {
  background ??= create();
  return background;
}

function create(): Background {
  const { words, pieces, total } = countGeneralChinese();
  return {
    share(term) {
      const frequency = term.startsWith('#') ? pieces.get(pieceIn(term)) : (words.get(term) ?? UNKNOWN);
      return frequency === UNKNOWN ? UNKNOWN_SHARE : Math.min(MOST_SHARE, expectedShare(frequency, total));
    },
  };
}

interface GeneralCounts {
  readonly words: ReadonlyMap<string, number>;
  /** Of characters and pairs of them, by their codes (`piece`): no string is made of every piece of every word. */
  readonly pieces: CodePairs;
  readonly total: number;
}

/** Those common enough to count for more than what is unknown. */
function countGeneralChinese(): GeneralCounts {
  const words = new Map<string, number>();
  const pieces = new CodePairs();
  let total = 0;
  eachEntry((_bytes, _start, _end, frequency) => {
    total += frequency;
  });
  const least = leastFrequency(total);
  eachEntry((bytes, start, end, frequency) => {
    if (frequency < PAIRS_FROM) return;
    if (frequency >= least) words.set(bytes.toString('utf8', start, end), frequency);
    let before = 0;
    for (let at = start; at < end; at += lengthOfCharacter(bytes[at]!)) {
      const code = codeAt(bytes, at);
      if (before !== 0) pieces.increase(piece(before, code), frequency);
      pieces.increase(code, frequency);
      before = code;
    }
  });
  return { words, pieces: pieces.from(least), total };
}

/** Of a character of UTF-8 by its first byte; the dictionary has none of four bytes. */
function lengthOfCharacter(first: number): number {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : 3;
}

function codeAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return first;
  const second = bytes[at + 1]! & 0x3f;
  if (first < 0xe0) return ((first & 0x1f) << 6) | second;
  return ((first & 0x0f) << 12) | (second << 6) | (bytes[at + 2]! & 0x3f);
}

function piece(first: number, second: number): number {
  return (first << 16) | second;
}

/** Of a term that begins with #; what is longer than a pair is none, and 0 the code of no piece. */
function pieceIn(term: string): number {
  if (term.length === 2) return term.charCodeAt(1);
  return term.length === 3 ? piece(term.charCodeAt(1), term.charCodeAt(2)) : 0;
}

/** Share of records that hold a word at least once, were words strewn at random. */
function expectedShare(frequency: number, total: number): number {
  return 1 - Math.exp((-frequency / total) * WORDS_PER_RECORD);
}

/** Words up to this frequency are no more common than unknown ones: they need not be kept. */
function leastFrequency(total: number): number {
  return (-Math.log(1 - UNKNOWN_SHARE) / WORDS_PER_RECORD) * total;
}

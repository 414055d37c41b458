/** The terms of a corpus with their document frequencies, counted apart for Chinese and English records. */
import type { Analysis, FieldTerms, Language } from '../../domain/analysis.ts';
import { generalChinese } from '../../text/background.ts';
import { ASKED_PATH } from '../analyse/field-terms.ts';
import { IDF_EXPONENT } from '../settings.ts';

export interface Vocabulary {
  readonly ids: ReadonlyMap<string, number>;
  readonly terms: readonly string[];
  /**
   * By language of the record and term id: log((N + B) / (df + B p)) to the power of IDF_EXPONENT, where N and
   * df of an English word in an English record count the English records alone (among few of them no word is
   * rare), those of everything else all records, and B imagined records of general text, a share p of which
   * hold the term, stand in while N is small.
   */
  readonly idf: Readonly<Record<Language, Float64Array>>;
}

/** One entry of `documents` is one record: its language and its terms by field. */
export function buildVocabulary(documents: readonly Pick<Analysis, 'language' | 'terms'>[]): Vocabulary {
  const ids = new Map<string, number>();
  const terms: string[] = [];
  const frequency: Record<Language, number[]> = { han: [], latin: [] };
  const size: Record<Language, number> = { han: 0, latin: 0 };
  for (const { language, terms: fields } of documents) {
    size[language]++;
    for (const term of distinctTerms(fields)) {
      let id = ids.get(term);
      if (id === undefined) {
        id = terms.length;
        ids.set(term, id);
        terms.push(term);
        frequency.han.push(0);
        frequency.latin.push(0);
      }
      frequency[language][id]!++;
    }
  }
  const everywhere = frequency.han.map((df, id) => df + frequency.latin[id]!);
  const han = idf(terms, everywhere, size.han + size.latin);
  const own = idf(terms, frequency.latin, size.latin);
  return {
    ids,
    terms,
    idf: { han, latin: own.map((value, id) => (isLatin(terms[id]!) ? value : han[id]!)) },
  };
}

/** Weight of the background in records. */
const BACKGROUND_RECORDS = 500;

function idf(terms: readonly string[], frequency: readonly number[], size: number): Float64Array {
  const background = generalChinese();
  return Float64Array.from(frequency, (df, id) => {
    const expected = df + 0.5 + BACKGROUND_RECORDS * background.share(terms[id]!);
    return Math.max(0, Math.log((size + 1 + BACKGROUND_RECORDS) / expected)) ** IDF_EXPONENT;
  });
}

function distinctTerms(fields: readonly FieldTerms[]): Set<string> {
  const terms = new Set<string>();
  for (const field of fields) {
    if (field.path !== ASKED_PATH) for (const [term] of field.terms) terms.add(term);
  }
  return terms;
}

function isLatin(term: string): boolean {
  return term.charCodeAt(0) < 0x250 && !term.startsWith('#');
}

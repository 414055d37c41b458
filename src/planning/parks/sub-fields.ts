/** Which sub-fields of a sector a result works in, by the words of the vocabulary that it uses. */
import type { Analysis } from '../../domain/analysis.ts';
import type { Bilingual } from '../../domain/match.ts';
import type { Profile } from '../../domain/profile.ts';
import { foldWord } from '../../text/fold.ts';
import type { FieldReading, FieldWord } from './field-reading.ts';
import { PackedWords } from './packed-words.ts';

/** Share of a result's words that a sub-field needs to be one of its own. */
const LEAST_SHARE = 0.3;
/** A word of the title or of the keywords says what the thing is, one of the abstract may stand there in passing. */
const SUBJECT = 2;
const SUBJECT_FIELDS: ReadonlySet<string> = new Set(['title', 'keywords']);
/** One word in passing is no field, two are. */
const LEAST_WEIGHT = 2;

export function fieldReader(profile: Profile): (analysis: Analysis, sector: string) => FieldReading {
  const vocabulary = new Map(
    Object.entries(profile.terms).map(([sector, terms]) => {
      const words = new Map<string, { readonly field: string; readonly term: Bilingual }>();
      for (const { zh, en, sub } of terms) {
        if (sub === '') continue;
        for (const word of [zh, en]) words.set(key(word), { field: sub, term: { zh, en } });
      }
      return [sector, words] as const;
    }),
  );
  const packed = new PackedWords();
  return (analysis, sector) => {
    const known = vocabulary.get(sector);
    const words = analysis.sectors.evidence.flatMap(({ code, ...span }) => {
      const hit = code === sector ? known?.get(key(span.quote)) : undefined;
      return hit ? [{ ...hit, span }] : [];
    });
    return packed.reading(words, mainFields(words));
  };
}

function mainFields(words: readonly FieldWord[]): string[] {
  const weights = new Map<string, number>();
  const counted = new Set<string>();
  for (const { field, term } of words) {
    if (counted.has(term.zh)) continue;
    counted.add(term.zh);
    const subject = words.some((word) => word.term.zh === term.zh && SUBJECT_FIELDS.has(word.span.field));
    weights.set(field, (weights.get(field) ?? 0) + (subject ? SUBJECT : 1));
  }
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return [...weights]
    .filter(([, weight]) => weight >= Math.max(LEAST_WEIGHT, LEAST_SHARE * all))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([field]) => field);
}

/** One spelling of a word; English also in the singular (RV reducers, RV reducer). */
function key(word: string): string {
  return foldWord(word).replace(/(?<=[a-z]{3})s$/u, '');
}

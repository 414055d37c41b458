/** A text read once: folded, segmented, cut into clauses, its markers of modality found. */
import type { Markers } from '../domain/profile.ts';
import { type Clause, splitClauses } from './clauses.ts';
import type { Concordance } from './concordance.ts';
import { type FoldedText, foldText } from './fold.ts';
import { createPhraseBook, type PhraseHit } from './phrases.ts';
import type { Segmenter, Token } from './segmenter.ts';
import type { TermAt } from './term-at.ts';

/**
 * `lacking`: 尚未, 未取得 …: of a result it means still to be done, of a carrier not there. `without`: 没有, 无:
 * what a result has not got it may want, unless it says so of a need; everywhere else a denial.
 */
export type MarkerKind = keyof Markers | 'lacking' | 'without';

export interface ReadText {
  readonly folded: FoldedText;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly markers: readonly PhraseHit<MarkerKind>[];
  /** Room for what an extractor of terms found in it: kept as long as the text, and no longer. */
  found: FoundTerms | undefined;
}

export interface FoundTerms {
  /** Who found them: another extractor finds others. */
  readonly by: object;
  /** English phrases, with their Chinese. */
  readonly hits: readonly PhraseHit<string>[];
  readonly terms: readonly TermAt[];
  /** Once they were asked for. */
  concepts: readonly TermAt[] | undefined;
}

export interface Reader {
  read(text: string): ReadText;
}

const NOT_YET = /^(?:尚|还|仍|目前|暂)?未(?!涉及|曾)/u;
const WITHOUT = new Set([
  '没有',
  '暂无',
  '并无',
  '均无',
  '无法',
  '不具备',
  'no',
  'without',
  'cannot',
  'unable to',
]);

export function createReader(segmenter: Segmenter, markers: Markers, concordance?: Concordance): Reader {
  const book = createPhraseBook(markerWords(markers), { trustedLength: 2, concordance });
  return {
    read(text) {
      const folded = foldText(text);
      const tokens = segmenter.segment(folded);
      return {
        folded,
        tokens,
        clauses: splitClauses(folded.text),
        markers: book.find(folded, tokens),
        found: undefined,
      };
    },
  };
}

function markerWords(markers: Markers): (readonly [string, MarkerKind])[] {
  return (Object.keys(markers) as (keyof Markers)[]).flatMap((kind) =>
    [...markers[kind].zh, ...markers[kind].en].map(
      (word) => [word, kind === 'deny' ? kindOfDenial(word) : kind] as const,
    ),
  );
}

function kindOfDenial(word: string): MarkerKind {
  if (NOT_YET.test(word)) return 'lacking';
  return WITHOUT.has(word) ? 'without' : 'deny';
}

/** The clause that holds an offset of the folded text; the text as a whole where it has none. */
export function clauseAt(read: ReadText, offset: number): Clause {
  return (
    read.clauses[clauseNumberAt(read, offset)] ?? { start: 0, end: read.folded.text.length, sentence: 0 }
  );
}

/** -1 where no clause holds the offset. */
export function clauseNumberAt({ clauses }: ReadText, offset: number): number {
  let low = 0;
  let high = clauses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (clauses[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low < clauses.length && clauses[low]!.start <= offset ? low : -1;
}

/** The sentence that holds an offset of the folded text; the first, where no clause holds it. */
export function sentenceAt(read: ReadText, offset: number): { start: number; end: number } {
  const { clauses } = read;
  if (clauses.length === 0) return { start: 0, end: read.folded.text.length };
  let first = Math.max(0, clauseNumberAt(read, offset));
  let last = first;
  const { sentence } = clauses[first]!;
  while (clauses[first - 1]?.sentence === sentence) first--;
  while (clauses[last + 1]?.sentence === sentence) last++;
  return { start: clauses[first]!.start, end: clauses[last]!.end };
}

/** A text read once: folded, segmented, cut into clauses, its markers of modality found. */
import type { Modality } from '../domain/analysis.ts';
import type { Markers } from '../domain/profile.ts';
import { type Clause, splitClauses } from './clauses.ts';
import { type FoldedText, foldText } from './fold.ts';
import { createPhraseBook, type PhraseHit } from './phrases.ts';
import type { Segmenter, Token } from './segmenter.ts';
import type { TermAt } from './term-at.ts';

/**
 * `lacking`: 尚未, 未取得 …: of a result it means still to be done, of a carrier not there. `without`: 没有, 无:
 * what a result has not got it may want, unless it says so of a need; everywhere else a denial.
 */
export type MarkerKind = keyof Markers | 'lacking' | 'without';

/** How a text speaks of a stretch; `lacking` is left to the side it is said by. */
export type Said = Modality | 'lacking';

/** The same, with what is only `without`, and with what is `limited` apart from what is offered. */
export type SaidExactly = Said | 'without' | 'limited';

export interface ReadText {
  readonly folded: FoldedText;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly markers: readonly PhraseHit<MarkerKind>[];
  /** Room for what an extractor of terms found in it: kept as long as the text, and no longer. */
  found?: FoundTerms;
}

export interface FoundTerms {
  /** Who found them: another extractor finds others. */
  readonly by: object;
  /** English phrases, with their Chinese. */
  readonly hits: readonly PhraseHit<string>[];
  readonly terms: readonly TermAt[];
}

export interface Reader {
  read(text: string): ReadText;
}

const KINDS: readonly MarkerKind[] = ['lacking', 'without', 'deny', 'limit', 'ask', 'done', 'offer'];

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

export function createReader(segmenter: Segmenter, markers: Markers): Reader {
  const book = createPhraseBook(markerWords(markers), { trustedLength: 2 });
  return {
    read(text) {
      const folded = foldText(text);
      const tokens = segmenter.segment(folded);
      return { folded, tokens, clauses: splitClauses(folded.text), markers: book.find(folded.text, tokens) };
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
  const { clauses } = read;
  let low = 0;
  let high = clauses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (clauses[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const found = clauses[low];
  return found && found.start <= offset ? found : { start: 0, end: read.folded.text.length, sentence: 0 };
}

/** What a marker says of the words that it governs. */
const SAYS: Record<MarkerKind, SaidExactly> = {
  lacking: 'lacking',
  without: 'without',
  ask: 'asked',
  done: 'done',
  offer: 'offered',
  deny: 'denied',
  limit: 'limited',
};

/** A denial or an ask directly before another marker takes its meaning over: 尚未完成, 需提供. */
const ADJOINING = 2;

/**
 * How the text speaks of the stretch `start..end`: by the nearest marker before it in its clause, else by
 * one behind it (小试已完成), else by an ask that governs the sentence (需要检测，试产五百台). Undefined
 * where no marker governs it.
 */
export function modalityAt(read: ReadText, start: number, end: number): Said | undefined {
  const said = saidExactlyAt(read, start, end);
  if (said === 'without') return 'denied';
  return said === 'limited' ? 'offered' : said;
}

/** `modalityAt` without the simplification. */
export function saidExactlyAt(read: ReadText, start: number, end: number): SaidExactly | undefined {
  const clause = clauseAt(read, start);
  const inClause = read.markers.filter((marker) => marker.start >= clause.start && marker.end <= clause.end);
  // a marker may reach into the phrase: 不寻求|专利许可 turns 寻求专利许可
  const before = inClause.filter((marker) => marker.start < start);
  const nearest = before.at(-1);
  if (nearest) return governed(read, nearest, before.slice(0, -1));
  const behind = inClause.find((marker) => marker.start >= end);
  if (behind && kindOf(behind) !== 'offer') return governed(read, behind, []);
  return inheritedAsk(read, clause);
}

/** What the nearest marker says, given those before it in the clause. */
function governed(
  read: ReadText,
  marker: PhraseHit<MarkerKind>,
  earlier: readonly PhraseHit<MarkerKind>[],
): SaidExactly {
  const kind = kindOf(marker);
  const previous = earlier.at(-1);
  const adjoining = previous && marker.start - previous.end <= ADJOINING ? kindOf(previous) : undefined;
  if (kind === 'done') {
    const asksBefore = earlier.some((other) => kindOf(other) === 'ask');
    // 拟在合作药企完成放大 is a plan; 已 says that it has happened, whatever was asked before
    const settled = read.folded.text.startsWith('已', marker.start);
    if (
      adjoining === 'deny' ||
      adjoining === 'without' ||
      adjoining === 'lacking' ||
      (asksBefore && !settled)
    )
      return 'asked';
  }
  // 不再|找试用单位, 无意|寻求
  if (kind === 'ask' && adjoining === 'deny') return 'denied';
  if (kind === 'offer' && adjoining !== undefined && adjoining !== 'offer') return SAYS[adjoining];
  return SAYS[kind];
}

/** The clause before, in the same sentence, asks, and this one says nothing else: the asking goes on. */
function inheritedAsk(read: ReadText, clause: Clause): Modality | undefined {
  const index = read.clauses.indexOf(clause);
  const previous = read.clauses[index - 1];
  if (!previous || previous.sentence !== clause.sentence) return undefined;
  const markers = read.markers.filter(
    (marker) => marker.start >= previous.start && marker.end <= previous.end,
  );
  const last = markers.at(-1);
  if (!last) return inheritedAsk(read, previous);
  return kindOf(last) === 'ask' ? 'asked' : undefined;
}

const ASKING: ReadonlySet<MarkerKind> = new Set(['ask', 'lacking', 'without']);

const TELLING: ReadonlySet<MarkerKind> = new Set(['done', 'offer', 'deny']);

/** Whether the clause around an offset holds a word that asks. */
export function asksAt(read: ReadText, offset: number): boolean {
  const { start, end } = clauseAt(read, offset);
  return holdsAsk(read, start, end);
}

/** Whether a word that asks, or tells of a lack, stands in `start..end` or reaches into it. */
export function holdsAsk(read: ReadText, start: number, end: number): boolean {
  return read.markers.some(
    (marker) => marker.start < end && marker.end > start && ASKING.has(kindOf(marker)),
  );
}

/** Whether the sentence around an offset tells what is done, given or denied, and asks nothing. */
export function isStatement(read: ReadText, offset: number): boolean {
  const { sentence } = clauseAt(read, offset);
  const clauses = read.clauses.filter((clause) => clause.sentence === sentence);
  const start = clauses[0]?.start ?? 0;
  const end = clauses.at(-1)?.end ?? read.folded.text.length;
  const kinds = read.markers.filter((m) => m.start < end && m.end > start).map(kindOf);
  return kinds.some((kind) => TELLING.has(kind)) && !kinds.some((kind) => ASKING.has(kind));
}

/** Whether a marker denies what it governs. */
export function isDenial(marker: PhraseHit<MarkerKind>): boolean {
  const kind = kindOf(marker);
  return kind === 'deny' || kind === 'without' || kind === 'lacking';
}

/** A phrase that is a marker of several kinds counts as the first in the order lacking, without, deny, limit, ask, done, offer. */
function kindOf(marker: PhraseHit<MarkerKind>): MarkerKind {
  return KINDS.find((kind) => marker.meanings.includes(kind)) ?? 'offer';
}

/** How a text speaks of what stands in it: by the markers of asking, doing, offering and denying around it. */
import type { Modality } from '../domain/analysis.ts';
import type { PhraseHit } from './phrases.ts';
import { clauseAt, clauseNumberAt, type MarkerKind, type ReadText, sentenceAt } from './reader.ts';

/** How a text speaks of a stretch; `lacking` is left to the side it is said by. */
export type Said = Modality | 'lacking';

/** The same, with what is only `without`, and with what is `limited` apart from what is offered. */
export type SaidExactly = Said | 'without' | 'limited';

const KINDS: readonly MarkerKind[] = ['lacking', 'without', 'deny', 'limit', 'ask', 'done', 'offer'];

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
  const { markers } = read;
  const number = clauseNumberAt(read, start);
  const clause = read.clauses[number] ?? { start: 0, end: read.folded.text.length };
  const first = firstMarkerFrom(markers, clause.start);
  // a marker may reach into the phrase: 不寻求|专利许可 turns 寻求专利许可
  let i = first;
  while (i < markers.length && markers[i]!.start < start && markers[i]!.end <= clause.end) i++;
  if (i > first) return governed(read, i - 1, first);
  while (i < markers.length && markers[i]!.start < end) i++;
  const behind = markers[i];
  if (behind && behind.end <= clause.end && kindOf(behind) !== 'offer') return governed(read, i, i);
  return inheritedAsk(read, number);
}

/** The number of the first marker from an offset on. They stand in their order and do not overlap. */
function firstMarkerFrom(markers: ReadText['markers'], offset: number): number {
  let low = 0;
  let high = markers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (markers[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What the nearest marker says, given those before it in the clause, from `first` on. */
function governed({ markers, folded }: ReadText, number: number, first: number): SaidExactly {
  const marker = markers[number]!;
  const kind = kindOf(marker);
  const previous = number > first ? markers[number - 1]! : undefined;
  const adjoining = previous && marker.start - previous.end <= ADJOINING ? kindOf(previous) : undefined;
  if (kind === 'done') {
    if (adjoining === 'deny' || adjoining === 'without' || adjoining === 'lacking') return 'asked';
    // 拟在合作药企完成放大 is a plan; 已 says that it has happened, whatever was asked before
    if (holdsKind(markers, first, number, 'ask') && !folded.text.startsWith('已', marker.start))
      return 'asked';
  }
  // 不再|找试用单位, 无意|寻求
  if (kind === 'ask' && adjoining === 'deny') return 'denied';
  if (kind === 'offer' && adjoining !== undefined && adjoining !== 'offer') return SAYS[adjoining];
  return SAYS[kind];
}

function holdsKind(markers: ReadText['markers'], from: number, to: number, kind: MarkerKind): boolean {
  for (let i = from; i < to; i++) if (kindOf(markers[i]!) === kind) return true;
  return false;
}

/** A clause before, in the same sentence, asks, and what stands between says nothing else: the asking goes on. */
function inheritedAsk({ clauses, markers }: ReadText, number: number): Modality | undefined {
  for (let i = number - 1; i >= 0; i--) {
    const previous = clauses[i]!;
    if (previous.sentence !== clauses[number]!.sentence) return undefined;
    // that one which may reach into the next clause is not of this one
    let last = firstMarkerFrom(markers, previous.end) - 1;
    if (last >= 0 && markers[last]!.end > previous.end) last--;
    if (last >= 0 && markers[last]!.start >= previous.start)
      return kindOf(markers[last]!) === 'ask' ? 'asked' : undefined;
  }
  return undefined;
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
  const { start, end } = sentenceAt(read, offset);
  let tells = false;
  for (const marker of read.markers) {
    if (marker.start >= end || marker.end <= start) continue;
    const kind = kindOf(marker);
    if (ASKING.has(kind)) return false;
    tells ||= TELLING.has(kind);
  }
  return tells;
}

/** Whether a marker denies what it governs. */
export function isDenial(marker: PhraseHit<MarkerKind>): boolean {
  const kind = kindOf(marker);
  return kind === 'deny' || kind === 'without' || kind === 'lacking';
}

/** A phrase that is a marker of several kinds counts as the first in the order lacking, without, deny, limit, ask, done, offer. */
function kindOf(marker: PhraseHit<MarkerKind>): MarkerKind {
  if (marker.meanings.length === 1) return marker.meanings[0]!;
  return KINDS.find((kind) => marker.meanings.includes(kind)) ?? 'offer';
}

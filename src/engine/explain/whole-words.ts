/** Two neighbouring characters that two texts share, as the words that both have around them: of 纤传 光纤传感. */
import { generalChinese } from '../../text/background.ts';
import type { Segmenter } from '../../text/segmenter.ts';
import type { WordEnds } from '../../text/word-ends.ts';
import type { Place } from '../index/place-store.ts';
import { isHan } from '../model/han.ts';

/** A place, the text that it stands in, and the words of that where they were noted. */
export interface PlaceIn {
  readonly place: Place;
  readonly text: string;
  readonly words: WordEnds | null;
}

/** A single character at an end is a part of a word that is cut off there, … */
const LEAST = 2;
/** … unless the stretch has a character so rare that it is a word that no dictionary knows: 撬装. Share of records. */
const RARE = 0.001;

/** As far as both texts go on alike; null where that cuts through a word of one of them. */
export function wholeWords(
  segmenter: Segmenter,
  here: PlaceIn,
  there: PlaceIn,
): readonly [Place, Place] | null {
  const [back, on] = [sharedWay(here, there, -1), sharedWay(here, there, 1)];
  const mine = { ...here, place: widened(here, back, on) };
  const theirs = { ...there, place: widened(there, back, on) };
  return isWhole(segmenter, mine) && isWhole(segmenter, theirs) ? [mine.place, theirs.place] : null;
}

function isWhole(segmenter: Segmenter, { place: { start, end }, text, words }: PlaceIn): boolean {
  let [from, to] = [start, end];
  while (isHan(text.charCodeAt(from - 1))) from--;
  while (isHan(text.charCodeAt(to))) to++;
  const run = text.slice(from, to);
  const tokens = words?.tokens(from, run) ?? segmenter.segment({ text: run });
  const first = tokens.find((token) => token.start === start - from);
  const last = tokens.find((token) => token.end === end - from);
  if (!first || !last) return false;
  return (first.text.length >= LEAST && last.text.length >= LEAST) || isUnknownWord(text.slice(start, end));
}

function isUnknownWord(quote: string): boolean {
  return Array.from(quote).some((han) => generalChinese().share(`#${han}`) <= RARE);
}

/** For how many Han characters both texts go on alike before the place (-1) or behind it (1). */
function sharedWay(here: PlaceIn, there: PlaceIn, way: -1 | 1): number {
  const from = ({ place }: PlaceIn) => (way < 0 ? place.start - 1 : place.end);
  let length = 0;
  for (; ; length++) {
    const code = here.text.charCodeAt(from(here) + way * length);
    if (!isHan(code) || code !== there.text.charCodeAt(from(there) + way * length)) return length;
  }
}

function widened({ place, text }: PlaceIn, back: number, on: number): Place {
  const [start, end] = [place.start - back, place.end + on];
  return { ...place, start, end, quote: text.slice(start, end) };
}

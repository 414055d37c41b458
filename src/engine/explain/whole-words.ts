/** Two neighbouring characters that two texts share, as the words that both have around them: of 纤传 光纤传感. */
import { foldText } from '../../text/fold.ts';
import type { Segmenter } from '../../text/segmenter.ts';
import type { Place } from '../index/place-store.ts';
import { isHan } from '../model/han.ts';

/** A place and the text that it stands in. */
export interface PlaceIn {
  readonly place: Place;
  readonly text: string;
}

/** A single character at an end is a part of a word that is cut off there. */
const LEAST = 2;
/** So many characters around a place tell where its words begin and end. */
const AROUND = 8;

/** As far as both texts go on alike; null where that cuts through a word of one of them. */
export function wholeWords(
  segmenter: Segmenter,
  here: PlaceIn,
  there: PlaceIn,
): readonly [Place, Place] | null {
  const [back, on] = [sharedWay(here, there, -1), sharedWay(here, there, 1)];
  const mine = { place: widened(here, back, on), text: here.text };
  const theirs = { place: widened(there, back, on), text: there.text };
  return isWhole(segmenter, mine) && isWhole(segmenter, theirs) ? [mine.place, theirs.place] : null;
}

function isWhole(segmenter: Segmenter, { place: { start, end }, text }: PlaceIn): boolean {
  const from = Math.max(0, start - AROUND);
  const tokens = segmenter.segment(foldText(text.slice(from, end + AROUND)));
  const first = tokens.find((token) => token.start === start - from);
  const last = tokens.find((token) => token.end === end - from);
  return first !== undefined && last !== undefined && first.text.length >= LEAST && last.text.length >= LEAST;
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

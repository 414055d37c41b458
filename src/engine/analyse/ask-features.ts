/**
 * What the ask classifier sees of a text: runs of one to three Chinese characters, English words alone, in pairs
 * and by their first letters; a number is a number. Runs of characters need no dictionary and see through
 * wordings that a list of phrases does not hold (试产, 试制, 试一炉).
 */
const HAN_RUN = /[\p{Script=Han}№]+/gu;
const WORD = /[a-z][a-z'-]*|№/gu;
const NUMBER = /\d[\d.,]*/gu;
const LONGEST_RUN = 3;
const STEM = 5;

/** A feature and where it starts in the text. */
export interface Feature {
  readonly name: string;
  readonly start: number;
}

/** Every occurrence, of folded text. */
export function askFeatures(folded: string): Feature[] {
  const { text, places } = withNumberSigns(folded);
  const features: Feature[] = [];
  const add = (name: string, at: number) => features.push({ name, start: places[at]! });
  for (const run of text.matchAll(HAN_RUN)) {
    const chars = run[0];
    for (let length = 1; length <= LONGEST_RUN; length++) {
      for (let i = 0; i + length <= chars.length; i++) add(chars.slice(i, i + length), run.index + i);
    }
  }
  let before: string | undefined;
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    add(`_${word}`, match.index);
    if (before !== undefined) add(`_${before}_${word}`, match.index);
    if (word.length > STEM) add(`~${word.slice(0, STEM)}`, match.index);
    before = word;
  }
  return features;
}

/** Each number becomes one sign; `places[i]` is where character i stood. */
function withNumberSigns(folded: string): { text: string; places: Int32Array } {
  const places = new Int32Array(folded.length + 1);
  let text = '';
  let from = 0;
  const copy = (to: number) => {
    for (let i = from; i < to; i++) places[text.length + i - from] = i;
    text += folded.slice(from, to);
  };
  for (const number of folded.matchAll(NUMBER)) {
    copy(number.index);
    places[text.length] = number.index;
    text += '№';
    from = number.index + number[0].length;
  }
  copy(folded.length);
  return { text, places };
}

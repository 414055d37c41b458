/**
 * The words of phrases that were cut before. Carriers near to one result are near to the next, and to have the same
 * phrase segmented again takes longer than all else that is said of a pair.
 */
import type { Segmenter, Token } from '../../text/segmenter.ts';

/** So many phrases are remembered, and as many before them: some megabytes. */
const REMEMBERED = 4_096;

export class RememberedWords {
  private recent = new Map<string, readonly Token[]>();
  /** Those of before: what is asked for again is taken over, the rest forgotten. */
  private before = new Map<string, readonly Token[]>();

  /** The same phrase gives the same words, whenever it is asked for. */
  of(phrase: string, segmenter: Segmenter): readonly Token[] {
    const known = this.recent.get(phrase);
    if (known) return known;
    const words = this.before.get(phrase) ?? segmenter.segment({ text: phrase });
    if (this.recent.size >= REMEMBERED) {
      this.before = this.recent;
      this.recent = new Map();
    }
    this.recent.set(phrase, words);
    return words;
  }
}

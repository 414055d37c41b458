/** Words of the vocabulary in many results, eight bytes each: they are looked at again where a result joins a park. */
import { GrowingInts } from '../../engine/model/growing-ints.ts';
import type { FieldReading, FieldWord } from './field-reading.ts';

/** A word in one spelling and kind of text, wherever it stands. */
type Spelling = Pick<FieldWord, 'field' | 'term'> & { readonly path: string; readonly quote: string };

export class PackedWords {
  private readonly spellings: Spelling[] = [];
  private readonly numbers = new Map<string, number>();
  /** Number of the spelling and where it begins, one after the other. */
  private readonly places = new GrowingInts();

  reading(words: readonly FieldWord[], fields: readonly string[]): FieldReading {
    const from = this.places.length;
    for (const word of words) {
      this.places.push(this.numberOf(word));
      this.places.push(word.span.start);
    }
    return new PackedReading(this, from, this.places.length, fields);
  }

  words(from: number, to: number): FieldWord[] {
    const words: FieldWord[] = [];
    for (let at = from; at < to; at += 2) {
      const { field, term, path, quote } = this.spellings[this.places.at(at)]!;
      const start = this.places.at(at + 1);
      words.push({ field, term, span: { field: path, start, end: start + quote.length, quote } });
    }
    return words;
  }

  private numberOf({ field, term, span }: FieldWord): number {
    const key = `${field}\n${term.zh}\n${term.en}\n${span.field}\n${span.quote}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.spellings.length);
    return this.spellings.push({ field, term, path: span.field, quote: span.quote }) - 1;
  }
}

class PackedReading implements FieldReading {
  readonly fields: readonly string[];
  private readonly store: PackedWords;
  private readonly from: number;
  private readonly to: number;

  constructor(store: PackedWords, from: number, to: number, fields: readonly string[]) {
    this.store = store;
    this.from = from;
    this.to = to;
    this.fields = fields;
  }

  get words(): readonly FieldWord[] {
    return this.store.words(this.from, this.to);
  }
}

/**
 * Numbers and weights of terms. Terms of the model keep their number there; a term that the model has not seen
 * gets the next free one and the weight of a term that one record holds, so that a new record can be compared
 * at once and weighs the same whenever it came.
 */
import type { FieldTerms, Language } from '../../domain/analysis.ts';
import { generalChinese } from '../../text/background.ts';
import { type PackedWords, WordTable } from '../../text/word-table.ts';
import { lastingFloats } from '../index/lasting-memory.ts';
import { ENGLISH_IDF_EXPONENT, IDF_EXPONENT } from '../settings.ts';
import { Characters } from './characters.ts';
import { isHan } from './han.ts';
import type { NumberedRecord } from './numbered-record.ts';
import { TermNumbers } from './term-numbers.ts';
import type { TermStatistics } from './term-statistics.ts';

/** Weight of the background of general Chinese, in records. */
const BACKGROUND_RECORDS = 500;

/** So many times the terms that there are get room for their weights: what is not written takes no memory. */
const AMPLE = 4;

export class Lexicon {
  private readonly model: ModelTerms;
  /** Terms that the model has not seen and another lexicon had numbered before; they come first. Nothing is added. */
  private before = new WordTable();
  /** Those after them. */
  private readonly own = new WordTable();
  /** By number after those of the model; 0, which none of them weighs, until it is asked for. */
  private readonly weights: Record<Language, Float64Array> = {
    han: new Float64Array(0),
    latin: new Float64Array(0),
  };
  /**
   * The Han characters inside words. Models do not count them: a character weighs by how common it is in general Chinese
   * alone, among ten records as among ten thousand. Were it weighed as a word that hardly any record holds, it would
   * outweigh the words around it the more records there are.
   */
  readonly characters = new Characters(
    (term) => this.number(term),
    (term) => this.model.weigh(term, 1, 1).han,
  );

  constructor(statistics: TermStatistics | ModelTerms) {
    this.model = statistics instanceof ModelTerms ? statistics : new ModelTerms(statistics);
  }

  /** One that knows the terms of the model, and none that came after. */
  fork(): Lexicon {
    return new Lexicon(this.model);
  }

  /** Records that the model has learnt English from. */
  get englishRecords(): number {
    return this.model.records.latin;
  }

  get size(): number {
    return this.model.size + this.before.size + this.own.size;
  }

  /** Terms that the model has not seen, in the order of their numbers. */
  unseen(): PackedWords {
    const { before, own } = this;
    return before.size === 0 ? own.packed() : WordTable.of([...before, ...own]).packed();
  }

  number(term: string): number {
    const known = this.model.numbers.get(term);
    if (known >= 0) return known;
    const before = this.before.find(term);
    return this.model.size + (before >= 0 ? before : this.before.size + this.own.add(term));
  }

  /** Of a term that the model has not seen. */
  private ownNumber(codes: Uint16Array, from: number, end: number): number {
    const { before } = this;
    const known = before.size === 0 ? -1 : before.findIn(codes, from, end);
    return this.model.size + (known >= 0 ? known : before.size + this.own.addFrom(codes, from, end));
  }

  /** Takes over terms that the model has not seen as another one had numbered them. Call before any other. */
  continue(unseen: PackedWords): void {
    this.before = WordTable.unpacked(unseen);
  }

  /** Reads the terms of fields into numbers: looked up once for all that is made of them. */
  read(fields: readonly FieldTerms[], into: NumberedRecord): void {
    into.begin(fields);
    const { starts, begins, codes, numbers } = into;
    const known = this.model.numbers;
    known.begin(numbers.length);
    for (let f = 0; f < fields.length; f++) {
      const behind = starts[f + 1]!;
      for (let at = starts[f]!; at < behind; at++) {
        known.ask(codes, begins[at]!, begins[at + 1]! - 1, at, numbers);
        this.noteCharacters(into, at);
      }
      into.endField(f);
    }
    known.answer(numbers);
    const size = starts[fields.length]!;
    for (let at = 0; at < size; at++)
      if (numbers[at]! < 0) numbers[at] = this.ownNumber(codes, begins[at]!, begins[at + 1]! - 1);
  }

  /** The Han characters with which a term begins. */
  private noteCharacters(into: NumberedRecord, term: number): void {
    const { codes, begins, counts } = into;
    for (let at = begins[term]!; isHan(codes[at]!); at++)
      into.countCharacter(this.characters.place(codes[at]!), counts[term]!);
  }

  /** The number of a term that has one already. */
  find(term: string): number | undefined {
    const known = this.model.numbers.get(term);
    if (known >= 0) return known;
    const before = this.before.find(term);
    if (before >= 0) return this.model.size + before;
    const own = this.own.find(term);
    return own < 0 ? undefined : this.model.size + this.before.size + own;
  }

  term(number: number): string {
    return this.model.names[number] ?? this.ownTerm(number - this.model.size);
  }

  /** Whether a term is a word, and no character or pair of characters. */
  isWord(number: number): boolean {
    const { size, isWord } = this.model;
    return number < size ? isWord[number] === 1 : !this.ownTerm(number - size).startsWith('#');
  }

  /** The so-manieth of the terms that the model has not seen. */
  private ownTerm(place: number): string {
    const { size } = this.before;
    return place < size ? this.before.at(place) : this.own.at(place - size);
  }

  /**
   * log((N + B) / (df + B p)) to the power of IDF_EXPONENT, of an English word in an English record of
   * ENGLISH_IDF_EXPONENT. N and df of such a word count the English records alone (among few of them no word is
   * rare), those of everything else all records; B imagined records of general text, a share p of which hold the
   * term, stand in while N is small.
   */
  idf(number: number, language: Language): number {
    const { size, idf } = this.model;
    if (number < size) return idf[language][number]!;
    const place = number - size;
    const known = this.weights[language][place];
    return known ? known : this.weighOwn(place, language);
  }

  /** Multiplies so many weights by `idf` of the terms in the same places. */
  weigh(numbers: Int32Array, weights: Float64Array, size: number, language: Language): void {
    const learnt = this.model.idf[language];
    let own = this.weights[language];
    for (let i = 0; i < size; i++) {
      const number = numbers[i]!;
      if (number < learnt.length) {
        weights[i]! *= learnt[number]!;
        continue;
      }
      const place = number - learnt.length;
      if (!(own[place]! > 0)) {
        this.weighOwn(place, language);
        own = this.weights[language];
      }
      weights[i]! *= own[place]!;
    }
  }

  private weighOwn(place: number, language: Language): number {
    const { weights } = this;
    if (place >= weights[language].length) {
      const wide = lastingFloats(AMPLE * this.size);
      wide.set(weights[language]);
      weights[language] = wide;
    }
    const weight = this.model.weigh(this.ownTerm(place), 1, 1)[language];
    weights[language][place] = weight;
    return weight;
  }
}

type TermWeights = Readonly<Record<Language, number>>;

/** The terms of a model with their weights, which all its lexicons share. */
class ModelTerms {
  readonly names: readonly string[];
  readonly numbers = new TermNumbers();
  /** By number: 1 of words. Their names lie somewhere else in memory. */
  readonly isWord: Uint8Array;
  readonly idf: Readonly<Record<Language, Float64Array>>;
  readonly records: { readonly all: number; readonly latin: number };

  constructor({ terms, frequency, records }: TermStatistics) {
    this.records = { all: records.han + records.latin, latin: records.latin };
    this.names = terms;
    this.isWord = new Uint8Array(terms.length);
    this.idf = { han: new Float64Array(terms.length), latin: new Float64Array(terms.length) };
    terms.forEach((term, number) => {
      this.numbers.number(term, number);
      this.isWord[number] = term.startsWith('#') ? 0 : 1;
      const everywhere = frequency.han[number]! + frequency.latin[number]!;
      const { han, latin } = this.weigh(term, everywhere, frequency.latin[number]!);
      this.idf.han[number] = han;
      this.idf.latin[number] = latin;
    });
  }

  get size(): number {
    return this.names.length;
  }

  weigh(term: string, everywhere: number, inLatin: number): TermWeights {
    const share = generalChinese().share(term);
    if (isCharacter(term)) {
      const weight = idf(1, 0, share) ** IDF_EXPONENT;
      return { han: weight, latin: weight };
    }
    const han = idf(everywhere, this.records.all, share) ** IDF_EXPONENT;
    if (!isLatin(term)) return { han, latin: han };
    return { han, latin: idf(inLatin, this.records.latin, share) ** ENGLISH_IDF_EXPONENT };
  }
}

function idf(frequency: number, records: number, share: number): number {
  const expected = frequency + 0.5 + BACKGROUND_RECORDS * share;
  return Math.max(0, Math.log((records + 1 + BACKGROUND_RECORDS) / expected));
}

/** As `Lexicon.character` names them; a pair of characters is longer. */
function isCharacter(term: string): boolean {
  return term.length === 2 && term.startsWith('#');
}

function isLatin(term: string): boolean {
  return term.charCodeAt(term.startsWith('#') ? 1 : 0) < 0x250;
}

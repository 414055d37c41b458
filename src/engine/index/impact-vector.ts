/**
 * Records as sparse vectors of whole numbers. A TF-IDF vector of length 1 is rounded to impacts of twelve bits
 * (Anh & Moffat 2006 call such pre-computed, quantised weights impacts). Sums of their products are whole
 * numbers too: the same bits in any order, through an index or pair by pair, from either side, on any machine.
 */
import type { Language } from '../../domain/analysis.ts';
import { isChinese } from '../model/han.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { NumberedRecord } from '../model/numbered-record.ts';
import { rounded } from '../model/rounded.ts';
import { CHARACTER_SHARE, TRANSLATION_LENGTH } from '../settings.ts';
import { VectorTerms } from './vector-terms.ts';

/** The impact of a weight of 1. */
const FULL = 4095;
/** Divides a sum of products into a cosine. */
export const COSINE_UNIT = FULL * FULL;

/** Term numbers with their impacts 1–4095; of length about 4095 (with translations a little more), or empty. */
export interface ImpactVector {
  readonly terms: Int32Array;
  readonly impacts: Uint16Array;
}

/** A vector among others in memory, without the cost of a view. */
export interface VectorStretch {
  readonly terms: Int32Array;
  readonly impacts: Uint16Array;
  readonly start: number;
  readonly end: number;
}

export function stretchOf({ terms, impacts }: ImpactVector): VectorStretch {
  return { terms, impacts, start: 0, end: terms.length };
}

/** In memory of its own. */
export function vectorOf({ terms, impacts, start, end }: VectorStretch): ImpactVector {
  return { terms: terms.slice(start, end), impacts: impacts.slice(start, end) };
}

/**
 * Each field becomes a TF-IDF vector of length 1 (1 + log tf), the fields are added by `fieldWeight`, and
 * the sum is brought to length 1: a long description does not drown the name.
 *
 * The characters of Chinese words are terms beside them (CHARACTER_SHARE): most are morphemes, so that words
 * that overlap in part meet (锂电池 and 锂离子电池, 电解液 and 电解质) however they are cut. Words and characters
 * together beat either alone in Chinese retrieval (Kwok 1997; Nie et al. 2000).
 *
 * An English record is two vectors in one: its own words of length 1, and the Chinese that they may mean, of length
 * TRANSLATION_LENGTH, each normalised by itself, field by field and as a whole.
 */
export class VectorMaker {
  private readonly lexicon: Lexicon;
  /** Terms of a field, its words before its characters, and their weights. */
  private numbers = new Int32Array(1 << 10);
  private weights = new Float64Array(1 << 10);
  /** Terms of the vector that is being made, and what they weigh so far. */
  private readonly made = new VectorTerms();
  private impacts = new Uint16Array(1 << 10);
  /** How many of the vector are words. */
  private words = 0;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** In memory that the next vector overwrites. */
  make(language: Language, record: NumberedRecord, fieldWeight: (path: string) => number): VectorStretch {
    const { fields } = record;
    this.made.begin();
    for (let f = 0; f < fields.length; f++) {
      const weight = fieldWeight(fields[f]!.path);
      if (weight > 0) this.add(record, f, language, weight);
    }
    return this.ended(language);
  }

  /** Of one field alone, in the same memory. */
  makeField(language: Language, record: NumberedRecord, field: number): VectorStretch {
    this.made.begin();
    this.add(record, field, language, 1);
    return this.ended(language);
  }

  private ended(language: Language): VectorStretch {
    if (language === 'latin') return this.quantisedApart();
    const { sums, count } = this.made;
    let square = 0;
    for (let i = 0; i < count; i++) square += sums[i]! * sums[i]!;
    return this.quantised(FULL / (Math.sqrt(square) || 1));
  }

  /** Own words and their Chinese, each brought to its length. */
  private quantisedApart(): VectorStretch {
    const { lexicon } = this;
    const { sums, numbers, count } = this.made;
    const chinese = Array.from({ length: count }, (_, i) => isChinese(lexicon.term(numbers[i]!)));
    const scales = scalesOf(chinese, (i) => sums[i]!);
    for (let i = 0; i < count; i++) sums[i]! *= FULL * scales[chinese[i] ? 1 : 0];
    return this.quantised(1);
  }

  private add(record: NumberedRecord, field: number, language: Language, weight: number): void {
    const { starts, hanStarts } = record;
    const origin = starts[field]!;
    const words = starts[field + 1]! - origin;
    const size = words + hanStarts[field + 1]! - hanStarts[field]!;
    this.reserve(size);
    this.weighWords(record, field, language);
    this.weighCharacters(record, field, words);
    const scale = weight * (language === 'latin' ? this.setApart(record, field, size) : this.scaleOf(size));
    this.made.add(this.numbers, this.weights, size, scale, { words, origin });
  }

  /** Brings what was weighed to length 1. */
  private scaleOf(size: number): number {
    const { weights } = this;
    let square = 0;
    for (let i = 0; i < size; i++) square += weights[i]! * weights[i]!;
    return 1 / (Math.sqrt(square) || 1);
  }

  /** Brings the own words of an English field and their Chinese to their lengths at once; nothing is left to scale. */
  private setApart(record: NumberedRecord, field: number, size: number): number {
    const { weights } = this;
    const { fields, starts } = record;
    const words = fields[field]!.counts.length;
    const chinese = Array.from(
      { length: size },
      (_, i) => i >= words || record.isChinese(starts[field]! + i),
    );
    const scales = scalesOf(chinese, (i) => weights[i]!);
    for (let i = 0; i < size; i++) weights[i]! *= scales[chinese[i] ? 1 : 0];
    return 1;
  }

  private weighWords(
    { starts, numbers: given, counts }: NumberedRecord,
    field: number,
    language: Language,
  ): void {
    const { lexicon, numbers, weights } = this;
    const start = starts[field]!;
    const size = starts[field + 1]! - start;
    for (let i = 0; i < size; i++) {
      numbers[i] = given[start + i]!;
      weights[i] = damped(counts[start + i]!);
    }
    lexicon.weigh(numbers, weights, size, language);
  }

  /** Writes them behind so many words. */
  private weighCharacters({ hanStarts, han, hanCounts }: NumberedRecord, field: number, words: number): void {
    const { numbers, weights } = this;
    const { characters } = this.lexicon;
    let to = words;
    for (let at = hanStarts[field]!, end = hanStarts[field + 1]!; at < end; at++, to++) {
      const place = han[at]!;
      numbers[to] = characters.number(place);
      weights[to] = CHARACTER_SHARE * damped(hanCounts[at]!) * characters.weight(place);
    }
  }

  /** Of each word of the vector that was made last: its place among the record's terms, rising. */
  wordOrigins(): Int32Array {
    return this.made.origins.subarray(0, this.words);
  }

  /** Reads the sums times `scale` out, words before characters. */
  private quantised(scale: number): VectorStretch {
    const { impacts, numbers, weights } = this;
    const { sums, numbers: touched, origins, count } = this.made;
    let kept = 0;
    let characters = 0;
    for (let i = 0; i < count; i++) {
      const impact = rounded(sums[i]! * scale);
      if (impact === 0) continue;
      if (origins[i]! < 0) {
        numbers[characters] = touched[i]!;
        weights[characters++] = impact;
        continue;
      }
      touched[kept] = touched[i]!;
      origins[kept] = origins[i]!;
      impacts[kept++] = impact;
    }
    this.words = kept;
    for (let i = 0; i < characters; i++) {
      touched[kept] = numbers[i]!;
      impacts[kept++] = weights[i]!;
    }
    return { terms: touched, impacts, start: 0, end: kept };
  }

  /** Room for so many terms more than the vector has. */
  private reserve(more: number): void {
    const terms = this.made.count + more;
    if (terms <= this.numbers.length) return;
    this.impacts = new Uint16Array(2 * terms);
    this.numbers = new Int32Array(2 * terms);
    this.weights = new Float64Array(2 * terms);
  }
}

/** Of own words and of their Chinese: what brings each to its length. */
function scalesOf(chinese: readonly boolean[], weight: (i: number) => number): readonly [number, number] {
  const squares = [0, 0] as [number, number];
  for (let i = 0; i < chinese.length; i++) squares[chinese[i] ? 1 : 0] += weight(i) ** 2;
  return [1 / (Math.sqrt(squares[0]) || 1), TRANSLATION_LENGTH / (Math.sqrt(squares[1]) || 1)];
}

/** Logarithms of whole counts are wanted by the million. */
const DAMPED = Float64Array.from({ length: 1 << 8 }, (_, count) => dampedAnew(count));

/** 1 + log of a count above 1. */
function damped(count: number): number {
  const whole = count | 0;
  return whole === count && whole < DAMPED.length ? DAMPED[whole]! : dampedAnew(count);
}

function dampedAnew(count: number): number {
  return count > 1 ? 1 + Math.log(count) : count;
}

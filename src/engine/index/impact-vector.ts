/**
 * Records as sparse vectors of whole numbers. A TF-IDF vector of length 1 is rounded to impacts of twelve bits
 * (Anh & Moffat 2006 call such pre-computed, quantised weights impacts). Sums of their products are whole
 * numbers too: the same bits in any order, through an index or pair by pair, from either side, on any machine.
 */
import type { Language } from '../../domain/analysis.ts';
import { HAN_END, HAN_START, isChinese, type Lexicon } from '../model/lexicon.ts';
import type { NumberedRecord } from '../model/numbered-record.ts';
import { widened } from '../model/widened.ts';
import { CHARACTER_SHARE, TRANSLATION_LENGTH } from '../settings.ts';
import { lastingInts } from './lasting-memory.ts';

/** The impact of a weight of 1. */
const FULL = 4095;
/** So many times the terms that there are get room: what is not written takes no memory. */
const AMPLE = 4;
/** Term places of a record are counted on from those of the last one, and from 1 again beyond this. */
const MOST_PLACES = 2 ** 30;
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
  /** By term number: its place in the vector that is being made, counted from `first`; less for those not in it. */
  private places = lastingInts(1 << 16);
  private first = 1;
  /** Counts of the characters of a field by code from the first Han character on; all zero between fields. */
  private readonly counts = new Float64Array(HAN_END - HAN_START);
  /** Terms of a field, its words before its characters, and their weights. */
  private numbers = new Int32Array(1 << 10);
  private weights = new Float64Array(1 << 10);
  /** Terms of the vector that is being made, and what they weigh so far. */
  private touched = new Int32Array(1 << 10);
  private sums = new Float64Array(1 << 10);
  private impacts = new Uint16Array(1 << 10);
  /** Of those terms: the place in the record of the first that it is; −1 of characters. */
  private origins = new Int32Array(1 << 10);
  /** How many of the vector are words. */
  private words = 0;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** In memory that the next vector overwrites. */
  make(language: Language, record: NumberedRecord, fieldWeight: (path: string) => number): VectorStretch {
    const { fields } = record;
    let count = 0;
    for (let f = 0; f < fields.length; f++) {
      const weight = fieldWeight(fields[f]!.path);
      if (weight > 0) count = this.add(record, f, language, weight, count);
    }
    return this.ended(count, language);
  }

  /** Of one field alone, in the same memory. */
  makeField(language: Language, record: NumberedRecord, field: number): VectorStretch {
    return this.ended(this.add(record, field, language, 1, 0), language);
  }

  private ended(count: number, language: Language): VectorStretch {
    if (language === 'latin') return this.quantisedApart(count);
    const { sums } = this;
    let square = 0;
    for (let i = 0; i < count; i++) square += sums[i]! * sums[i]!;
    return this.quantised(count, FULL / (Math.sqrt(square) || 1));
  }

  /** Own words and their Chinese, each brought to its length. */
  private quantisedApart(count: number): VectorStretch {
    const { lexicon, sums, touched } = this;
    const chinese = Array.from({ length: count }, (_, i) => isChinese(lexicon.term(touched[i]!)));
    const scales = scalesOf(chinese, (i) => sums[i]!);
    for (let i = 0; i < count; i++) sums[i]! *= FULL * scales[chinese[i] ? 1 : 0];
    return this.quantised(count, 1);
  }

  /** Returns how many terms were touched so far. */
  private add(
    record: NumberedRecord,
    field: number,
    language: Language,
    weight: number,
    touchedBefore: number,
  ): number {
    const { starts, hanStarts } = record;
    const room = starts[field + 1]! - starts[field]! + hanStarts[field + 1]! - hanStarts[field]!;
    this.reserve(room, touchedBefore);
    const words = this.weighWords(record, field, language);
    const size = this.weighCharacters(record, field, language, words);
    const { sums, touched, origins, places, first, numbers, weights } = this;
    const start = starts[field]!;
    const scale = weight * (language === 'latin' ? this.setApart(record, field, size) : this.scaleOf(size));
    let count = touchedBefore;
    for (let i = 0; i < size; i++) {
      const w = weights[i]! * scale;
      if (w === 0) continue;
      const number = numbers[i]!;
      const place = places[number]! - first;
      if (place >= 0) {
        sums[place]! += w;
        continue;
      }
      places[number] = first + count;
      touched[count] = number;
      origins[count] = i < words ? start + i : -1;
      sums[count++] = w;
    }
    return count;
  }

  /** Brings what was weighed to length 1. */
  private scaleOf(size: number): number {
    const { weights } = this;
    let square = 0;
    for (let i = 0; i < size; i++) square += weights[i]! * weights[i]!;
    return 1 / (Math.sqrt(square) || 1);
  }

  /** Brings the own words of an English field and their Chinese to their lengths at once; nothing is left to scale. */
  private setApart({ fields }: NumberedRecord, field: number, size: number): number {
    const { weights } = this;
    const { terms } = fields[field]!;
    const chinese = Array.from({ length: size }, (_, i) => i >= terms.length || isChinese(terms[i]![0]));
    const scales = scalesOf(chinese, (i) => weights[i]!);
    for (let i = 0; i < size; i++) weights[i]! *= scales[chinese[i] ? 1 : 0];
    return 1;
  }

  /** Returns how many there are. */
  private weighWords(
    { starts, numbers: given, counts }: NumberedRecord,
    field: number,
    language: Language,
  ): number {
    const { lexicon, numbers, weights } = this;
    const start = starts[field]!;
    const size = starts[field + 1]! - start;
    for (let i = 0; i < size; i++) {
      numbers[i] = given[start + i]!;
      weights[i] = damped(counts[start + i]!);
    }
    lexicon.weigh(numbers, weights, 0, size, language);
    return size;
  }

  /** Writes them behind the words; returns how many both are. */
  private weighCharacters(record: NumberedRecord, field: number, language: Language, words: number): number {
    const { lexicon, numbers, weights, counts } = this;
    const { hanStarts, han, hanCounts } = record;
    let size = words;
    for (let at = hanStarts[field]!, end = hanStarts[field + 1]!; at < end; at++) {
      const place = han[at]! - HAN_START;
      const before = counts[place]!;
      if (before === 0) numbers[size++] = place;
      counts[place] = before + hanCounts[at]!;
    }
    for (let i = words; i < size; i++) {
      const place = numbers[i]!;
      weights[i] = CHARACTER_SHARE * damped(counts[place]!);
      numbers[i] = lexicon.character(place + HAN_START);
      counts[place] = 0;
    }
    lexicon.weigh(numbers, weights, words, size, language);
    return size;
  }

  /** Of each word of the vector that was made last: its place among the record's terms, rising. */
  wordOrigins(): Int32Array {
    return this.origins.subarray(0, this.words);
  }

  /** Reads the sums times `scale` out, words before characters; the next record begins behind them. */
  private quantised(count: number, scale: number): VectorStretch {
    const { sums, touched, origins, impacts, numbers, weights } = this;
    let kept = 0;
    let characters = 0;
    for (let i = 0; i < count; i++) {
      const impact = Math.round(sums[i]! * scale);
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
    this.first += count;
    if (this.first > MOST_PLACES) {
      this.places.fill(0);
      this.first = 1;
    }
    return { terms: touched, impacts, start: 0, end: kept };
  }

  private reserve(room: number, touched: number): void {
    const terms = touched + room;
    if (terms > this.touched.length) {
      this.touched = widened(this.touched, 2 * terms);
      this.sums = widened(this.sums, 2 * terms);
      this.origins = widened(this.origins, 2 * terms);
      this.impacts = new Uint16Array(2 * terms);
      this.numbers = new Int32Array(2 * terms);
      this.weights = new Float64Array(2 * terms);
    }
    const needed = this.lexicon.size + room;
    if (needed <= this.places.length) return;
    const places = lastingInts(AMPLE * needed);
    places.set(this.places);
    this.places = places;
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

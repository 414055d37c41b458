/**
 * Records as sparse vectors of whole numbers. A TF-IDF vector of length 1 is rounded to impacts of twelve bits
 * (Anh & Moffat 2006 call such pre-computed, quantised weights impacts). Sums of their products are whole
 * numbers too: the same bits in any order, through an index or pair by pair, from either side, on any machine.
 */
import type { Language } from '../../domain/analysis.ts';
import { HAN_END, HAN_START, isChinese, type Lexicon } from '../model/lexicon.ts';
import type { NumberedRecord } from '../model/numbered-record.ts';
import { CHARACTER_SHARE, TRANSLATION_LENGTH } from '../settings.ts';
import { lastingFloats } from './lasting-memory.ts';

/** The impact of a weight of 1. */
const FULL = 4095;
/** So many times the terms that there are get room: what is not written takes no memory. */
const AMPLE = 4;
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
  /** By term number; all zero between vectors. */
  private sums = lastingFloats(1 << 16);
  /** Counts of the characters of a field by code from the first Han character on; all zero between fields. */
  private readonly counts = new Float64Array(HAN_END - HAN_START);
  /** Terms of a field, its words before its characters, and their weights. */
  private numbers = new Int32Array(1 << 10);
  private weights = new Float64Array(1 << 10);
  /** Terms of the vector that is being made. */
  private touched = new Int32Array(1 << 10);
  private impacts = new Uint16Array(1 << 10);

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
    const { sums, touched } = this;
    let square = 0;
    for (let i = 0; i < count; i++) {
      const sum = sums[touched[i]!]!;
      square += sum * sum;
    }
    return this.quantised(count, FULL / (Math.sqrt(square) || 1));
  }

  /** Own words and their Chinese, each brought to its length. */
  private quantisedApart(count: number): VectorStretch {
    const { lexicon, sums, touched } = this;
    const chinese = Array.from({ length: count }, (_, i) => isChinese(lexicon.term(touched[i]!)));
    const scales = scalesOf(chinese, (i) => sums[touched[i]!]!);
    for (let i = 0; i < count; i++) sums[touched[i]!]! *= FULL * scales[chinese[i] ? 1 : 0];
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
    const start = record.starts[field]!;
    const end = record.starts[field + 1]!;
    this.reserve(end - start + record.hanStarts[end]! - record.hanStarts[start]!, touchedBefore);
    const size = this.weighCharacters(
      record,
      start,
      end,
      language,
      this.weighWords(record, start, end, language),
    );
    const { sums, touched, numbers, weights } = this;
    const scale = weight * (language === 'latin' ? this.setApart(record, field, size) : this.scaleOf(size));
    let count = touchedBefore;
    for (let i = 0; i < size; i++) {
      const number = numbers[i]!;
      const w = weights[i]! * scale;
      if (w === 0) continue;
      const before = sums[number]!;
      if (before === 0) touched[count++] = number;
      sums[number] = before + w;
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

  private weighWords(
    { numbers: given, counts }: NumberedRecord,
    start: number,
    end: number,
    language: Language,
  ): number {
    const { lexicon, numbers, weights } = this;
    for (let i = start; i < end; i++) {
      const number = given[i]!;
      numbers[i - start] = number;
      const count = counts[i]!;
      weights[i - start] = count > 1 ? damped(count) : count;
    }
    lexicon.weigh(numbers, weights, 0, end - start, language);
    return end - start;
  }

  private weighCharacters(
    record: NumberedRecord,
    start: number,
    end: number,
    language: Language,
    words: number,
  ): number {
    const { lexicon, numbers, weights, counts } = this;
    const { hanStarts, han } = record;
    let size = words;
    for (let t = start, at = hanStarts[start]!; t < end; t++) {
      const behind = hanStarts[t + 1]!;
      for (; at < behind; at++) {
        const place = han[at]! - HAN_START;
        const before = counts[place]!;
        if (before === 0) numbers[size++] = place;
        counts[place] = before + record.counts[t]!;
      }
    }
    for (let i = words; i < size; i++) {
      const place = numbers[i]!;
      const count = counts[place]!;
      weights[i] = CHARACTER_SHARE * (count > 1 ? damped(count) : count);
      numbers[i] = lexicon.character(place + HAN_START);
      counts[place] = 0;
    }
    lexicon.weigh(numbers, weights, words, size, language);
    return size;
  }

  /** Reads the sums times `scale` out and leaves them at zero for the next record. */
  private quantised(count: number, scale: number): VectorStretch {
    const { sums, touched, impacts } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const number = touched[i]!;
      const impact = Math.round(sums[number]! * scale);
      sums[number] = 0;
      if (impact === 0) continue;
      touched[kept] = number;
      impacts[kept++] = impact;
    }
    return { terms: touched, impacts, start: 0, end: kept };
  }

  private reserve(room: number, touched: number): void {
    const places = touched + room;
    if (places > this.touched.length) {
      const wide = new Int32Array(2 * places);
      wide.set(this.touched);
      this.touched = wide;
      this.impacts = new Uint16Array(2 * places);
      this.numbers = new Int32Array(2 * places);
      this.weights = new Float64Array(2 * places);
    }
    const needed = this.lexicon.size + room;
    if (needed <= this.sums.length) return;
    const sums = lastingFloats(AMPLE * needed);
    for (let i = 0; i < touched; i++) sums[this.touched[i]!] = this.sums[this.touched[i]!]!;
    this.sums = sums;
  }
}

/** Of own words and of their Chinese: what brings each to its length. */
function scalesOf(chinese: readonly boolean[], weight: (i: number) => number): readonly [number, number] {
  const squares = [0, 0] as [number, number];
  for (let i = 0; i < chinese.length; i++) squares[chinese[i] ? 1 : 0] += weight(i) ** 2;
  return [1 / (Math.sqrt(squares[0]) || 1), TRANSLATION_LENGTH / (Math.sqrt(squares[1]) || 1)];
}

/** Of what stands there more than once. */
function damped(count: number): number {
  return 1 + Math.log(count);
}

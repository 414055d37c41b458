/**
 * Records as sparse vectors of whole numbers. A TF-IDF vector of length 1 is rounded to impacts of twelve bits
 * (Anh & Moffat 2006 call such pre-computed, quantised weights impacts). Sums of their products are whole
 * numbers too: the same bits in any order, through an index or pair by pair, from either side, on any machine.
 */
import type { Language } from '../../domain/analysis.ts';
import { isHan, type Lexicon, type NumberedField } from '../model/lexicon.ts';
import { CHARACTER_SHARE } from '../settings.ts';

/** The impact of a weight of 1. */
const FULL = 4095;
/** So much memory is asked for at once, in terms: some hundred texts. Who keeps a single vector for long copies it. */
const CHUNK = 1 << 14;
/** Divides a sum of products into a cosine. */
export const COSINE_UNIT = FULL * FULL;

/** Term numbers with their impacts 1–4095; of length about 4095, or empty. */
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

/**
 * Each field becomes a TF-IDF vector of length 1 (1 + log tf), the fields are added by `fieldWeight`, and
 * the sum is brought to length 1: a long description does not drown the name.
 *
 * The characters of Chinese words are terms beside them (CHARACTER_SHARE): most are morphemes, so that words
 * that overlap in part meet (锂电池 and 锂离子电池, 电解液 and 电解质) however they are cut. Words and characters
 * together beat either alone in Chinese retrieval (Kwok 1997; Nie et al. 2000).
 */
export class VectorMaker {
  private readonly lexicon: Lexicon;
  private sums = new Float64Array(1 << 16);
  private touched = new Int32Array(1 << 10);
  /** Counts of the characters of a field by term number; all zero between fields. */
  private counts = new Float64Array(1 << 16);
  /** Terms of a field, its words before its characters, and their weights. */
  private numbers = new Int32Array(1 << 10);
  private weights = new Float64Array(1 << 10);
  /** Where vectors lie one behind the other, and how much of it is taken. */
  private madeTerms = new Int32Array(0);
  private madeImpacts = new Uint16Array(0);
  private taken = 0;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  make(
    language: Language,
    fields: readonly NumberedField[],
    fieldWeight: (path: string) => number,
  ): ImpactVector {
    let count = 0;
    for (const field of fields) {
      const weight = fieldWeight(field.path);
      if (weight > 0) count = this.add(field, language, weight, count);
    }
    let square = 0;
    for (let i = 0; i < count; i++) square += this.sums[this.touched[i]!]! ** 2;
    return this.quantised(count, FULL / (Math.sqrt(square) || 1));
  }

  /** Returns how many terms were touched so far. */
  private add(field: NumberedField, language: Language, weight: number, touchedBefore: number): number {
    this.reserve(roomFor(field), touchedBefore);
    const size = this.weighCharacters(field, language, this.weighWords(field, language));
    const { sums, touched, numbers, weights } = this;
    let square = 0;
    for (let i = 0; i < size; i++) square += weights[i]! ** 2;
    const scale = weight / (Math.sqrt(square) || 1);
    let end = touchedBefore;
    for (let i = 0; i < size; i++) {
      const number = numbers[i]!;
      const w = weights[i]! * scale;
      if (w === 0) continue;
      if (sums[number] === 0) touched[end++] = number;
      sums[number]! += w;
    }
    return end;
  }

  private weighWords({ terms, numbers: known }: NumberedField, language: Language): number {
    const { lexicon, numbers, weights } = this;
    for (let i = 0; i < known.length; i++) {
      numbers[i] = known[i]!;
      weights[i] = damped(terms[i]![1]) * lexicon.idf(known[i]!, language);
    }
    return known.length;
  }

  private weighCharacters({ terms }: NumberedField, language: Language, words: number): number {
    const { lexicon, numbers, weights, counts } = this;
    let size = words;
    for (let t = 0; t < terms.length; t++) {
      const [term, count] = terms[t]!;
      for (let i = 0; i < term.length; i++) {
        const code = term.charCodeAt(i);
        if (!isHan(code)) break;
        const number = lexicon.character(code);
        if (counts[number] === 0) numbers[size++] = number;
        counts[number]! += count;
      }
    }
    for (let i = words; i < size; i++) {
      const number = numbers[i]!;
      weights[i] = CHARACTER_SHARE * damped(counts[number]!) * lexicon.idf(number, language);
      counts[number] = 0;
    }
    return size;
  }

  /** Reads the sums out and leaves them at zero for the next record. */
  private quantised(count: number, scale: number): ImpactVector {
    const { sums, touched, weights } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const number = touched[i]!;
      const impact = Math.round(sums[number]! * scale);
      sums[number] = 0;
      if (impact === 0) continue;
      touched[kept] = number;
      weights[kept++] = impact;
    }
    if (this.taken + kept > this.madeTerms.length) this.takeChunk(kept);
    const start = this.taken;
    this.taken += kept;
    const terms = this.madeTerms.subarray(start, this.taken);
    const impacts = this.madeImpacts.subarray(start, this.taken);
    for (let i = 0; i < kept; i++) {
      terms[i] = touched[i]!;
      impacts[i] = weights[i]!;
    }
    return { terms, impacts };
  }

  private takeChunk(room: number): void {
    this.madeTerms = new Int32Array(Math.max(CHUNK, room));
    this.madeImpacts = new Uint16Array(this.madeTerms.length);
    this.taken = 0;
  }

  private reserve(room: number, touched: number): void {
    const places = touched + room;
    if (places > this.touched.length) {
      const wide = new Int32Array(2 * places);
      wide.set(this.touched);
      this.touched = wide;
      this.numbers = new Int32Array(2 * places);
      this.weights = new Float64Array(2 * places);
    }
    const needed = this.lexicon.size + room;
    if (needed <= this.sums.length) return;
    const sums = new Float64Array(2 * needed);
    sums.set(this.sums);
    this.sums = sums;
    this.counts = new Float64Array(2 * needed);
  }
}

/** Words, and as many characters as they can have. */
function roomFor({ terms }: NumberedField): number {
  let room = terms.length;
  for (let i = 0; i < terms.length; i++) room += terms[i]![0].length;
  return room;
}

function damped(count: number): number {
  return count >= 1 ? 1 + Math.log(count) : count;
}

/** The products of shared terms, largest first; their sum is the cosine times COSINE_UNIT. */
export function sharedImpacts(a: ImpactVector, b: ImpactVector): { number: number; product: number }[] {
  return sharedWith(impactTable(a), b);
}

/** The same with the first vector as a table of impacts by term number, for many others. */
export function sharedWith(
  table: ReadonlyMap<number, number>,
  { terms, impacts }: ImpactVector,
): { number: number; product: number }[] {
  const shared: { number: number; product: number }[] = [];
  for (let i = 0; i < terms.length; i++) {
    const impact = table.get(terms[i]!);
    if (impact !== undefined) shared.push({ number: terms[i]!, product: impact * impacts[i]! });
  }
  return shared.sort((x, y) => y.product - x.product || x.number - y.number);
}

export function impactTable({ terms, impacts }: ImpactVector): Map<number, number> {
  const table = new Map<number, number>();
  for (let i = 0; i < terms.length; i++) table.set(terms[i]!, impacts[i]!);
  return table;
}

export function cosine(a: ImpactVector, b: ImpactVector): number {
  let sum = 0;
  for (const { product } of sharedImpacts(a, b)) sum += product;
  return sum / COSINE_UNIT;
}

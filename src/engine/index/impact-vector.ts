/**
 * Records as sparse vectors of whole numbers. A TF-IDF vector of length 1 is rounded to impacts of twelve bits
 * (Anh & Moffat 2006 call such pre-computed, quantised weights impacts). Sums of their products are whole
 * numbers too: the same bits in any order, through an index or pair by pair, from either side, on any machine.
 */
import type { Language } from '../../domain/analysis.ts';
import type { Lexicon, NumberedField } from '../model/lexicon.ts';

/** The impact of a weight of 1. */
const FULL = 4095;
/** Divides a sum of products into a cosine. */
export const COSINE_UNIT = FULL * FULL;

/** Term numbers with their impacts 1–4095; of length about 4095, or empty. */
export interface ImpactVector {
  readonly terms: Int32Array;
  readonly impacts: Uint16Array;
}

/**
 * Each field becomes a TF-IDF vector of length 1 (1 + log tf), the fields are added by `fieldWeight`, and
 * the sum is brought to length 1: a long description does not drown the name.
 */
export class VectorMaker {
  private readonly lexicon: Lexicon;
  private sums = new Float64Array(1 << 16);
  private touched = new Int32Array(1 << 10);
  private weights = new Float64Array(1 << 10);

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
  private add(
    { terms, numbers }: NumberedField,
    language: Language,
    weight: number,
    touchedBefore: number,
  ): number {
    const { lexicon } = this;
    this.reserve(terms.length, touchedBefore);
    const { sums, touched, weights } = this;
    let square = 0;
    for (let i = 0; i < numbers.length; i++) {
      const count = terms[i]![1];
      const w = (count >= 1 ? 1 + Math.log(count) : count) * lexicon.idf(numbers[i]!, language);
      weights[i] = w;
      square += w * w;
    }
    const scale = weight / (Math.sqrt(square) || 1);
    let end = touchedBefore;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      const w = weights[i]! * scale;
      if (w === 0) continue;
      if (sums[number] === 0) touched[end++] = number;
      sums[number]! += w;
    }
    return end;
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
    const impacts = new Uint16Array(kept);
    for (let i = 0; i < kept; i++) impacts[i] = weights[i]!;
    return { terms: touched.slice(0, kept), impacts };
  }

  private reserve(count: number, touched: number): void {
    const places = touched + count;
    if (places > this.touched.length) {
      const wide = new Int32Array(2 * places);
      wide.set(this.touched);
      this.touched = wide;
      this.weights = new Float64Array(2 * places);
    }
    const needed = this.lexicon.size;
    if (needed <= this.sums.length) return;
    const sums = new Float64Array(2 * needed);
    sums.set(this.sums);
    this.sums = sums;
  }
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

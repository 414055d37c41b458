/**
 * Records as sparse vectors of whole numbers. A TF-IDF vector of length 1 is rounded to impacts of twelve bits
 * (Anh & Moffat 2006 call such pre-computed, quantised weights impacts). Sums of their products are whole
 * numbers too: the same bits in any order, through an index or pair by pair, from either side, on any machine.
 */
import type { FieldTerms } from '../../domain/analysis.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { TermDocument } from '../model/term-statistics.ts';
import { CHARACTER_SHARE } from '../settings.ts';

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
 *
 * The characters of Chinese words are terms beside them (CHARACTER_SHARE): most are morphemes, so that words
 * that overlap in part meet (锂电池 and 锂离子电池, 电解液 and 电解质) however they are cut. Words and characters
 * together beat either alone in Chinese retrieval (Kwok 1997; Nie et al. 2000).
 */
export class VectorMaker {
  private readonly lexicon: Lexicon;
  private sums = new Float64Array(1 << 16);
  /** Counts of the characters of a field by term number; all zero between fields. */
  private counts = new Float64Array(1 << 16);
  private numbers = new Int32Array(1 << 10);
  private weights = new Float64Array(1 << 10);

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  make({ language, terms: fields }: TermDocument, fieldWeight: (path: string) => number): ImpactVector {
    const touched: number[] = [];
    for (const field of fields) {
      const weight = fieldWeight(field.path);
      if (weight > 0) this.add(field, language, weight, touched);
    }
    let square = 0;
    for (const number of touched) square += this.sums[number]! ** 2;
    return this.quantised(touched, FULL / (Math.sqrt(square) || 1));
  }

  private add(
    field: FieldTerms,
    language: TermDocument['language'],
    weight: number,
    touched: number[],
  ): void {
    const { lexicon } = this;
    const { terms } = field;
    this.reserve(terms.reduce((room, [term]) => room + 1 + term.length, 0));
    const { numbers, weights } = this;
    let size = 0;
    for (const [term, count] of terms) {
      const number = lexicon.number(term);
      numbers[size] = number;
      weights[size++] = damped(count) * lexicon.idf(number, language);
    }
    const words = size;
    for (const [term, count] of terms) {
      for (let i = 0; i < term.length && isHan(term.charCodeAt(i)); i++) {
        const number = lexicon.character(term[i]!);
        if (this.counts[number] === 0) numbers[size++] = number;
        this.counts[number]! += count;
      }
    }
    for (let i = words; i < size; i++) {
      const number = numbers[i]!;
      weights[i] = CHARACTER_SHARE * damped(this.counts[number]!) * lexicon.idf(number, language);
      this.counts[number] = 0;
    }
    let square = 0;
    for (let i = 0; i < size; i++) square += weights[i]! ** 2;
    const scale = weight / (Math.sqrt(square) || 1);
    for (let i = 0; i < size; i++) {
      const number = numbers[i]!;
      const w = weights[i]! * scale;
      if (w === 0) continue;
      if (this.sums[number] === 0) touched.push(number);
      this.sums[number]! += w;
    }
  }

  /** Reads the sums out and leaves them at zero for the next record. */
  private quantised(touched: readonly number[], scale: number): ImpactVector {
    const terms = new Int32Array(touched.length);
    const impacts = new Uint16Array(touched.length);
    let kept = 0;
    for (const number of touched) {
      const impact = Math.round(this.sums[number]! * scale);
      this.sums[number] = 0;
      if (impact === 0) continue;
      terms[kept] = number;
      impacts[kept++] = impact;
    }
    return { terms: terms.slice(0, kept), impacts: impacts.slice(0, kept) };
  }

  private reserve(count: number): void {
    if (count > this.numbers.length) {
      this.numbers = new Int32Array(2 * count);
      this.weights = new Float64Array(2 * count);
    }
    const needed = this.lexicon.size + count;
    if (needed <= this.sums.length) return;
    const sums = new Float64Array(2 * needed);
    sums.set(this.sums);
    this.sums = sums;
    this.counts = new Float64Array(2 * needed);
  }
}

function damped(count: number): number {
  return count >= 1 ? 1 + Math.log(count) : count;
}

/** A term that begins so is a word of Han characters alone. */
function isHan(code: number): boolean {
  return code >= 0x3400 && code < 0xa000;
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

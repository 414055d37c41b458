/**
 * Vectors of words, each of the same length, in whole numbers from -127 to 127. Two dimensions share one number of 32
 * bits, so that one multiplication does for two: (a + b·2¹⁶)(d + c·2¹⁶) is ad + (ac + bd)·2¹⁶ below 2³². Summed up, the
 * lower half is the product of two halves of the vectors and the upper half their whole product. Both fit into sixteen
 * bits, as by Cauchy and Schwarz neither exceeds the square of the length.
 */
import type { WordVectors } from './word-vectors.ts';

/** The length of each, but for rounding. */
export const UNIT = 127;
/** So many vectors are multiplied at once. */
export const AT_ONCE = 8;

/** Up to `AT_ONCE` vectors with their dimensions in pairs turned round: the first pair of each, the second of each … */
export type TurnedVectors = Int32Array;

export class UnitVectors {
  /** Square of the longest one; they are rounded, so that it is a little more than UNIT². */
  readonly longestSquare: number;
  private readonly vectors: Float32Array;
  private readonly dimensions: number;
  /** Pairs of dimensions, row after row, each row made when it is first asked for: few words of a model ever are. */
  private readonly pairs: Int32Array;
  private readonly width: number;
  private readonly made: Uint8Array;

  constructor({ vectors, dimensions }: Pick<WordVectors, 'vectors' | 'dimensions'>) {
    this.vectors = vectors;
    this.dimensions = dimensions;
    this.width = Math.ceil(dimensions / 2);
    const rows = dimensions === 0 ? 0 : vectors.length / dimensions;
    this.pairs = new Int32Array(rows * this.width);
    this.made = new Uint8Array(rows);
    let longest = 0;
    for (let row = 0; row < rows; row++) longest = Math.max(longest, this.roundedSquare(row));
    this.longestSquare = longest;
  }

  /** Brings a row to its length. */
  private scaleOf(row: number): number {
    const { vectors, dimensions } = this;
    let square = 0;
    for (let at = row * dimensions, end = at + dimensions; at < end; at++)
      square += vectors[at]! * vectors[at]!;
    return UNIT / (Math.sqrt(square) || 1);
  }

  private roundedSquare(row: number): number {
    const { vectors, dimensions } = this;
    const scale = this.scaleOf(row);
    let square = 0;
    for (let at = row * dimensions, end = at + dimensions; at < end; at++) {
      const whole = rounded(vectors[at]! * scale);
      square += whole * whole;
    }
    return square;
  }

  /** Where the pairs of a row begin. */
  private place(row: number): number {
    const { vectors, dimensions, pairs, made } = this;
    const place = row * this.width;
    if (made[row] === 1) return place;
    const scale = this.scaleOf(row);
    for (let d = 0; d < dimensions; d++) {
      const whole = rounded(vectors[row * dimensions + d]! * scale);
      pairs[place + (d >> 1)]! += d % 2 === 0 ? whole : whole << 16;
    }
    made[row] = 1;
    return place;
  }

  /** Of two rows. */
  product(row: number, other: number): number {
    const { pairs, width } = this;
    let sum = 0;
    for (let i = this.place(row), j = this.place(other), end = i + width; i < end; i++, j++)
      sum = (sum + Math.imul(pairs[i]!, turned(pairs[j]!))) | 0;
    return upper(sum);
  }

  /** These rows, to be multiplied with many others; -1 stands for none, with which every product is 0. */
  turned(rows: readonly number[]): TurnedVectors {
    const { pairs, width } = this;
    const vectors = new Int32Array(width * AT_ONCE);
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k]!;
      if (row < 0) continue;
      const place = this.place(row);
      for (let i = 0; i < width; i++) vectors[i * AT_ONCE + k] = turned(pairs[place + i]!);
    }
    return vectors;
  }

  /** Writes the products of a row with all of them. */
  multiply(vectors: TurnedVectors, row: number, into: Int16Array, at: number): void {
    const { pairs, width } = this;
    let [a, b, c, d] = [0, 0, 0, 0];
    let [e, f, g, h] = [0, 0, 0, 0];
    for (let i = this.place(row), end = i + width, k = 0; i < end; i++, k += AT_ONCE) {
      const pair = pairs[i]!;
      a = (a + Math.imul(pair, vectors[k]!)) | 0;
      b = (b + Math.imul(pair, vectors[k + 1]!)) | 0;
      c = (c + Math.imul(pair, vectors[k + 2]!)) | 0;
      d = (d + Math.imul(pair, vectors[k + 3]!)) | 0;
      e = (e + Math.imul(pair, vectors[k + 4]!)) | 0;
      f = (f + Math.imul(pair, vectors[k + 5]!)) | 0;
      g = (g + Math.imul(pair, vectors[k + 6]!)) | 0;
      h = (h + Math.imul(pair, vectors[k + 7]!)) | 0;
    }
    into[at] = upper(a);
    into[at + 1] = upper(b);
    into[at + 2] = upper(c);
    into[at + 3] = upper(d);
    into[at + 4] = upper(e);
    into[at + 5] = upper(f);
    into[at + 6] = upper(g);
    into[at + 7] = upper(h);
  }
}

/** As Math.round, which takes five times as long, of what is above -UNIT - 1. */
function rounded(number: number): number {
  return ((number + (UNIT + 1.5)) | 0) - (UNIT + 1);
}

/** The lower half, with its sign. */
function lower(both: number): number {
  return (both << 16) >> 16;
}

/** What is left above the lower half. */
function upper(both: number): number {
  return (both - lower(both)) >> 16;
}

function turned(pair: number): number {
  return (upper(pair) + (lower(pair) << 16)) | 0;
}

/** Vectors of words in the memory of a kernel, which adds them up by their weights: one sum after the other. */
import { Kernel } from '../kernel/kernel.ts';

/** The kernel takes so many vectors, and so many of their numbers, at a time. */
const FOUR = 4;
/** Words of one sum that there is room for at first. */
const FIRST = 1 << 9;

export class SummedVectors {
  readonly vectors: Float32Array;
  readonly sum: Float64Array;
  /** Of the words to be added up: their rows, which `add` turns into where they lie, and what they weigh. */
  rows: Int32Array;
  weights: Float64Array;
  private readonly kernel = new Kernel();
  /** Bytes of one vector. */
  private readonly width: number;

  constructor(vectors: Float32Array, dimensions: number) {
    this.width = dimensions * vectors.BYTES_PER_ELEMENT;
    // the last vector and the sum are read in fours as well
    this.vectors = this.kernel.floats(vectors.length + FOUR).subarray(0, vectors.length);
    this.vectors.set(vectors);
    this.sum = this.kernel.doubles(dimensions + FOUR).subarray(0, dimensions);
    this.rows = this.kernel.ints(FIRST);
    this.weights = this.kernel.doubles(FIRST);
  }

  /** Room for a sum of so many words. */
  reserve(words: number): void {
    if (words + FOUR <= this.rows.length) return;
    this.rows = this.kernel.ints(2 * (words + FOUR));
    this.weights = this.kernel.doubles(this.rows.length);
  }

  /** Leaves the sum of so many words, at least one, in `sum`: in their order, each number of 64 bits. */
  add(words: number): void {
    const { rows, weights, sum, width } = this;
    const first = this.vectors.byteOffset;
    for (let k = 0; k < words; k++) rows[k] = first + rows[k]! * width;
    // what is missing to the next four counts nothing
    rows.fill(first, words, words + FOUR);
    weights.fill(0, words, words + FOUR);
    sum.fill(0);
    const last = rows.byteOffset + words * rows.BYTES_PER_ELEMENT;
    this.kernel.run.addVectors(rows.byteOffset, last, weights.byteOffset, sum.byteOffset, width);
  }
}

const SUMMED = new WeakMap<Float32Array, SummedVectors>();

/** Of a model's vectors, which are copied unless they lie in a kernel already. */
export function summedVectors(vectors: Float32Array, dimensions: number): SummedVectors {
  const known = SUMMED.get(vectors);
  if (known) return known;
  const made = new SummedVectors(vectors, dimensions);
  SUMMED.set(made.vectors, made);
  return made;
}

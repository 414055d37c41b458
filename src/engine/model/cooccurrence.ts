/**
 * How often words stand together in a field, and how much oftener than by chance: positive pointwise mutual
 * information, max(0, log P(a, b) / (P(a) P(b)^0.75)), with the smoothed context distribution of Levy, Goldberg
 * & Dagan (2015).
 */
import type { SparseMatrix } from './sparse-matrix.ts';
import { part, type Steps } from './steps.ts';

/** Rows of words, field after field, ascending within each; a field has two words at least. */
export interface WordFields {
  readonly words: Int32Array;
  /** Where each field ends in `words`. */
  readonly ends: Int32Array;
}

/** Weight of P(b): below 1, so that rare words do not seem close to whatever they stood beside. */
const CONTEXT_EXPONENT = 0.75;
/** Among pairs that were seen about as often, the one further from chance is kept first. */
const SURPRISE_SHARE = 0.01;

/**
 * Of `size` words, 65,536 at most. A field of n words gives each of its pairs 1 / (n − 1), so that a long abstract does not
 * outweigh a hundred titles. At most about `mostPairs` entries: the ones seen least, often once in a long
 * field, are left out first.
 */
export function* positivePmi(fields: WordFields, size: number, mostPairs: number): Steps<SparseMatrix> {
  const pairs = new PairSweep(fields, size);
  const enough = yield* part(0, 0.5, threshold(pairs, mostPairs));
  return bothWays(pairs, yield* part(0.5, 0.95, collect(pairs, enough)));
}

/** Sums over fields, word by word; each pair is met once, at its lower row. */
class PairSweep {
  readonly size: number;
  /** log of the fields that hold the word: the sum of its weights. */
  readonly logSum: Float64Array;
  readonly logTotal: number;
  /** After `sweep(row)`: the higher rows that it stands with, and by row their sums of weights. */
  readonly met: Int32Array;
  readonly sums: Float64Array;
  private readonly fields: WordFields;
  /** By word, places in `fields.words` where it stands, and the field of each. */
  private readonly offsets: Int32Array;
  private readonly places: Int32Array;
  private readonly fieldOf: Int32Array;

  constructor(fields: WordFields, size: number) {
    const { words, ends } = fields;
    this.fields = fields;
    this.size = size;
    this.offsets = new Int32Array(size + 1);
    for (const word of words) this.offsets[word + 1]!++;
    const counts = Float64Array.from({ length: size }, (_, word) => this.offsets[word + 1]!);
    for (let word = 0; word < size; word++) this.offsets[word + 1]! += this.offsets[word]!;
    this.places = new Int32Array(words.length);
    this.fieldOf = new Int32Array(words.length);
    const next = this.offsets.slice();
    for (let field = 0, at = 0; field < ends.length; field++) {
      for (; at < ends[field]!; at++) {
        const place = next[words[at]!]!++;
        this.places[place] = at;
        this.fieldOf[place] = field;
      }
    }
    this.logSum = counts.map(Math.log);
    this.logTotal = Math.log(counts.reduce((total, count) => total + count ** CONTEXT_EXPONENT, 0));
    this.met = new Int32Array(size);
    this.sums = new Float64Array(size);
  }

  /** Returns how many were met; whoever reads a sum sets it to 0 again. */
  sweep(row: number): number {
    const { words, ends } = this.fields;
    const { met, sums } = this;
    let count = 0;
    for (let at = this.offsets[row]!; at < this.offsets[row + 1]!; at++) {
      const field = this.fieldOf[at]!;
      const end = ends[field]!;
      const weight = 1 / (end - (ends[field - 1] ?? 0) - 1);
      for (let place = this.places[at]! + 1; place < end; place++) {
        const other = words[place]!;
        if (sums[other] === 0) met[count++] = other;
        sums[other]! += weight;
      }
    }
    return count;
  }

  /** log P(a, b) / (P(a) P(b)^0.75) for words that stood together with this sum of weights. */
  pmi(a: number, b: number, logWeight: number): number {
    return logWeight + this.logTotal - this.logSum[a]! - CONTEXT_EXPONENT * this.logSum[b]!;
  }

  /** How well founded a pair is: how often it was seen, and a little how far that is from chance. */
  evidence(a: number, b: number, weight: number, logWeight: number): number {
    const surprise = (this.pmi(a, b, logWeight) + this.pmi(b, a, logWeight)) / 2;
    return weight * (1 + SURPRISE_SHARE * Math.max(0, surprise));
  }
}

/** Rows of one step; a common word has tens of thousands of pairs. */
const ROWS_PER_STEP = 200;
/** Of a positive 32-bit float: sign, exponent and nine bits of its digits; they sort as the numbers do. */
const EVIDENCE_BITS = 18;

interface Threshold {
  /** Pairs with less evidence are left out; 0 keeps all. */
  readonly least: number;
  readonly pairs: number;
}

/** So high that there are at most `mostPairs` entries, two for each pair. */
function* threshold(pairs: PairSweep, mostPairs: number): Steps<Threshold> {
  const histogram = new Uint32Array(1 << EVIDENCE_BITS);
  const float = new Float32Array(1);
  const bits = new Uint32Array(float.buffer);
  for (let row = 0; row < pairs.size; row++) {
    const count = pairs.sweep(row);
    for (let i = 0; i < count; i++) {
      const other = pairs.met[i]!;
      const weight = pairs.sums[other]!;
      pairs.sums[other] = 0;
      float[0] = pairs.evidence(row, other, weight, Math.log(weight));
      histogram[bits[0]! >>> (32 - EVIDENCE_BITS)]!++;
    }
    if (row % ROWS_PER_STEP === 0) yield row / pairs.size;
  }
  let kept = 0;
  for (let bucket = histogram.length - 1; bucket >= 0; bucket--) {
    if (2 * (kept + histogram[bucket]!) > mostPairs) {
      bits[0] = (bucket + 1) << (32 - EVIDENCE_BITS);
      return { least: float[0]!, pairs: kept };
    }
    kept += histogram[bucket]!;
  }
  return { least: 0, pairs: kept };
}

/** Pairs above the diagonal, row by row. */
interface UpperPairs {
  readonly offsets: Int32Array;
  readonly columns: Uint16Array;
  readonly logWeights: Float64Array;
}

function* collect(pairs: PairSweep, { least, pairs: kept }: Threshold): Steps<UpperPairs> {
  const offsets = new Int32Array(pairs.size + 1);
  const columns = new Uint16Array(kept);
  const logWeights = new Float64Array(kept);
  let size = 0;
  for (let row = 0; row < pairs.size; row++) {
    const count = pairs.sweep(row);
    for (let i = 0; i < count; i++) {
      const other = pairs.met[i]!;
      const weight = pairs.sums[other]!;
      pairs.sums[other] = 0;
      const logWeight = Math.log(weight);
      if (Math.fround(pairs.evidence(row, other, weight, logWeight)) < least) continue;
      columns[size] = other;
      logWeights[size++] = logWeight;
    }
    offsets[row + 1] = size;
    if (row % ROWS_PER_STEP === 0) yield row / pairs.size;
  }
  return { offsets, columns, logWeights };
}

/** Both directions of each pair, where they are above chance. */
function bothWays(pairs: PairSweep, upper: UpperPairs): SparseMatrix {
  const { size } = pairs;
  const ends = new Int32Array(size + 1);
  eachEntry(pairs, upper, (row) => {
    ends[row + 1]!++;
  });
  for (let row = 0; row < size; row++) ends[row + 1]! += ends[row]!;
  const next = ends.slice();
  const columns = new Uint16Array(ends[size]!);
  const values = new Float64Array(ends[size]!);
  eachEntry(pairs, upper, (row, column, value) => {
    const place = next[row]!++;
    columns[place] = column;
    values[place] = value;
  });
  return { size, offsets: ends, columns, values };
}

function eachEntry(
  pairs: PairSweep,
  { offsets, columns, logWeights }: UpperPairs,
  visit: (row: number, column: number, value: number) => void,
): void {
  for (let row = 0; row < pairs.size; row++) {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const column = columns[at]!;
      const there = pairs.pmi(row, column, logWeights[at]!);
      const back = pairs.pmi(column, row, logWeights[at]!);
      if (there > 0) visit(row, column, there);
      if (back > 0) visit(column, row, back);
    }
  }
}

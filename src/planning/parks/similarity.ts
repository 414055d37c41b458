/**
 * How alike results are in what they are about: cosine of TF-IDF over their index terms. Lists are sparse and packed,
 * so memory grows with the results, not with their pairs.
 */
import type { Steps } from '../../engine/model/steps.ts';
import type { NumberedTerms, TermVector, TermVectors } from './result-terms.ts';

export interface Similar {
  readonly id: string;
  /** 0–1. */
  readonly similarity: number;
}

/** The nearest results of one result, nearest first, ties in the order of ids; itself is not among them. */
export type Neighbours = (resultId: string) => readonly Similar[];

export interface Worded {
  readonly id: string;
  readonly terms: NumberedTerms;
}

/** Neighbours kept of one result. */
const KEPT = 32;
/** A term that more results of a group hold tells them apart no more, and would cost n² to follow. */
const COMMON = 200;
/** A cosine of this size is worth half: cosines of short texts are small. */
const LIKENESS_HALF = 0.1;
/** Less is a word in common by chance. */
const LEAST = 0.1;
/** Similarities are kept to four digits, so that the last bits of a sum decide nothing. */
const STEPS = 10_000;
/** Results between two looks at what else is to be done. */
const AT_A_TIME = 500;

/** Among results of one group, e.g. a sector, in the order of ids; how rare terms are is counted over all results. */
export function* nearestByTerms(group: readonly Worded[], vectors: TermVectors): Steps<Neighbours> {
  const postings = yield* postingsOf(group, vectors);
  const { starts, terms, weights } = postings.texts;
  const sums = new Float64Array(group.length);
  const touched = new Int32Array(group.length);
  const nearest = new PackedNeighbours(group);
  for (let row = 0; row < group.length; row++) {
    if (row % AT_A_TIME === 0) yield row / group.length;
    let count = 0;
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      const from = postings.starts[terms[i]!]!;
      const to = postings.starts[terms[i]! + 1]!;
      for (let k = from; k < to; k++) {
        const other = postings.rows[k]!;
        if (sums[other] === 0) touched[count++] = other;
        sums[other]! += weights[i]! * postings.weights[k]!;
      }
    }
    nearest.add(row, touched.subarray(0, count), sums);
    for (const other of touched.subarray(0, count)) sums[other] = 0;
  }
  return (id) => nearest.of(id);
}

/** Every list of one group, one after the other. */
class PackedNeighbours {
  private readonly group: readonly Worded[];
  private readonly rowOf: ReadonlyMap<string, number>;
  private readonly counts: Uint8Array;
  private readonly others: Int32Array;
  private readonly steps: Uint16Array;

  constructor(group: readonly Worded[]) {
    this.group = group;
    this.rowOf = new Map(group.map(({ id }, row) => [id, row]));
    this.counts = new Uint8Array(group.length);
    this.others = new Int32Array(KEPT * group.length);
    this.steps = new Uint16Array(KEPT * group.length);
  }

  add(row: number, touched: Int32Array, cosines: Float64Array): void {
    const size = this.group.length;
    const found: number[] = [];
    for (const other of touched) {
      const steps = lifted(cosines[other]!);
      if (other !== row && steps / STEPS >= LEAST) found.push((STEPS - steps) * size + other);
    }
    const best = Float64Array.from(found).sort().subarray(0, KEPT);
    best.forEach((key, i) => {
      this.others[KEPT * row + i] = key % size;
      this.steps[KEPT * row + i] = STEPS - Math.floor(key / size);
    });
    this.counts[row] = best.length;
  }

  of(id: string): Similar[] {
    const row = this.rowOf.get(id);
    if (row === undefined) return [];
    return Array.from({ length: this.counts[row]! }, (_, i) => ({
      id: this.group[this.others[KEPT * row + i]!]!.id,
      similarity: this.steps[KEPT * row + i]! / STEPS,
    }));
  }
}

/** Results by term; terms that one result alone holds, or too many, bring nothing and are left out on both sides. */
function* postingsOf(group: readonly Worded[], vectors: TermVectors) {
  const holding = new Int32Array(vectors.terms);
  for (const [row, { terms }] of group.entries()) {
    if (row % AT_A_TIME === 0) yield 0;
    for (const place of vectors.of(terms).places) holding[place]!++;
  }
  const starts = new Int32Array(vectors.terms + 1);
  for (let term = 0; term < vectors.terms; term++)
    starts[term + 1] = starts[term]! + (tellsApart(holding[term]!) ? holding[term]! : 0);
  const size = starts[vectors.terms]!;
  const texts = {
    starts: new Int32Array(group.length + 1),
    terms: new Int32Array(size),
    weights: new Float64Array(size),
  };
  const rows = new Int32Array(size);
  const weights = new Float64Array(size);
  const next = starts.slice();
  let end = 0;
  const put = (row: number, { places, weights: own }: TermVector) => {
    places.forEach((term, i) => {
      if (!tellsApart(holding[term]!)) return;
      const to = next[term]!++;
      rows[to] = row;
      weights[to] = own[i]!;
      texts.terms[end] = term;
      texts.weights[end++] = own[i]!;
    });
    texts.starts[row + 1] = end;
  };
  for (const [row, { terms }] of group.entries()) {
    if (row % AT_A_TIME === 0) yield 0;
    put(row, vectors.of(terms));
  }
  return { starts, rows, weights, texts };
}

function tellsApart(results: number): boolean {
  return results > 1 && results <= COMMON;
}

/** Cosines of short texts are small: one of LIKENESS_HALF is worth half, as in the score of a match. */
function lifted(cosine: number): number {
  return Math.round((cosine / (cosine + LIKENESS_HALF)) * STEPS);
}

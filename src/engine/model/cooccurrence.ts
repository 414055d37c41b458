/** How often terms stand together: counts over fields, as a sparse symmetric matrix. */
import type { FieldTerms } from '../../domain/analysis.ts';

/** Rows in compressed form: row i holds columns[offsets[i] .. offsets[i + 1]] with their values. */
export interface SparseMatrix {
  readonly size: number;
  readonly offsets: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Terms of a field beyond this many, the most common ones, are left out: they only cost time. */
const TERMS_PER_FIELD = 40;

/**
 * Counts pairs of terms within a field. A field of n terms gives each pair 1 / (n − 1), so that a long
 * abstract does not outweigh a hundred titles. `idOf` returns -1 for terms outside the vocabulary.
 */
export function countCooccurrence(
  fields: Iterable<FieldTerms>,
  size: number,
  idOf: (term: string) => number,
  frequency: ArrayLike<number>,
): SparseMatrix {
  const rows = Array.from({ length: size }, () => new Map<number, number>());
  for (const { terms } of fields) {
    const ids = terms.map(([term]) => idOf(term)).filter((id) => id >= 0);
    const kept = ids.sort((a, b) => frequency[a]! - frequency[b]! || a - b).slice(0, TERMS_PER_FIELD);
    const weight = 1 / Math.max(1, kept.length - 1);
    for (const a of kept) {
      const row = rows[a]!;
      for (const b of kept) if (a !== b) row.set(b, (row.get(b) ?? 0) + weight);
    }
  }
  return toSparse(rows);
}

function toSparse(rows: readonly ReadonlyMap<number, number>[]): SparseMatrix {
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    offsets[i + 1] = offsets[i]! + row.size;
  });
  const columns = new Int32Array(offsets[rows.length]!);
  const values = new Float64Array(columns.length);
  rows.forEach((row, i) => {
    const sorted = [...row].sort(([a], [b]) => a - b);
    sorted.forEach(([column, value], k) => {
      columns[offsets[i]! + k] = column;
      values[offsets[i]! + k] = value;
    });
  });
  return { size: rows.length, offsets, columns, values };
}

/**
 * Positive pointwise mutual information, max(0, log P(a, b) / (P(a) P(b)^0.75) − log shift), with the smoothed
 * context distribution of Levy, Goldberg & Dagan (2015). Same shape as the counts.
 */
export function positivePmi(counts: SparseMatrix, shift: number): SparseMatrix {
  const sums = new Float64Array(counts.size);
  for (let i = 0; i < counts.size; i++) {
    for (let at = counts.offsets[i]!; at < counts.offsets[i + 1]!; at++) sums[i]! += counts.values[at]!;
  }
  const smoothed = sums.map((sum) => sum ** 0.75);
  const total = smoothed.reduce((a, b) => a + b, 0);
  const values = new Float64Array(counts.values.length);
  for (let i = 0; i < counts.size; i++) {
    for (let at = counts.offsets[i]!; at < counts.offsets[i + 1]!; at++) {
      const expected = (sums[i]! * smoothed[counts.columns[at]!]!) / total;
      values[at] = Math.max(0, Math.log(counts.values[at]! / expected) - Math.log(shift));
    }
  }
  return { ...counts, values };
}

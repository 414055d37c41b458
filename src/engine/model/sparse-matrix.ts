/** Square sparse matrices, and their products with dense blocks: all columns of the block in one pass. */
import { cleared, type DenseBlock } from './dense-block.ts';
import type { Steps } from './steps.ts';

/**
 * Rows in compressed form: row i holds columns[offsets[i] .. offsets[i + 1]] with their values. At most 65,536 rows:
 * numbers of sixteen bits are enough for those.
 */
export interface SparseMatrix {
  readonly size: number;
  readonly offsets: Int32Array;
  readonly columns: Uint16Array;
  readonly values: Float64Array;
  /** Where the value of each entry is, of a matrix that shares the values of another; else they stand in order. */
  readonly order?: Int32Array;
}

/** With the values of the matrix itself. */
export function transposed({ size, offsets, columns, values }: SparseMatrix): SparseMatrix {
  const ends = new Int32Array(size + 1);
  for (let at = 0; at < columns.length; at++) ends[columns[at]! + 1]!++;
  for (let i = 0; i < size; i++) ends[i + 1]! += ends[i]!;
  const next = ends.slice();
  const rows = new Uint16Array(columns.length);
  const order = new Int32Array(columns.length);
  for (let i = 0; i < size; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const place = next[columns[at]!]!++;
      rows[place] = i;
      order[place] = at;
    }
  }
  return { size, offsets: ends, columns: rows, values, order };
}

/** Multiplications of one step: a few hundredths of a second. */
const STEP = 40_000_000;

/** Writes the product where `room` lies, which has room for it. */
export function* multiply(matrix: SparseMatrix, block: DenseBlock, room: DenseBlock): Steps<DenseBlock> {
  const product = cleared(room, matrix.size, block.columns);
  const perStep = STEP / Math.max(1, block.columns);
  const { offsets, size } = matrix;
  const valuesOf = rowValues(matrix);
  for (let from = 0; from < size; ) {
    let to = from + 1;
    while (to < size && offsets[to]! - offsets[from]! < perStep) to++;
    multiplyRows(matrix, valuesOf, block, product, from, to);
    from = to;
    yield from / size;
  }
  return product;
}

/** Four entries of a row at a time: the row's sums are read and written a quarter as often. */
function multiplyRows(
  { offsets, columns }: SparseMatrix,
  valuesOf: RowValues,
  block: DenseBlock,
  product: DenseBlock,
  from: number,
  to: number,
): void {
  const width = block.columns;
  const x = block.values;
  const y = product.values;
  for (let i = from; i < to; i++) {
    const row = i * width;
    const end = offsets[i + 1]!;
    let at = offsets[i]!;
    const values = valuesOf(at, end);
    for (let k = 0; at + 3 < end; at += 4, k += 4) {
      const v0 = values[k]!;
      const v1 = values[k + 1]!;
      const v2 = values[k + 2]!;
      const v3 = values[k + 3]!;
      const x0 = columns[at]! * width;
      const x1 = columns[at + 1]! * width;
      const x2 = columns[at + 2]! * width;
      const x3 = columns[at + 3]! * width;
      for (let d = 0; d < width; d++)
        y[row + d]! += v0 * x[x0 + d]! + v1 * x[x1 + d]! + v2 * x[x2 + d]! + v3 * x[x3 + d]!;
    }
    for (; at < end; at++) {
      const v = values[at - offsets[i]!]!;
      const start = columns[at]! * width;
      for (let d = 0; d < width; d++) y[row + d]! += v * x[start + d]!;
    }
  }
}

type RowValues = (from: number, to: number) => Float64Array;

/** The values of one row, good until the next is asked for: tens of thousands of arrays would lie about otherwise. */
function rowValues({ size, offsets, values, order }: SparseMatrix): RowValues {
  if (!order) return (from, to) => values.subarray(from, to);
  let longest = 0;
  for (let i = 0; i < size; i++) longest = Math.max(longest, offsets[i + 1]! - offsets[i]!);
  const row = new Float64Array(longest);
  return (from, to) => {
    for (let at = from; at < to; at++) row[at - from] = values[order[at]!]!;
    return row;
  };
}

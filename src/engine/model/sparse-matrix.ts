/** Square sparse matrices, and their products with dense blocks: all columns of the block in one pass. */
import { type DenseBlock, emptyBlock } from './dense-block.ts';
import type { Steps } from './steps.ts';

/** Rows in compressed form: row i holds columns[offsets[i] .. offsets[i + 1]] with their values. */
export interface SparseMatrix {
  readonly size: number;
  readonly offsets: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

export function transposed({ size, offsets, columns, values }: SparseMatrix): SparseMatrix {
  const ends = new Int32Array(size + 1);
  for (const column of columns) ends[column + 1]!++;
  for (let i = 0; i < size; i++) ends[i + 1]! += ends[i]!;
  const next = ends.slice();
  const turned = { columns: new Int32Array(columns.length), values: new Float64Array(values.length) };
  for (let i = 0; i < size; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const place = next[columns[at]!]!++;
      turned.columns[place] = i;
      turned.values[place] = values[at]!;
    }
  }
  return { size, offsets: ends, ...turned };
}

/** Multiplications of one step: a few hundredths of a second. */
const STEP = 40_000_000;

export function* multiply(matrix: SparseMatrix, block: DenseBlock): Steps<DenseBlock> {
  const product = emptyBlock(matrix.size, block.columns);
  const perStep = STEP / Math.max(1, block.columns);
  const { offsets, size } = matrix;
  for (let from = 0; from < size; ) {
    let to = from + 1;
    while (to < size && offsets[to]! - offsets[from]! < perStep) to++;
    multiplyRows(matrix, block, product, from, to);
    from = to;
    yield from / size;
  }
  return product;
}

/** Four entries of a row at a time: the row's sums are read and written a quarter as often. */
function multiplyRows(
  { offsets, columns, values }: SparseMatrix,
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
    for (; at + 3 < end; at += 4) {
      const v0 = values[at]!;
      const v1 = values[at + 1]!;
      const v2 = values[at + 2]!;
      const v3 = values[at + 3]!;
      const x0 = columns[at]! * width;
      const x1 = columns[at + 1]! * width;
      const x2 = columns[at + 2]! * width;
      const x3 = columns[at + 3]! * width;
      for (let d = 0; d < width; d++)
        y[row + d]! += v0 * x[x0 + d]! + v1 * x[x1 + d]! + v2 * x[x2 + d]! + v3 * x[x3 + d]!;
    }
    for (; at < end; at++) {
      const v = values[at]!;
      const start = columns[at]! * width;
      for (let d = 0; d < width; d++) y[row + d]! += v * x[start + d]!;
    }
  }
}

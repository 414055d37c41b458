/** Tall dense matrices: many rows, some hundred columns, row after row. */
import type { Steps } from './steps.ts';

export interface DenseBlock {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export function emptyBlock(rows: number, columns: number): DenseBlock {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/** An empty block in the place of another. */
export function cleared({ values }: DenseBlock, rows: number, columns: number): DenseBlock {
  return { rows, columns, values: values.subarray(0, rows * columns).fill(0) };
}

/** Multiplications of one step: a few hundredths of a second. */
const STEP = 40_000_000;

function rowsPerStep(work: number): number {
  return 4 * Math.max(1, Math.floor(STEP / (4 * Math.max(1, work))));
}

/** The products of the columns with one another, BᵀB. */
export function* gram(block: DenseBlock): Steps<DenseBlock> {
  const { rows, columns } = block;
  const products = emptyBlock(columns, columns);
  const perStep = rowsPerStep(columns * columns);
  for (let from = 0; from < rows; from += perStep) {
    addProducts(block, products.values, from, Math.min(rows, from + perStep));
    yield Math.min(1, (from + perStep) / rows);
  }
  mirror(products);
  return products;
}

/** Below the diagonal and on it; four rows at a time, so that each sum is read and written a quarter as often. */
function addProducts({ columns, values }: DenseBlock, sums: Float64Array, from: number, to: number): void {
  let row = from;
  for (; row + 3 < to; row += 4) {
    const r0 = row * columns;
    const r1 = r0 + columns;
    const r2 = r1 + columns;
    const r3 = r2 + columns;
    for (let i = 0; i < columns; i++) {
      const a0 = values[r0 + i]!;
      const a1 = values[r1 + i]!;
      const a2 = values[r2 + i]!;
      const a3 = values[r3 + i]!;
      const start = i * columns;
      for (let j = 0; j <= i; j++)
        sums[start + j]! +=
          a0 * values[r0 + j]! + a1 * values[r1 + j]! + a2 * values[r2 + j]! + a3 * values[r3 + j]!;
    }
  }
  for (; row < to; row++) {
    const start = row * columns;
    for (let i = 0; i < columns; i++)
      for (let j = 0; j <= i; j++) sums[i * columns + j]! += values[start + i]! * values[start + j]!;
  }
}

function mirror({ columns, values }: DenseBlock): void {
  for (let i = 0; i < columns; i++)
    for (let j = 0; j < i; j++) values[j * columns + i] = values[i * columns + j]!;
}

/** The block times a small matrix of no more columns, in the block's own place: what the block held is gone. */
export function* turned(block: DenseBlock, small: DenseBlock): Steps<DenseBlock> {
  if (small.columns > block.columns) throw new RangeError('a block has no room for more columns than it has');
  const perStep = rowsPerStep(block.columns * small.columns);
  for (let from = 0; from < block.rows; from += perStep) {
    turnRows(block, small, from, Math.min(block.rows, from + perStep));
    yield Math.min(1, (from + perStep) / block.rows);
  }
  const { columns } = small;
  return { rows: block.rows, columns, values: block.values.subarray(0, block.rows * columns) };
}

/** A row ends up no further on than it was: none that is still to be read is written over. */
function turnRows(
  { columns: inner, values: x }: DenseBlock,
  { columns: width, values: m }: DenseBlock,
  from: number,
  to: number,
): void {
  const y = new Float64Array(width);
  for (let row = from; row < to; row++) {
    const left = row * inner;
    y.fill(0);
    let i = 0;
    for (; i + 3 < inner; i += 4) {
      const a0 = x[left + i]!;
      const a1 = x[left + i + 1]!;
      const a2 = x[left + i + 2]!;
      const a3 = x[left + i + 3]!;
      const m0 = i * width;
      const m1 = m0 + width;
      const m2 = m1 + width;
      const m3 = m2 + width;
      for (let j = 0; j < width; j++)
        y[j]! += a0 * m[m0 + j]! + a1 * m[m1 + j]! + a2 * m[m2 + j]! + a3 * m[m3 + j]!;
    }
    for (; i < inner; i++) {
      const a = x[left + i]!;
      for (let j = 0; j < width; j++) y[j]! += a * m[i * width + j]!;
    }
    x.set(y, row * width);
  }
}

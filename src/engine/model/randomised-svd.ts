/**
 * Truncated singular value decomposition of a sparse matrix by random projection with a power iteration
 * (Halko, Martinsson & Tropp 2011, algorithms 4.4 and 5.1). Seeded: the same matrix gives the same bits.
 */
import { mulberry32 } from '../measures.ts';
import { type DenseBlock, emptyBlock, gram, turned } from './dense-block.ts';
import { eigen, orthonormalised } from './orthonormal.ts';
import { multiply, type SparseMatrix, transposed } from './sparse-matrix.ts';
import { finish, part, type Steps } from './steps.ts';

const OVERSAMPLING = 10;
/** A second one brings the last of the singular values nearer, and no better word vectors (docs/measurements.md). */
const POWER_ITERATIONS = 1;
/** Squares of singular values below this are rounding. */
const LEAST_SQUARE = 1e-12;

/** Left singular vectors (a column of the block each) with their singular values, largest first. */
export interface TruncatedSvd {
  readonly vectors: DenseBlock;
  readonly values: readonly number[];
}

export function truncatedSvd(matrix: SparseMatrix, dimensions: number, seed: number): TruncatedSvd {
  return finish(svdSteps(matrix, dimensions, seed));
}

export function* svdSteps(matrix: SparseMatrix, dimensions: number, seed: number): Steps<TruncatedSvd> {
  const width = Math.min(dimensions + OVERSAMPLING, matrix.size);
  const turnedMatrix = transposed(matrix);
  // two blocks of tens of megabytes, in turns: a new one each time would wait for the collector of garbage
  const [here, there] = [emptyBlock(matrix.size, width), emptyBlock(matrix.size, width)];
  drawAtRandom(there, seed);
  let basis = yield* part(0, 0.15, multiply(matrix, there, here));
  for (let i = 0; i < POWER_ITERATIONS; i++) {
    basis = yield* part(0.15, 0.25, orthonormalised(basis));
    const projected = yield* part(0.25, 0.4, multiply(turnedMatrix, basis, there));
    basis = yield* part(0.4, 0.55, multiply(matrix, projected, here));
  }
  basis = yield* part(0.55, 0.65, orthonormalised(basis));
  basis = yield* part(0.65, 0.75, orthonormalised(basis));
  // rows of B = Qᵀ A, lying as columns; the eigenvectors of B Bᵀ turn the basis into singular vectors
  const projected = yield* part(0.75, 0.9, multiply(turnedMatrix, basis, there));
  const { values, vectors } = eigen(yield* part(0.9, 0.95, gram(projected)));
  const kept = values.slice(0, dimensions).filter((value) => value > LEAST_SQUARE).length;
  return {
    values: values.slice(0, kept).map((value) => Math.sqrt(value)),
    vectors: yield* part(0.95, 1, turned(basis, leading(vectors, kept))),
  };
}

/** Numbers in [-0.5, 0.5), column after column. */
function drawAtRandom({ rows, columns, values }: DenseBlock, seed: number): void {
  const random = mulberry32(seed);
  for (let column = 0; column < columns; column++)
    for (let row = 0; row < rows; row++) values[row * columns + column] = random() - 0.5;
}

function leading({ rows, columns, values }: DenseBlock, count: number): DenseBlock {
  const first = emptyBlock(rows, count);
  for (let row = 0; row < rows; row++)
    first.values.set(values.subarray(row * columns, row * columns + count), row * count);
  return first;
}

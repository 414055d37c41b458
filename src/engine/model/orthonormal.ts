/** Orthonormal bases by the products of the columns alone (SVQB of Stathopoulos & Wu 2002). */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { type DenseBlock, emptyBlock, gram, turned } from './dense-block.ts';
import { part, type Steps } from './steps.ts';

/** A direction weaker than this, of what the strongest has, is rounding and left out. */
const RANK_TOLERANCE = 1e-13;

export interface Eigen {
  /** Largest first. */
  readonly values: readonly number[];
  /** Column i belongs to value i. */
  readonly vectors: DenseBlock;
}

/** Of a small symmetric matrix; equal values in the order in which they were found. */
export function eigen({ columns: size, values }: DenseBlock): Eigen {
  if (size === 0) return { values: [], vectors: emptyBlock(0, 0) };
  const matrix = new Matrix(
    Array.from({ length: size }, (_, i) => [...values.subarray(i * size, (i + 1) * size)]),
  );
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  });
  const order = realEigenvalues
    .map((value, i) => ({ value, i }))
    .sort((a, b) => b.value - a.value || a.i - b.i);
  const vectors = emptyBlock(size, size);
  for (let row = 0; row < size; row++)
    order.forEach(({ i }, column) => {
      vectors.values[row * size + column] = eigenvectorMatrix.get(row, i);
    });
  return { values: order.map(({ value }) => value), vectors };
}

/**
 * A basis of what the columns span, as many columns as they have directions. Once makes it orthonormal to some
 * eight digits where the columns are far from parallel; done twice, to all digits. It takes the place of the block.
 */
export function* orthonormalised(block: DenseBlock): Steps<DenseBlock> {
  const products = yield* part(0, 0.4, gram(block));
  const size = block.columns;
  const scale = Float64Array.from({ length: size }, (_, i) => {
    const square = products.values[i * size + i]!;
    return square > 0 ? 1 / Math.sqrt(square) : 0;
  });
  const scaled = {
    ...products,
    values: products.values.map((p, at) => p * scale[Math.floor(at / size)]! * scale[at % size]!),
  };
  const { values, vectors } = eigen(scaled);
  const rank = values.filter((value) => value > RANK_TOLERANCE * values[0]!).length;
  const turn = emptyBlock(size, rank);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < rank; column++)
      turn.values[row * rank + column] =
        (scale[row]! * vectors.values[row * size + column]!) / Math.sqrt(values[column]!);
  return yield* part(0.4, 1, turned(block, turn));
}

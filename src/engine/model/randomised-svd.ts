/**
 * Truncated singular value decomposition of a sparse matrix by random projection with power iterations
 * (Halko, Martinsson & Tropp 2011, algorithms 4.4 and 5.1). Seeded: the same matrix gives the same bits.
 */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { mulberry32 } from '../measures.ts';
import type { SparseMatrix } from './cooccurrence.ts';

const OVERSAMPLING = 10;
const POWER_ITERATIONS = 2;

/** Left singular vectors (one Float64Array a dimension, over rows) with their singular values, largest first. */
export interface TruncatedSvd {
  readonly vectors: readonly Float64Array[];
  readonly values: readonly number[];
}

export function truncatedSvd(matrix: SparseMatrix, dimensions: number, seed: number): TruncatedSvd {
  const width = Math.min(dimensions + OVERSAMPLING, matrix.size);
  const random = mulberry32(seed);
  let basis = Array.from({ length: width }, () =>
    multiply(
      matrix,
      Float64Array.from({ length: matrix.size }, () => random() - 0.5),
    ),
  );
  orthonormalise(basis);
  for (let i = 0; i < POWER_ITERATIONS; i++) {
    basis = basis.map((vector) => multiply(matrix, multiplyTransposed(matrix, vector)));
    orthonormalise(basis);
  }
  // rows of B = Qᵀ A; the eigenvectors of B Bᵀ turn the basis into singular vectors
  const projected = basis.map((vector) => multiplyTransposed(matrix, vector));
  const gram = new Matrix(projected.map((a) => projected.map((b) => dot(a, b))));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  const order = realEigenvalues
    .map((value, i) => ({ value, i }))
    .sort((a, b) => b.value - a.value || a.i - b.i);
  const kept = order.slice(0, dimensions).filter(({ value }) => value > 1e-12);
  return {
    values: kept.map(({ value }) => Math.sqrt(value)),
    vectors: kept.map(({ i }) => combine(basis, eigenvectorMatrix.getColumn(i))),
  };
}

function multiply({ size, offsets, columns, values }: SparseMatrix, x: Float64Array): Float64Array {
  const y = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) sum += values[at]! * x[columns[at]!]!;
    y[i] = sum;
  }
  return y;
}

function multiplyTransposed({ size, offsets, columns, values }: SparseMatrix, x: Float64Array): Float64Array {
  const y = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) y[columns[at]!]! += values[at]! * x[i]!;
  }
  return y;
}

/** Modified Gram–Schmidt, in place. */
function orthonormalise(vectors: Float64Array[]): void {
  vectors.forEach((vector, i) => {
    for (let j = 0; j < i; j++) {
      const other = vectors[j]!;
      const overlap = dot(vector, other);
      for (let k = 0; k < vector.length; k++) vector[k]! -= overlap * other[k]!;
    }
    const length = Math.sqrt(dot(vector, vector)) || 1;
    for (let k = 0; k < vector.length; k++) vector[k]! /= length;
  });
}

function combine(basis: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const sum = new Float64Array(basis[0]!.length);
  basis.forEach((vector, i) => {
    for (let k = 0; k < sum.length; k++) sum[k]! += weights[i]! * vector[k]!;
  });
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

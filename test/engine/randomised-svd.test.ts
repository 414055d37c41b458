import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../src/engine/measures.ts';
import type { DenseBlock } from '../../src/engine/model/dense-block.ts';
import { truncatedSvd } from '../../src/engine/model/randomised-svd.ts';
import type { SparseMatrix } from '../../src/engine/model/sparse-matrix.ts';

function sparse(rows: readonly (readonly number[])[]): SparseMatrix {
  const entries = rows.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ column, value }])));
  const offsets = [0];
  for (const row of entries) offsets.push(offsets.at(-1)! + row.length);
  return {
    size: rows.length,
    offsets: Int32Array.from(offsets),
    columns: Uint16Array.from(entries.flat(), ({ column }) => column),
    values: Float64Array.from(entries.flat(), ({ value }) => value),
  };
}

function columnsOf({ rows, columns, values }: DenseBlock): number[][] {
  return Array.from({ length: columns }, (_, column) =>
    Array.from({ length: rows }, (_value, row) => values[row * columns + column]!),
  );
}

/** Symmetric, a third of it filled. */
function randomSymmetric(size: number): number[][] {
  const random = mulberry32(11);
  const rows = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) if (random() < 0.33) rows[i]![j] = rows[j]![i] = random();
  }
  return rows;
}

describe('the truncated singular value decomposition', () => {
  it('of a diagonal matrix: its entries, largest first, with the axes as vectors', () => {
    const { values, vectors } = truncatedSvd(
      sparse([
        [2, 0, 0, 0],
        [0, 5, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 3],
      ]),
      3,
      1,
    );
    expect(values.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([5, 3, 2]);
    expect(columnsOf(vectors).map((vector) => vector.findIndex((x) => Math.abs(x) > 0.999))).toEqual([
      1, 3, 0,
    ]);
  });

  it('of a matrix known by hand: [[3, 1], [1, 3]] has 4 and 2', () => {
    const { values, vectors } = truncatedSvd(
      sparse([
        [3, 1],
        [1, 3],
      ]),
      2,
      1,
    );
    expect(values[0]).toBeCloseTo(4, 9);
    expect(values[1]).toBeCloseTo(2, 9);
    expect(Math.abs(columnsOf(vectors)[0]![0]!)).toBeCloseTo(Math.SQRT1_2, 9);
  });

  it('of a larger one: the leading values of a full decomposition, with orthonormal vectors', () => {
    const rows = randomSymmetric(60);
    const expected = new SingularValueDecomposition(new Matrix(rows)).diagonal;
    const { values, vectors } = truncatedSvd(sparse(rows), 8, 1);
    values.slice(0, 4).forEach((value, i) => {
      expect(Math.abs(value - expected[i]!) / expected[i]!).toBeLessThan(0.02);
    });
    const columns = columnsOf(vectors);
    columns.forEach((a, i) => {
      columns.forEach((b, j) => {
        const product = a.reduce((sum, x, k) => sum + x * b[k]!, 0);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 8);
      });
    });
  });

  it('gives the same bits for the same seed, and no more values than the matrix has', () => {
    const rows = randomSymmetric(30);
    expect(truncatedSvd(sparse(rows), 5, 9)).toEqual(truncatedSvd(sparse(rows), 5, 9));
    expect(
      truncatedSvd(
        sparse([
          [1, 1],
          [1, 1],
        ]),
        2,
        1,
      ).values,
    ).toHaveLength(1);
    expect(
      truncatedSvd(
        sparse([
          [0, 0],
          [0, 0],
        ]),
        2,
        1,
      ).values,
    ).toEqual([]);
  });
});

/** The check that every embedder's answer passes: as many vectors as texts, of one size, each of unit length. */
import { EmbedderRefused } from './embedder.ts';

/**
 * Scales each row to length 1, in double precision before it is kept as 32-bit floats. Throws EmbedderRefused where
 * a row is missing, of another size, not a number or of length 0: such a row says nothing of its text.
 */
export function unitVectors(rows: readonly ArrayLike<number>[], texts: number): Float32Array[] {
  if (rows.length !== texts) throw new EmbedderRefused(`${rows.length} vectors for ${texts} texts`);
  const dimensions = rows[0]?.length ?? 0;
  return rows.map((row) => {
    if (row.length !== dimensions)
      throw new EmbedderRefused(`vectors of ${dimensions} and of ${row.length} dimensions in one answer`);
    return unitVector(row);
  });
}

function unitVector(row: ArrayLike<number>): Float32Array {
  let squares = 0;
  for (let i = 0; i < row.length; i += 1) squares += row[i]! * row[i]!;
  if (!Number.isFinite(squares) || squares === 0)
    throw new EmbedderRefused('a vector without direction: all zero, or not of finite numbers');
  const length = Math.sqrt(squares);
  return Float32Array.from(row, (value) => value / length);
}

/** Writes what one component counts for the rows `from .. to`, beginning at `into[0]`. */
export type Column = (from: number, to: number, into: Float64Array) => void;

/** Where the same counts for every row. */
export function sameForAll(value: number): Column {
  return (from, to, into) => {
    into.fill(value, 0, to - from);
  };
}

/** Arrays of several parts, one behind the other. */

type Whole = Int8Array | Uint8Array | Uint16Array | Int32Array | Uint32Array;

export function joined<T extends Whole>(kind: new (length: number) => T, parts: readonly T[]): T {
  const all = new kind(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}

/** Offsets into what was joined: each part begins where the one before it ends. */
export function offsetsJoined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(1 + parts.reduce((sum, { length }) => sum + length - 1, 0));
  let row = 0;
  for (const part of parts) {
    const base = all[row]!;
    for (let i = 1; i < part.length; i++) all[++row] = base + part[i]!;
  }
  return all;
}

/** A copy in which every number from `known` on is what `numbers` makes of it. */
export function renumbered(terms: Int32Array, known: number, numbers: Int32Array): Int32Array {
  return terms.map((term) => (term < known ? term : numbers[term - known]!));
}

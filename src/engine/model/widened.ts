type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** A longer array that begins with these numbers; the rest is 0, or `rest`. */
export function widened<T extends Numbers>(numbers: T, length: number, rest = 0): T {
  const wide = new (numbers.constructor as new (length: number) => T)(length);
  wide.set(numbers);
  if (rest !== 0) wide.fill(rest, numbers.length);
  return wide;
}

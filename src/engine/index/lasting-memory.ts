/**
 * Memory for what lives as long as an index. It is shared memory, though nobody shares it: V8 counts what other typed
 * arrays take, and marks the whole heap, analyses and all, each time that another 64 MB have been asked for. Pages that
 * are not written take no memory.
 */
export function lastingInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}

export function lastingWords(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
}

export function lastingFloats(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

export function lastingShorts(length: number): Uint16Array {
  return new Uint16Array(new SharedArrayBuffer(length * Uint16Array.BYTES_PER_ELEMENT));
}

export function lastingBytes(length: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(length));
}

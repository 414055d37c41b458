/** Vectors as columns hold them: 32-bit floats, little-endian, one for each dimension. */

/** Whether this machine writes the low byte of a number first, as the column does. */
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

export function bytesOf(vector: Float32Array): Buffer {
  const bytes = Buffer.from(vector.slice().buffer);
  return LITTLE_ENDIAN ? bytes : bytes.swap32();
}

export function vectorOf(kept: Buffer): Float32Array {
  const bytes = Buffer.from(Uint8Array.from(kept).buffer);
  if (!LITTLE_ENDIAN) bytes.swap32();
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / Float32Array.BYTES_PER_ELEMENT);
}

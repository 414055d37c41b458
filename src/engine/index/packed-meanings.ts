/** What records mean, by row, in one stretch of memory for a file, and back. */

/** As many numbers a row, zeros where there is none. */
export interface PackedMeanings {
  /** 1 where there is one. */
  readonly known: Uint8Array;
  readonly vectors: Int8Array;
}

export function packMeanings(meanings: readonly (Int8Array | null)[]): PackedMeanings {
  const dimensions = meanings.find((meaning) => meaning !== null)?.length ?? 0;
  const vectors = new Int8Array(meanings.length * dimensions);
  meanings.forEach((meaning, row) => {
    if (meaning) vectors.set(meaning, row * dimensions);
  });
  return { known: Uint8Array.from(meanings, (meaning) => (meaning ? 1 : 0)), vectors };
}

export function unpackMeanings({ known, vectors }: PackedMeanings): (Int8Array | null)[] {
  const dimensions = vectors.length / known.length;
  return Array.from(known, (there, row) =>
    there === 1 ? vectors.subarray(row * dimensions, (row + 1) * dimensions) : null,
  );
}

/** Precision, recall and their harmonic mean over sets of codes. */
export interface Agreement {
  /** Codes that people named, that were read, and both. */
  readonly wanted: number;
  readonly said: number;
  readonly right: number;
  /** Null where nothing was read. */
  readonly precision: number | null;
  /** Null where people named nothing. */
  readonly recall: number | null;
  readonly f1: number | null;
}

/** Over all codes, or over one. */
export function agreementOf(
  pairs: readonly { readonly wanted: ReadonlySet<string>; readonly said: ReadonlySet<string> }[],
  only?: string,
): Agreement {
  const counts = { wanted: 0, said: 0, right: 0 };
  for (const pair of pairs) {
    const counted = (codes: ReadonlySet<string>) =>
      [...codes].filter((code) => only === undefined || code === only);
    counts.said += counted(pair.said).length;
    const wanted = counted(pair.wanted);
    counts.wanted += wanted.length;
    counts.right += wanted.filter((code) => pair.said.has(code)).length;
  }
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    ...counts,
    precision: share(counts.right, counts.said),
    recall: share(counts.right, counts.wanted),
    f1: share(2 * counts.right, counts.said + counts.wanted),
  };
}

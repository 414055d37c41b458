/** Whether a confidence can be believed: by tenths of it, how often what it was said of is right. Pure. */

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly texts: number;
  readonly confidence: number;
  readonly right: number;
}

const BINS = 10;

/** In tenths of the confidence, the empty ones left out. */
export function calibrationOf(
  rows: readonly { readonly confidence: number; readonly right: boolean }[],
): CalibrationBin[] {
  return Array.from({ length: BINS }, (_, i) => {
    const inside = rows.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === i);
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    return {
      from: i / BINS,
      to: (i + 1) / BINS,
      texts: inside.length,
      confidence: mean(inside.map(({ confidence }) => confidence)),
      right: mean(inside.map(({ right }) => Number(right))),
    };
  }).filter(({ texts }) => texts > 0);
}

/** How far confidence and truth are apart in the mean of all texts (expected calibration error, Naeini et al. 2015). */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const all = bins.reduce((sum, { texts }) => sum + texts, 0);
  return bins.reduce(
    (sum, { texts, confidence, right }) => sum + (texts / all) * Math.abs(confidence - right),
    0,
  );
}

/**
 * From the score, which a person can add up, to the affinity, which means something: how often such a match is
 * good. A logistic curve (Platt 1999) for each purpose, fitted to three invented districts with judged pairs (bench/judged).
 */
import type { Purpose } from './purpose.ts';

/** The score at which every second match is good, and how fast that changes. */
export interface Curve {
  readonly midpoint: number;
  readonly slope: number;
}

export const CURVES: Readonly<Record<Purpose, Curve>> = {
  transfer: { midpoint: 0.355, slope: 24.6 },
  pilot: { midpoint: 0.38, slope: 27.1 },
};

/** Nine decimals: ties are ties on every machine. */
export function roundAffinity(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** 0–1, rising with the score; 0 for a pair that a limit excludes (score 0). */
export function calibrated(score: number, purpose: Purpose): number {
  if (score <= 0) return 0;
  const { midpoint, slope } = CURVES[purpose];
  return roundAffinity(1 / (1 + Math.exp(-slope * (score - midpoint))));
}

/**
 * The same as a person with a pocket calculator does it; null where it gives another affinity: the report was made
 * with another curve.
 */
export function affinityInFigures(score: number, affinity: number, purpose: Purpose): string | null {
  if (score <= 0 || Math.abs(calibrated(score, purpose) - affinity) > SAME) return null;
  const { midpoint, slope } = CURVES[purpose];
  return `1÷(1+e^(−${slope}×(${score.toFixed(6)}−${midpoint})))`;
}

/** Versions of Node may differ in the last bit of an exponential. */
const SAME = 1e-8;

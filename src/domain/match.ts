/** One scored pair of a result and a carrier, with all that a person needs to check it by hand. */
import type { Span } from './analysis.ts';
import type { Purpose } from './purpose.ts';

/** A text in both languages, Chinese first. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export const VERDICTS = ['recommended', 'possible', 'unfit'] as const;
/** `recommended`: act on it; `possible`: worth a look; `unfit`: not. */
export type Verdict = (typeof VERDICTS)[number];

export interface Evidence extends Span {
  readonly side: 'result' | 'carrier';
  /** The term, capability code or condition that the quote stands for. */
  readonly about?: string | undefined;
}

export interface ScoreComponent {
  readonly name: string;
  /** 0–1; null where neither text says enough: then the neutral value `assumed` counts instead. */
  readonly value: number | null;
  readonly assumed?: number | undefined;
  /** Share in the affinity, 0–1; the weights of a match sum to 1. */
  readonly weight: number;
  /** weight × (value ?? assumed). */
  readonly contribution: number;
  readonly why: Bilingual;
  readonly evidence: readonly Evidence[];
}

export const LIMIT_EFFECTS = ['none', 'reduce', 'exclude'] as const;

export interface LimitCheck {
  /** e.g. `status`, `slots`, `condition.gmp`. */
  readonly code: string;
  readonly outcome: 'passed' | 'failed' | 'unknown';
  /** What the outcome does: `reduce` multiplies the affinity by `factor`, `exclude` makes the pair unfit (factor 0). */
  readonly effect: (typeof LIMIT_EFFECTS)[number];
  /** 0–1; 1 where the check does nothing. */
  readonly factor: number;
  readonly why: Bilingual;
  readonly evidence: readonly Evidence[];
}

export interface Match {
  readonly resultId: string;
  readonly carrierId: string;
  readonly purpose: Purpose;
  /** In [0,1]: the sum of the contributions times the factors of all limits. */
  readonly affinity: number;
  /** 1 is best; ties end at the carrier's, then the result's id. */
  readonly rank: number;
  readonly verdict: Verdict;
  readonly components: readonly ScoreComponent[];
  readonly limits: readonly LimitCheck[];
  /** One sentence made from the evidence. */
  readonly summary: Bilingual;
  /** Asked but not offered, unknown fields, stage off …: why it is not higher. */
  readonly shortfalls: readonly Bilingual[];
}

/** Why nobody fits a result for one purpose. */
export interface NoFit {
  readonly resultId: string;
  readonly purpose: Purpose;
  /**
   * `outside_sectors`, `not_transferable`, `capability_missing`, `limits`, `no_pilot_needed`, `pilot_not_asked`,
   * `ungrounded`, `too_little_text`, `weak`, `no_carrier`.
   */
  readonly reason: string;
  readonly why: Bilingual;
  readonly nearest?: { readonly carrierId: string; readonly affinity: number } | undefined;
}

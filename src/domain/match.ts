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

export const VERDICT_NAMES: Readonly<Record<Verdict, Bilingual>> = {
  recommended: { zh: '推荐', en: 'recommended' },
  possible: { zh: '可考虑', en: 'possible' },
  unfit: { zh: '不匹配', en: 'unfit' },
};

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
  /** Share in the score, 0–1; the weights of a match sum to 1. */
  readonly weight: number;
  /** weight × (value ?? assumed). */
  readonly contribution: number;
  readonly why: Bilingual;
  readonly evidence: readonly Evidence[];
}

const COMPONENTS: Readonly<Record<string, string>> = {
  subject: '技术主题',
  record: '孵化案例',
  semantics: '语义相近',
  alignment: '词语对应',
  needs: '需求对应',
  sector: '产业领域',
  capability: '服务能力',
  stage: '成熟阶段',
};

/** `技术主题 subject`; a component that a later engine has learnt is shown by its code. */
export function componentName(name: string): string {
  const zh = COMPONENTS[name];
  return zh === undefined ? name : `${zh} ${name}`;
}

export const LIMIT_EFFECTS = ['none', 'reduce', 'exclude'] as const;

export interface LimitCheck {
  /** e.g. `status`, `slots`, `condition.gmp`. */
  readonly code: string;
  readonly outcome: 'passed' | 'failed' | 'unknown';
  /** What the outcome does: `reduce` multiplies the score by `factor`, `exclude` makes the pair unfit (factor 0). */
  readonly effect: (typeof LIMIT_EFFECTS)[number];
  /** 0–1; 1 where the check does nothing. */
  readonly factor: number;
  readonly why: Bilingual;
  readonly evidence: readonly Evidence[];
}

/**
 * One thing for which a match is not better: asked but not offered, unknown, outside the window … Matches that
 * were kept before costs were counted say it in words only.
 */
export interface Shortfall extends Bilingual {
  /** The component or limit that it comes from, e.g. `capability`, `condition.gmp`. */
  readonly code?: string | undefined;
  /** The score that it costs, 0–1; the costs of a match and its score sum to 1. */
  readonly cost?: number | undefined;
}

/** What keeps a pair from being recommended. */
export interface Obstacle {
  /** `affinity`, `ground` (nothing answers in the texts), or the code of a limit. */
  readonly code: string;
  readonly why: Bilingual;
  /** How far the affinity is below the threshold; only of `affinity`. */
  readonly gap?: number | undefined;
}

/** One field changed and nothing else, by which a pair would be recommended. */
export interface Change {
  /** e.g. `slots`, `condition.gmp`, `capability.C05`, `trl`. */
  readonly code: string;
  /** Whose field it is. */
  readonly side: 'result' | 'carrier';
  readonly what: Bilingual;
  /** What the pair would then have. */
  readonly affinity: number;
}

export interface WhyNot {
  readonly obstacles: readonly Obstacle[];
  /** The smallest first; none where no single change is enough. */
  readonly changes: readonly Change[];
  /** What the changes come to, in a sentence. */
  readonly conclusion: Bilingual;
}

export interface Match {
  readonly resultId: string;
  readonly carrierId: string;
  readonly purpose: Purpose;
  /** In [0,1]: how often such a match is good; rises with the score. 0 where a limit excludes. */
  readonly affinity: number;
  /** In [0,1]: the sum of the contributions times the factors of all limits. */
  readonly score: number;
  /** 1 is best; ties end at the carrier's, then the result's id. */
  readonly rank: number;
  readonly verdict: Verdict;
  readonly components: readonly ScoreComponent[];
  readonly limits: readonly LimitCheck[];
  /** One sentence made from the evidence. */
  readonly summary: Bilingual;
  /** Why it is not higher, what costs most first. */
  readonly shortfalls: readonly Shortfall[];
  /** Of a pair that was asked for by itself or is near to being recommended; absent where it is recommended. */
  readonly whyNot?: WhyNot | undefined;
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

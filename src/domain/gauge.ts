/** How far the district is on the targets of its plan, from what carriers state. */
import type { Bilingual } from './match.ts';

export type Reached = 'reached' | 'short' | 'unknown';

export interface Goal {
  /** Year at whose end it is to be reached. */
  readonly year: number;
  readonly least: number;
  /** Only where the plan gives a range; to exceed it is no failure. */
  readonly most: number | null;
  readonly reached: Reached;
  /** What is missing; 0 where it is reached, null where nothing is known. */
  readonly missing: number | null;
}

export interface Gauge {
  readonly code: string;
  readonly name: Bilingual;
  readonly unit: string;
  /** Null where no carrier states it; where some do not, the true value is higher. */
  readonly value: number | null;
  /** Carriers that state it, of those that count. */
  readonly stated: number;
  readonly counted: number;
  /** `least`: the true value is this or more; `most`: it may be less, since the same thing may be counted twice. */
  readonly bound: 'exact' | 'least' | 'most';
  readonly goals: readonly Goal[];
  /** Earliest and latest date that the figures are of; null where none is stated. */
  readonly asOf: { readonly earliest: string; readonly latest: string } | null;
  readonly sources: readonly string[];
  /** What is not in it, and why. */
  readonly remarks: readonly Bilingual[];
}

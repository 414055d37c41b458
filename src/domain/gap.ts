/** What results ask for and the district does not have, or has too little of. */
import type { Bilingual } from './match.ts';
import type { Purpose } from './purpose.ts';

/**
 * `missing`: no carrier of the field has it; `partner`: only partners of carriers do; `scarce`: more results ask than
 * there are slots; `covered`: enough for all.
 */
export type GapState = 'missing' | 'partner' | 'scarce' | 'covered';

/** One capability in one sector. */
export interface GapCell {
  readonly sector: string;
  readonly capability: string;
  /** Results of the sector that ask for it in words, in the order of ids. */
  readonly results: readonly string[];
  /** Carriers of the sector that have it of their own, in the order of ids. */
  readonly carriers: readonly string[];
  /** Carriers of the sector whose partners have it. */
  readonly partners: readonly string[];
  /** Slots of those carriers, assumed where they are not stated. */
  readonly slots: number;
  readonly state: GapState;
}

/** One band of readiness in one sector. */
export interface StageCell {
  readonly sector: string;
  readonly from: number;
  readonly to: number;
  readonly results: readonly string[];
  /** Carriers of the sector that state a window which takes the whole band. */
  readonly carriers: readonly string[];
  readonly slots: number;
  readonly state: Exclude<GapState, 'partner'>;
}

/** What a new facility would bring: the plan solved again with it. */
export interface LineForecast {
  readonly sector: string;
  readonly capability: string;
  readonly name: Bilingual;
  /** In the words of the results that ask for it. */
  readonly offer: string;
  readonly trlMin: number;
  readonly trlMax: number;
  readonly slots: number;
  /** Recommended pairs that it would have. */
  readonly candidates: number;
  readonly placements: number;
  readonly totalAffinity: number;
  /** Results that it would take in the best plan, in the order of ids. */
  readonly takes: readonly string[];
  readonly why: Bilingual;
}

/** A subject for which results find no carrier, because whoever would be recommended turns it away. */
export interface RefusedSubject {
  readonly purpose: Purpose;
  /** In the carriers' words; the general ones in front where some say more (液流、液流电池). */
  readonly subject: string;
  /** In the order of ids. */
  readonly results: readonly string[];
  /** In the order of ids, each with the clause that turns away. */
  readonly carriers: readonly { readonly carrierId: string; readonly quote: string }[];
  readonly why: Bilingual;
}

export interface GapReport {
  readonly cells: readonly GapCell[];
  readonly stages: readonly StageCell[];
  /** What brings most first. */
  readonly forecasts: readonly LineForecast[];
  /** What most results meet first; absent where there is none, and in reports from before it was counted. */
  readonly refused?: readonly RefusedSubject[] | undefined;
}

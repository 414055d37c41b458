/** A matching round: every open result against every carrier, on frozen inputs. */
import type { PlacementSheet } from './advice.ts';
import type { AssignmentTerms, PlanDifference, RoundAssignment } from './assignment.ts';
import type { EmbeddingUse } from './embedding-use.ts';
import type { GapReport } from './gap.ts';
import type { Gauge } from './gauge.ts';
import type { Bilingual, Match, NoFit } from './match.ts';
import type { ParkComposition } from './park.ts';
import type { Purpose } from './purpose.ts';

/** A record as it stood: its id and the hash of its content. */
export interface FrozenRecord {
  readonly id: string;
  readonly hash: string;
}

export const ROUND_STATES = ['running', 'finished', 'failed', 'cancelled'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** What a round was started with; nothing in it changes afterwards. */
export interface RoundPlan {
  readonly id: string;
  readonly profile: { readonly id: string; readonly version: string };
  /** Name and version of the engine and of its weights. */
  readonly engine: string;
  readonly purposes: readonly Purpose[];
  /** How many candidates are kept per result and purpose. */
  readonly top: number;
  /** Results per job. */
  readonly chunkSize: number;
  readonly results: readonly FrozenRecord[];
  readonly carriers: readonly FrozenRecord[];
  /** Whose vectors every chunk uses, or why none; settled once for the whole round. */
  readonly embedding: EmbeddingUse;
  /** Fingerprint of the corpus model that every chunk uses; null: the one that the frozen records themselves give. */
  readonly model: string | null;
  readonly assignment: AssignmentTerms;
  /** The finished round that this one is compared with. */
  readonly previous: string | null;
}

/** What a round does now: readings and the pool first, then its chunks, its parts in their order, its report. */
export const ROUND_STAGES = ['preparing', 'matching', 'assignment', 'gaps', 'parks', 'report'] as const;
export type RoundStage = (typeof ROUND_STAGES)[number];

export interface RoundProgress {
  /** Chunks matched and parts made. */
  readonly done: number;
  readonly total: number;
  readonly stage: RoundStage;
}

export interface Round extends RoundPlan {
  readonly state: RoundState;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/** Recommended carriers of one result for one purpose, best first: what the plan of placements chooses from. */
export interface Candidates {
  readonly resultId: string;
  readonly purpose: Purpose;
  readonly carriers: readonly (readonly [carrierId: string, affinity: number])[];
}

/** What one job of a round brings: the matches of its results, in the order of the plan. */
export interface RoundChunk {
  readonly roundId: string;
  /** From 0. */
  readonly chunk: number;
  readonly matches: readonly Match[];
  readonly noFits: readonly NoFit[];
  readonly candidates: readonly Candidates[];
  /** Fingerprint of the corpus model that it was matched with. */
  readonly model: string;
}

/** What follows the matching, each part made by one job. */
export interface RoundParts {
  readonly assignment: RoundAssignment & {
    /** As the part `explained.n` has them now; in rounds from before, of all chunks together. */
    readonly explained?: readonly Match[] | undefined;
  };
  readonly gaps: GapReport;
  readonly parks: ParkComposition;
  /** Placements of chunk n that are not among its explained matches, explained: all together would be no one's size. */
  readonly [explained: ExplainedPart]: readonly Match[];
}
type ExplainedPart = `explained.${number}`;
/** What a round consists of besides its chunks; explanations come with the assignment. */
export const ROUND_PARTS = ['assignment', 'gaps', 'parks'] as const satisfies readonly (keyof RoundParts)[];
export type RoundPartName = (typeof ROUND_PARTS)[number] | ExplainedPart;

/** Name of the part that explains placements of a chunk. */
export function explainedPart(chunk: number): ExplainedPart {
  return `explained.${chunk}`;
}

export interface ReportEntry {
  readonly result: {
    readonly id: string;
    readonly hash: string;
    readonly title: string;
    readonly university: string | null;
    readonly sectors: readonly { readonly code: string; readonly weight: number }[];
    readonly trl: { readonly low: number; readonly high: number; readonly source: string } | null;
    readonly asked: readonly string[];
  };
  readonly matches: readonly Match[];
  readonly noFits: readonly NoFit[];
  /** Where the plan puts the result, with what to do about it; the match of each is among `matches`. */
  readonly placements: readonly PlacementSheet[];
}

export interface ReportCarrier {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly slots: number | null;
  readonly recommended: { readonly [purpose in Purpose]: number };
}

export const REPORT_FORMAT = 'jianyuan.round-report/2';

/** The report of a round: everything that it says can be recomputed from the frozen inputs. */
export interface RoundReport extends ReportHead {
  /** One for each result, in the order of the plan. */
  readonly entries: readonly ReportEntry[];
}

/** A report without its entries: what is kept, and small whatever the size of the round. */
export interface ReportHead {
  readonly format: typeof REPORT_FORMAT;
  readonly roundId: string;
  readonly createdAt: string;
  readonly profile: { readonly id: string; readonly version: string; readonly name: Bilingual };
  readonly engine: string;
  readonly embedding: EmbeddingUse;
  /** Fingerprint of the corpus model that it was matched with. */
  readonly model: string;
  readonly purposes: readonly Purpose[];
  readonly totals: {
    readonly results: number;
    readonly carriers: number;
    readonly pairs: number;
    readonly recommended: { readonly [purpose in Purpose]: number };
    readonly resultsServed: { readonly [purpose in Purpose]: number };
    readonly resultsWithout: { readonly [purpose in Purpose]: number };
  };
  readonly carriers: readonly ReportCarrier[];
  readonly terms: AssignmentTerms;
  readonly assignment: RoundAssignment;
  readonly gaps: GapReport;
  readonly parks: ParkComposition;
  readonly targets: readonly Gauge[];
  /** sha256 over the hashes of the canonical JSON of all entries, in their order. */
  readonly entriesHash: string;
  /** Against the round before; null for the first one. Like number and date no part of the hash. */
  readonly difference: PlanDifference | null;
  /**
   * sha256 over the canonical JSON of the head but `roundId`, `createdAt`, `difference` and `hash`: equal inputs,
   * equal hash.
   */
  readonly hash: string;
}

/** The plan of a round for all results together: who takes what, under the capacities of all carriers. */
import { z } from 'zod';
import type { Bilingual } from './match.ts';
import type { Purpose } from './purpose.ts';
import type { Pair, Ruling } from './review.ts';

export const OBJECTIVES = ['total', 'worst_first'] as const;
/** `total`: the greatest sum of affinities; `worst_first`: the worst placement as good as it can be, then the sum. */
export type Objective = (typeof OBJECTIVES)[number];

/** To how many carriers one result may go, however it is asked for. */
export const MOST_PER_RESULT = 10;
export const PerResultSchema = z.int().min(1).max(MOST_PER_RESULT);

/** One result's own number of carriers that it may go to, at most; of a purpose that is absent it has none. */
export interface ResultDemand {
  readonly resultId: string;
  readonly transfer?: number | undefined;
  readonly pilot?: number | undefined;
}

/** What a round settles of its plan before it is started. */
export interface AssignmentTerms {
  /** Carriers that one result may go to, at most. */
  readonly perResult: { readonly [purpose in Purpose]: number };
  /** Results for which that number is another, in the order of ids; absent where there are none. */
  readonly demands?: readonly ResultDemand[] | undefined;
  /** Slots of a carrier that states none. Unknown is not zero, and not without end. */
  readonly assumedSlots: number;
  readonly objective: Objective;
  /** Candidates whose affinities differ by no more than this are drawn between; 0: no draw. */
  readonly nearTie: number;
  /** Seeds the draws. */
  readonly seed: string;
  /** Earlier decisions, as they stood. */
  readonly decisions: readonly Ruling[];
}

/** Terms where nothing else is said; seed and decisions come with the round. */
export const DEFAULT_TERMS: AssignmentTerms = {
  perResult: { transfer: 1, pilot: 1 },
  assumedSlots: 3,
  objective: 'total',
  nearTie: 0.01,
  seed: '',
  decisions: [],
};

export interface Draw {
  /** Carriers that were in the draw, in the order of ids; the one drawn is among them. */
  readonly candidates: readonly string[];
  /** 1 ÷ number of candidates. */
  readonly probability: number;
}

export interface Placement extends Pair {
  readonly affinity: number;
  /** Place of the carrier among the candidates of the result, 1 is best. */
  readonly rank: number;
  readonly basis: 'optimum' | 'decision' | 'draw';
  readonly draw: Draw | null;
  /** The carrier is run by, or named after, the result's own university: to be declared. */
  readonly relatedParty: boolean;
}

export interface Unplaced {
  readonly resultId: string;
  readonly purpose: Purpose;
  /** `no_candidate`: no pair is recommended; `capacity`: all recommended carriers are full. */
  readonly reason: 'no_candidate' | 'capacity';
  /** Recommended carriers that are full, best first. */
  readonly wanted: readonly { readonly carrierId: string; readonly affinity: number }[];
}

/** Slots that placements draw on: of all purposes together, or apart where a carrier states its pilot lots. */
export interface CapacityPool {
  readonly carrierId: string;
  readonly purposes: readonly Purpose[];
  readonly slots: number;
  readonly source: 'stated' | 'assumed';
  readonly taken: number;
  /** What one more slot would add to the greatest total; null where floor area decides: then nobody knows. */
  readonly worthOfSlot: number | null;
}

/** Figures by which two plans are compared. */
export interface PlanMeasures {
  readonly placements: number;
  readonly totalAffinity: number;
  /** The same where every carrier keeps its best up to its slots and sends the others away. */
  readonly withinSlots: number;
  /** Placements beyond the slots, and the carriers that they fall on. */
  readonly overloads: number;
  readonly overloadedCarriers: number;
  /** Slots of carriers with a candidate that stay empty. */
  readonly unusedSlots: number;
  /** Results, counted by purpose, with a placement; of those with a candidate. */
  readonly served: number;
  readonly servable: number;
  /** Least affinity that a served result gets from its best placement; null where nobody is served. */
  readonly worstServed: number | null;
}

export interface ComparedPlan extends PlanMeasures {
  /** `independent`: each result goes to its best carriers, whoever else wants them; `assigned`: this solver. */
  readonly kind: 'independent' | 'assigned';
  readonly objective: Objective | null;
  /** Carriers that a result may go to. */
  readonly perResult: number;
}

/** Why no plan meets all conditions, and the smallest change that would. */
export interface PlanObstacle {
  readonly carriers: readonly string[];
  readonly pairs: readonly Pair[];
  readonly missingSlots: number;
  readonly why: Bilingual;
  readonly change: Bilingual;
}

export interface RoundAssignment {
  readonly placements: readonly Placement[];
  readonly unplaced: readonly Unplaced[];
  readonly pools: readonly CapacityPool[];
  readonly measures: PlanMeasures;
  /** Other plans over the same candidates. */
  readonly compared: readonly ComparedPlan[];
  /** Null where a plan was found. */
  readonly obstacle: PlanObstacle | null;
  /** The greatest total that any plan under these conditions can have; null where there is none. */
  readonly optimum: number | null;
  /** What the draws between near-ties took from it. */
  readonly costOfDraws: number;
  readonly concentration: readonly Concentration[];
  /** The served results with the least affinity, worst first. */
  readonly worst: readonly Placement[];
}

/** How placements spread over universities, carriers or sectors. */
export interface Concentration {
  readonly by: 'university' | 'carrier' | 'sector';
  /** Herfindahl–Hirschman index of the shares, 0–1: 1 ÷ n where n have equal shares, 1 where one has all. */
  readonly hhi: number;
  /** Largest share first. */
  readonly shares: readonly {
    readonly code: string;
    readonly candidates: number;
    readonly placements: number;
    readonly share: number;
  }[];
}

/** What has changed against an earlier round: exactly the placements that are not in both. */
export interface PlanDifference {
  /** The earlier round. */
  readonly previous: string;
  readonly kept: number;
  readonly added: readonly Pair[];
  readonly removed: readonly Pair[];
}

/** What a plan of placements is made from: candidates, capacities, decisions. No texts. */
import type { AssignmentTerms } from '../../domain/assignment.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { Candidates } from '../../domain/round.ts';
import type { LinearSolver } from '../assign/linear-solver.ts';

export interface PlanCarrier {
  readonly id: string;
  readonly name: string;
  readonly operator: string | undefined;
  /** Projects that it can take this round; undefined: not stated. */
  readonly slots: number | undefined;
  /** Pilot lots of this round, where it counts them apart from its slots. */
  readonly pilotLots: number | undefined;
  readonly areaFreeM2: number | undefined;
}

export interface PlanResult {
  readonly id: string;
  readonly university: string | undefined;
  /** Code of the main sector; null where none is known. */
  readonly sector: string | null;
  /** Floor area that it asks for; null where it asks for none. */
  readonly askedAreaM2: number | null;
}

/** As chunks bring them; of very many results they are packed (packed-candidates.ts). */
export interface PlanCandidates {
  readonly resultId: string;
  readonly purpose: Purpose;
  readonly carriers: Iterable<Candidates['carriers'][number]>;
}

export interface PlanInput {
  readonly purposes: readonly Purpose[];
  readonly terms: AssignmentTerms;
  /** In the order of the round's plan. */
  readonly results: readonly PlanResult[];
  readonly carriers: readonly PlanCarrier[];
  /** Recommended pairs, and pairs that a reviewer has approved; of results and carriers above only. */
  readonly candidates: readonly PlanCandidates[];
  /** Names under which a university is known, its own first; none where it is not known. */
  readonly aliasesOf: (university: string) => readonly string[];
  /** Needed where floor area decides. */
  readonly solver: LinearSolver | null;
}

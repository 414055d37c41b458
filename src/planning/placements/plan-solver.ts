/**
 * The plans of one round over the same candidates: encoded once, and nothing solved twice. The plan that the round asks
 * for is mostly one of those that it is compared with, and where the worst go first the best plan is the beginning.
 */
import type { Objective } from '../../domain/assignment.ts';
import type { Pair } from '../../domain/review.ts';
import type { Steps } from '../../engine/model/steps.ts';
import type { AssignmentProblem, SideConstraint } from '../assign/problem.ts';
import type { Assignment, Obstacle } from '../assign/solution.ts';
import { type EarlierAnswer, solvingSteps } from '../assign/solve-assignment.ts';
import type { Pool } from './capacity-pools.ts';
import type { Demand } from './demand.ts';
import { type EncodedPlan, encodePlan } from './encode.ts';
import { floorAreas } from './floor-area.ts';
import type { Chosen } from './measure.ts';
import type { PlanInput } from './plan-input.ts';
import { type PlanRow, rowKey } from './rows.ts';
import { solvePlan } from './solve-plan.ts';

export interface SolvedRound {
  readonly chosen: Chosen;
  readonly total: number;
  readonly slotPrice: Float64Array | null;
}

export type Answer = SolvedRound | { readonly obstacles: readonly Obstacle[] };

/** A plan over nearly the same candidates: rows and pools of before stand where they stood, new ones after them. */
export interface EarlierPlan {
  readonly pairs: readonly Pair[];
  /** By pool. */
  readonly slotPrice: Float64Array;
}

interface Kept {
  readonly most: Int32Array;
  readonly best: Assignment;
  readonly answers: Map<Objective, Answer>;
}

export class PlanSolver {
  private readonly input: PlanInput;
  private readonly rows: readonly PlanRow[];
  private readonly encoded: EncodedPlan;
  private readonly sides: readonly SideConstraint[];
  private readonly earlier: EarlierAnswer | undefined;
  private readonly kept: Kept[] = [];

  /** `earlier`: where solving begins; it saves time and changes nothing else. */
  constructor(input: PlanInput, rows: readonly PlanRow[], pools: readonly Pool[], earlier?: EarlierPlan) {
    this.input = input;
    this.rows = rows;
    this.encoded = encodePlan(rows, pools);
    this.sides = floorAreas(input, rows, this.encoded);
    this.earlier = earlier && this.placesOf(earlier, pools);
  }

  *solve(demand: Demand, objective: Objective): Steps<Answer> {
    const problem = this.problemFor(demand);
    const { best, answers } = yield* this.bestOf(problem);
    if (best.status === 'infeasible') return best;
    const before = answers.get(objective);
    if (before) return before;
    const solved = yield* solvePlan(problem, best, this.sides, objective, this.input.solver);
    const answer =
      solved.status === 'infeasible' ? solved : { ...solved, chosen: this.decode(solved.chosen) };
    answers.set(objective, answer);
    return answer;
  }

  /** What a reviewer has approved stands, also where a result may now go to fewer carriers. */
  private problemFor(demand: Demand): AssignmentProblem {
    const { problem, fixed } = this.encoded;
    const most = Int32Array.from(this.rows, (row, at) => Math.max(demand(row), fixed[at]!));
    return { ...problem, demand: { least: new Int32Array(this.rows.length), most } };
  }

  private *bestOf(problem: AssignmentProblem): Steps<Kept> {
    const { most } = problem.demand;
    const before = this.kept.find((each) => each.most.every((count, row) => count === most[row]));
    if (before) return before;
    const kept = {
      most,
      best: yield* solvingSteps(problem, this.earlier),
      answers: new Map<Objective, Answer>(),
    };
    this.kept.push(kept);
    return kept;
  }

  private placesOf({ pairs, slotPrice }: EarlierPlan, pools: readonly Pool[]): EarlierAnswer {
    const before = new Map<string, string[]>();
    for (const pair of pairs) {
      const key = rowKey(pair);
      before.set(key, [...(before.get(key) ?? []), pair.carrierId]);
    }
    const chosen: number[] = [];
    let first = 0;
    for (const row of this.rows) {
      const own = before.get(rowKey(row));
      if (own)
        row.options.forEach(({ carrierId }, option) => {
          if (own.includes(carrierId)) chosen.push(first + option);
        });
      first += row.count;
    }
    const prices = new Float64Array(pools.length);
    prices.set(slotPrice);
    return { slotPrice: prices, chosen: Int32Array.from(chosen) };
  }

  private decode(edges: Int32Array): Chosen {
    const { problem, optionOf } = this.encoded;
    const chosen = this.rows.map((): number[] => []);
    for (const edge of edges) chosen[problem.edges.row[edge]!]!.push(optionOf[edge]!);
    for (const options of chosen) options.sort((a, b) => a - b);
    return chosen;
  }
}

/**
 * Whether there is a plan in which no row that must be served has a pair below a level. What the pairs are worth
 * beyond that does not matter, so it is asked without weights, and what was found for one level is the beginning of the
 * next question.
 */
import type { Steps } from '../../engine/model/steps.ts';
import type { CandidateGraph } from './candidate-graph.ts';
import { Placement } from './placement.ts';
import { seatRows } from './seat-rows.ts';

export class ReachableLevels {
  private readonly placement: Placement;
  private readonly isProtected: (row: number) => boolean;

  /**
   * `mustBeServed`: by row of the problem, so many pairs; fixed ones count, which the graph has taken out. `plan`: edges
   * of the problem that serve everybody from some level on; the search begins there.
   */
  constructor(graph: CandidateGraph, mustBeServed: Int32Array, plan: Int32Array) {
    this.placement = new Placement(graph);
    this.isProtected = (row) => mustBeServed[row]! > 0;
    this.seatAsPlanned(new Set(plan));
  }

  /** Weights of protected rows above the one that is reached already and up to the most, ascending, each once. */
  above(reached: number): Float64Array {
    const { weight, rowOf } = this.placement.graph;
    const most = this.most();
    const within = weight
      .filter((each, edge) => each > reached && each <= most && this.isProtected(rowOf[edge]!))
      .sort();
    return within.filter((each, i) => i === 0 || each > within[i - 1]!);
  }

  *reach(level: number): Steps<boolean> {
    const { placement } = this;
    const { weight, rowOf } = placement.graph;
    const mayUse = (edge: number) => weight[edge]! >= level || !this.isProtected(rowOf[edge]!);
    for (let edge = 0; edge < weight.length; edge++)
      if (placement.chosen[edge] === 1 && !mayUse(edge)) placement.drop(edge);
    return yield* seatRows(placement, mayUse);
  }

  /** Nobody has more than it needs: then a column that is full is full of needs. */
  private seatAsPlanned(plan: ReadonlySet<number>): void {
    const { given, graph } = this.placement;
    for (let edge = 0; edge < graph.weight.length; edge++) {
      const row = graph.rowOf[edge]!;
      if (plan.has(graph.origin[edge]!) && given[row]! < graph.demand.least[row]!)
        this.placement.choose(edge);
    }
  }

  /** No row can be served from above its best pair. Infinite where no row needs one. */
  private most(): number {
    const { rows, rowStart, weight, demand } = this.placement.graph;
    let most = Number.POSITIVE_INFINITY;
    for (let row = 0; row < rows; row++) {
      if (demand.least[row]! <= 0) continue;
      let best = Number.NEGATIVE_INFINITY;
      for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge++) best = Math.max(best, weight[edge]!);
      most = Math.min(most, best);
    }
    return most;
  }
}

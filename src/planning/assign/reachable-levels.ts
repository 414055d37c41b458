/**
 * Whether there is a plan in which no row that must be served has a pair below a level. What the pairs are worth
 * beyond that does not matter, so it is asked without weights, and what was found for one level is the beginning of the
 * next question.
 *
 * Rows that must be served and columns that must be filled are looked at apart: where each can be had by itself, both
 * can be had together (the symmetric supply-demand theorem, Ford & Fulkerson 1962, II.2).
 */
import type { Steps } from '../../engine/model/steps.ts';
import type { CandidateGraph } from './candidate-graph.ts';
import { Placement } from './placement.ts';
import { type SeekingSide, seatSeekers } from './seat-seekers.ts';

export class ReachableLevels {
  private readonly graph: CandidateGraph;
  private readonly isProtected: (row: number) => boolean;
  private readonly sides: readonly SeekingSide[];

  /**
   * `mustBeServed`: by row of the problem, so many pairs; fixed ones count, which the graph has taken out. `plan`: edges
   * of the problem that serve everybody from some level on; the search begins there.
   */
  constructor(graph: CandidateGraph, mustBeServed: Int32Array, plan: Int32Array) {
    this.graph = graph;
    this.isProtected = (row) => mustBeServed[row]! > 0;
    const columnsSeek = graph.capacity.least.some((least) => least > 0);
    this.sides = columnsSeek ? [seekingRows(graph), seekingColumns(graph)] : [seekingRows(graph)];
    const planned = new Set(plan);
    for (const side of this.sides) seatAsPlanned(side, (edge) => planned.has(graph.origin[edge]!));
  }

  /** No row can be served from above its best pair. Infinite where no row needs one. */
  get most(): number {
    const { rows, rowStart, weight, demand } = this.graph;
    let most = Number.POSITIVE_INFINITY;
    for (let row = 0; row < rows; row++) {
      if (demand.least[row]! <= 0) continue;
      let best = Number.NEGATIVE_INFINITY;
      for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge++) best = Math.max(best, weight[edge]!);
      most = Math.min(most, best);
    }
    return most;
  }

  /** Weights of protected rows above the one that is reached already and up to the most, ascending, each once. */
  above(reached: number): Float64Array {
    const { weight, rowOf } = this.graph;
    const { most } = this;
    const within = weight
      .filter((each, edge) => each > reached && each <= most && this.isProtected(rowOf[edge]!))
      .sort();
    return within.filter((each, i) => i === 0 || each > within[i - 1]!);
  }

  *reach(level: number): Steps<boolean> {
    const { weight, rowOf } = this.graph;
    const mayUse = (edge: number) => weight[edge]! >= level || !this.isProtected(rowOf[edge]!);
    for (const side of this.sides) {
      const { chosen } = side.placement;
      for (let edge = 0; edge < chosen.length; edge++)
        if (chosen[edge] === 1 && !mayUse(edge)) side.placement.drop(edge);
      if (!(yield* seatSeekers(side, mayUse))) return false;
    }
    return true;
  }
}

/** Nobody has more than he needs: then a place that is full is full of needs. */
function seatAsPlanned(
  { placement, seekerOf, need, has }: SeekingSide,
  isPlanned: (edge: number) => boolean,
): void {
  for (let edge = 0; edge < seekerOf.length; edge++)
    if (isPlanned(edge) && has[seekerOf[edge]!]! < need[seekerOf[edge]!]!) placement.choose(edge);
}

/** Rows that need their least, in columns as large as they are. */
function seekingRows(graph: CandidateGraph): SeekingSide {
  const placement = new Placement(graph);
  return {
    placement,
    need: graph.demand.least,
    has: placement.given,
    start: graph.rowStart,
    edgeAt: (i) => i,
    seekerOf: graph.rowOf,
    placeOf: graph.columnOf,
    room: graph.capacity.most,
    load: placement.load,
    takenStart: graph.columnStart,
    taken: placement.columnChosen,
  };
}

/** Columns that need their least, of rows that give as many as they may. */
function seekingColumns(graph: CandidateGraph): SeekingSide {
  const placement = new Placement(graph);
  return {
    placement,
    need: graph.capacity.least,
    has: placement.load,
    start: graph.columnStart,
    edgeAt: (i) => graph.columnEdges[i]!,
    seekerOf: graph.columnOf,
    placeOf: graph.rowOf,
    room: graph.demand.most,
    load: placement.given,
    takenStart: graph.rowStart,
    taken: placement.rowChosen,
  };
}

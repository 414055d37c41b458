/**
 * Why no plan is possible although every row has candidates: the cut behind which a search could find no end.
 *
 * Seen from overloaded columns that nothing relieves, every column reached is full and every row in them needs its
 * place: together more places than slots. The overload that is left is the value of a minimum cut, so no smaller
 * number of added slots helps (Ford & Fulkerson 1956).
 */
import type { CandidateGraph } from './candidate-graph.ts';
import type { Placement } from './placement.ts';
import type { AssignmentProblem } from './problem.ts';
import type { LoadObstacle, SlotsObstacle } from './solution.ts';

export function slotsObstacle(
  problem: AssignmentProblem,
  placement: Placement,
  reached: ReadonlySet<number>,
): SlotsObstacle {
  const { capacity } = placement.graph;
  const columns = [...reached].sort((a, b) => a - b);
  const free = columns
    .map((column) => ({ column, slots: placement.load[column]! - capacity.most[column]! }))
    .filter(({ slots }) => slots > 0);
  const missing = free.reduce((sum, { slots }) => sum + slots, 0);
  const offered = columns.reduce((sum, column) => sum + problem.capacity.most[column]!, 0);
  const rows = rowsWhere(placement.graph, (edge) => placement.chosen[edge] === 1, reached);
  return { kind: 'slots', rows, columns, needed: offered + missing, offered, missing, free };
}

/** The same from columns below their least load: whoever could come is there already. */
export function loadObstacle(
  problem: AssignmentProblem,
  placement: Placement,
  reached: ReadonlySet<number>,
): LoadObstacle {
  const { capacity } = placement.graph;
  const columns = [...reached].sort((a, b) => a - b);
  const free = columns
    .map((column) => ({ column, fewer: capacity.least[column]! - placement.load[column]! }))
    .filter(({ fewer }) => fewer > 0);
  const missing = free.reduce((sum, { fewer }) => sum + fewer, 0);
  const needed = columns.reduce((sum, column) => sum + problem.capacity.least[column]!, 0);
  const rows = rowsWhere(placement.graph, () => true, reached);
  return { kind: 'load', rows, columns, needed, offered: needed - missing, missing, free };
}

function rowsWhere(
  { rowOf, columnOf, weight }: CandidateGraph,
  counts: (edge: number) => boolean,
  columns: ReadonlySet<number>,
): number[] {
  const rows = new Set<number>();
  for (let edge = 0; edge < weight.length; edge++)
    if (counts(edge) && columns.has(columnOf[edge]!)) rows.add(rowOf[edge]!);
  return [...rows];
}

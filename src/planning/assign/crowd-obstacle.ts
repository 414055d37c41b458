/**
 * Why no plan is possible although every row has candidates: the cut behind which a search could find no end.
 *
 * Seen from overloaded columns that nothing relieves, every column reached is full and every row in them needs its
 * place: together more places than slots. The overload that is left is the value of a minimum cut, so no smaller
 * number of added slots helps (Ford & Fulkerson 1956).
 */
import type { Placement } from './placement.ts';
import type { AssignmentProblem } from './problem.ts';
import type { SlotsObstacle } from './solution.ts';

export function slotsObstacle(
  problem: AssignmentProblem,
  { graph, chosen, load }: Placement,
  reached: ReadonlySet<number>,
): SlotsObstacle {
  const { capacity, rowOf, columnOf } = graph;
  const columns = [...reached].sort((a, b) => a - b);
  const free = columns
    .map((column) => ({ column, slots: load[column]! - capacity[column]! }))
    .filter(({ slots }) => slots > 0);
  const missing = free.reduce((sum, { slots }) => sum + slots, 0);
  const offered = columns.reduce((sum, column) => sum + problem.capacity[column]!, 0);
  const rows = new Set<number>();
  for (let edge = 0; edge < chosen.length; edge++)
    if (chosen[edge] === 1 && reached.has(columnOf[edge]!)) rows.add(rowOf[edge]!);
  return { kind: 'slots', rows: [...rows], columns, needed: offered + missing, offered, missing, free };
}

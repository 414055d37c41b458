/** What stands in the way at first sight: fixed pairs against bounds, rows with too few candidates. */
import type { CandidateGraph } from './candidate-graph.ts';
import type { AssignmentProblem } from './problem.ts';
import type { FixedObstacle, Obstacle } from './solution.ts';

export function plainObstacles(problem: AssignmentProblem, graph: CandidateGraph): Obstacle[] {
  return [...contradictions(problem), ...overfixed(problem, graph), ...shortRows(problem, graph)];
}

function contradictions({ columns, must, mustNot }: AssignmentProblem): Obstacle[] {
  const forbidden = new Set(mustNot.map(({ row, column }) => row * columns + column));
  return must
    .filter(({ row, column }) => forbidden.has(row * columns + column))
    .map((pair) => ({ kind: 'contradiction', pair }));
}

function overfixed(problem: AssignmentProblem, { demand, capacity }: CandidateGraph): Obstacle[] {
  return [
    ...beyond('fixed-row', demand.most, problem.demand.most),
    ...beyond('fixed-column', capacity, problem.capacity),
  ];
}

function beyond(kind: FixedObstacle['kind'], left: Int32Array, most: Int32Array): FixedObstacle[] {
  const obstacles: FixedObstacle[] = [];
  for (let at = 0; at < left.length; at++)
    if (left[at]! < 0) obstacles.push({ kind, at, fixed: most[at]! - left[at]!, most: most[at]! });
  return obstacles;
}

function shortRows(problem: AssignmentProblem, { rows, rowStart, demand }: CandidateGraph): Obstacle[] {
  const obstacles: Obstacle[] = [];
  for (let row = 0; row < rows; row++) {
    const free = rowStart[row + 1]! - rowStart[row]!;
    const missing = demand.least[row]! - free;
    if (missing > 0) {
      const least = problem.demand.least[row]!;
      obstacles.push({ kind: 'candidates', row, candidates: least - missing, least });
    }
  }
  return obstacles;
}

/** What somebody would solve an assignment with instead. */
import type { AssignmentProblem } from '../../src/planning/assign/problem.ts';

export interface AssignmentPeer {
  /** Brings the problem into the form that the solver takes; not counted. */
  prepare(problem: AssignmentProblem): void;
  /** The largest total, in units of 1e-9 and rounded to them. */
  solve(): number;
}

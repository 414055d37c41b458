/**
 * A process of its own for one solver and one problem, so that memory is told apart. Arguments: solver, problem as JSON.
 * Answers with what the solutions took.
 */
import type { AssignmentProblem } from '../../src/planning/assign/problem.ts';
import { solveAssignment } from '../../src/planning/assign/solve-assignment.ts';
import type { AssignmentPeer } from '../peers/assignment-peer.ts';
import { glpkAssignment } from '../peers/glpk-assignment.ts';
import { highsAssignment } from '../peers/highs-assignment.ts';
import { shortestPaths } from '../peers/shortest-paths.ts';
import { midlFolder, readMidl } from './midl.ts';
import { type SyntheticSize, syntheticProblem } from './synthetic.ts';

export type SolverName = 'engine' | 'HiGHS' | 'GLPK' | 'shortest paths';

export interface Solved {
  readonly total: number;
  /** The very first solution of the process, while code is still being compiled. */
  readonly first: number;
  /** Solutions after the warm-up; where one takes longer than that, the first. */
  readonly ms: readonly number[];
  readonly cpu: readonly number[];
  /** The most memory that the process ever had, and what it had before solving; bytes. */
  readonly peak: number;
  readonly before: number;
}

/** Solved again and again until processors have worked so long on it: before anything counts, and counting. */
const WARM_UP_MS = 2_000;
const COUNTED_MS = 2_000;
const MOST_RUNS = 60;

const SOLVERS: Record<SolverName, () => AssignmentPeer | Promise<AssignmentPeer>> = {
  engine,
  HiGHS: highsAssignment,
  GLPK: glpkAssignment,
  'shortest paths': shortestPaths,
};

const [name = '', size = ''] = process.argv.slice(2);
const solver = await SOLVERS[name as SolverName]();
solver.prepare(
  size === 'midl' ? readMidl(midlFolder()!) : syntheticProblem(JSON.parse(size) as SyntheticSize),
);
process.send!(measure(solver));

function measure({ solve }: AssignmentPeer): Solved {
  const before = process.resourceUsage().maxRSS * 1024;
  const { total, runs: cold } = repeated(solve, WARM_UP_MS);
  const runs = cold.length > 1 ? repeated(solve, COUNTED_MS).runs : cold;
  return {
    total,
    first: cold[0]!.ms,
    ms: runs.map(({ ms }) => ms),
    cpu: runs.map(({ cpu }) => cpu),
    peak: process.resourceUsage().maxRSS * 1024,
    before,
  };
}

function repeated(
  solve: () => number,
  enough: number,
): { total: number; runs: { ms: number; cpu: number }[] } {
  const runs: { ms: number; cpu: number }[] = [];
  let total = 0;
  for (
    let spent = 0;
    runs.length === 0 || (spent < enough && runs.length < MOST_RUNS);
    spent += runs.at(-1)!.cpu
  ) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    total = solve();
    const { user, system } = process.cpuUsage(used);
    runs.push({ ms: performance.now() - start, cpu: (user + system) / 1000 });
  }
  return { total, runs };
}

function engine(): AssignmentPeer {
  let given: AssignmentProblem;
  return {
    prepare(problem) {
      given = problem;
    },
    solve() {
      const answer = solveAssignment(given);
      if (answer.status === 'infeasible') throw new Error('the engine: no plan is possible');
      return answer.total;
    },
  };
}

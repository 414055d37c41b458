/**
 * A process of its own for one solver and one problem, so that memory is told apart. Arguments: solver, problem as JSON.
 * Answers with what the solutions took.
 */
import type { AssignmentProblem } from '../../src/engine/assign/problem.ts';
import { solveAssignment } from '../../src/engine/assign/solve-assignment.ts';
import type { AssignmentPeer } from '../peers/assignment-peer.ts';
import { glpkAssignment } from '../peers/glpk-assignment.ts';
import { highsAssignment } from '../peers/highs-assignment.ts';
import { shortestPaths } from '../peers/shortest-paths.ts';
import { midlFolder, readMidl } from './midl.ts';
import { type SyntheticSize, syntheticProblem } from './synthetic.ts';

export type SolverName = 'engine' | 'HiGHS' | 'GLPK' | 'shortest paths';

export interface Solved {
  readonly total: number;
  /** One a solution, in their order: the first ones are slower, until the code is compiled. */
  readonly ms: readonly number[];
  readonly cpu: readonly number[];
  /** The most memory that the process ever had, and what it had before solving; bytes. */
  readonly peak: number;
  readonly before: number;
}

/** Repeated while all together take no longer than this, at least once. */
const LONG_ENOUGH_MS = 2_000;
const MOST_RUNS = 15;

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
  const ms: number[] = [];
  const cpu: number[] = [];
  let total = 0;
  for (
    let spent = 0;
    ms.length === 0 || (spent < LONG_ENOUGH_MS && ms.length < MOST_RUNS);
    spent += ms.at(-1)!
  ) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    total = solve();
    const { user, system } = process.cpuUsage(used);
    ms.push(performance.now() - start);
    cpu.push((user + system) / 1000);
  }
  return { total, ms, cpu, peak: process.resourceUsage().maxRSS * 1024, before };
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

/** GLPK, compiled to WebAssembly (glpk.js; GPL, so for measuring only), with the problem as a linear program. */
import loadGlpk from 'glpk.js/node';
import {
  type AssignmentProblem,
  type Bounds,
  UNBOUNDED,
  unitsOf,
} from '../../src/planning/assign/problem.ts';
import type { AssignmentPeer } from './assignment-peer.ts';

export async function glpkAssignment(): Promise<AssignmentPeer> {
  const glpk = await loadGlpk();
  let program: Parameters<typeof glpk.solve>[0];
  return {
    prepare(problem) {
      const variables = Array.from(problem.edges.row, (_row, edge) => `x${edge}`);
      program = {
        name: 'assignment',
        objective: {
          direction: glpk.GLP_MAX,
          name: 'total',
          vars: variables.map((name, edge) => ({ name, coef: problem.edges.weight[edge]! })),
        },
        subjectTo: [
          ...limits('r', problem.demand, problem.edges.row),
          ...limits(
            'c',
            { least: new Int32Array(problem.columns), most: problem.capacity },
            problem.edges.column,
          ),
        ],
        bounds: variables.map((name) => ({ name, type: glpk.GLP_DB, lb: 0, ub: 1 })),
      };
    },
    solve() {
      const { result } = glpk.solve(program, { msglev: glpk.GLP_MSG_OFF, presol: true });
      if (result.status !== glpk.GLP_OPT) throw new Error(`GLPK: status ${result.status}`);
      return unitsOf(result.z);
    },
  };

  function limits(letter: string, { least, most }: Bounds, of: AssignmentProblem['edges']['row']) {
    const vars: { name: string; coef: number }[][] = Array.from(least, () => []);
    of.forEach((at, edge) => {
      vars[at]!.push({ name: `x${edge}`, coef: 1 });
    });
    return vars.map((own, at) => {
      const [lb, ub] = [least[at]!, most[at]! === UNBOUNDED ? own.length : most[at]!];
      return {
        name: `${letter}${at}`,
        vars: own,
        bnds: { type: lb === ub ? glpk.GLP_FX : glpk.GLP_DB, lb, ub },
      };
    });
  }
}

/** HiGHS, compiled to WebAssembly, with the problem as a linear program: its corners are whole by themselves. */
import loadHighs from 'highs';
import { lpText } from '../../src/planning/assign/lp-text.ts';
import type { AssignmentPeer } from './assignment-peer.ts';

const load = loadHighs as typeof loadHighs & typeof loadHighs.default;

export async function highsAssignment(): Promise<AssignmentPeer> {
  const highs = await load();
  let program = '';
  return {
    prepare(problem) {
      const edges = Array.from(problem.edges.row, (_row, edge) => edge);
      program = lpText(problem, edges, new Set(), []);
    },
    solve() {
      const { Status, ObjectiveValue } = highs.solve(program, { output_flag: false });
      if (Status !== 'Optimal') throw new Error(`HiGHS: ${Status}`);
      return Math.round(ObjectiveValue);
    },
  };
}

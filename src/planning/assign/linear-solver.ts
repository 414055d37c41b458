/** What is needed of a solver of linear programs; HiGHS, compiled to WebAssembly, does it. */
import loadHighs from 'highs';

/** Takes a program in CPLEX LP format. `value` gives a variable of the answer. */
export type LinearSolver = (program: string) => {
  readonly status: string;
  readonly value: (variable: string) => number;
};

/** Gaps of 0: "optimal" is to mean the best, not nearly so. Seeded, single-threaded: the same program, the same answer. */
const EXACT = { mip_rel_gap: 0, mip_abs_gap: 0, random_seed: 0, output_flag: false } as const;

export async function loadLinearSolver(): Promise<LinearSolver> {
  // its types describe the CommonJS build, whose function is one level deeper than that of the module loaded here
  const load = loadHighs as typeof loadHighs & typeof loadHighs.default;
  const highs = await load();
  return (program) => {
    const { Status, Columns } = highs.solve(program, EXACT);
    return {
      status: Status,
      value: (variable) => {
        const column = Columns[variable];
        if (column === undefined || !('Primal' in column)) throw new Error(`no value for ${variable}`);
        return column.Primal;
      },
    };
  };
}

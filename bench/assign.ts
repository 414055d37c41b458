/**
 * The assignment beside general solvers and the one that everybody writes, all in this run. MIDL is measured where
 * JIANYUAN_EVAL names a folder that holds it; the largest size with --large (HiGHS takes more than a gigabyte there).
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { midlFolder } from './assignment/midl.ts';
import type { Solved, SolverName } from './assignment/solver-process.ts';
import type { SyntheticSize } from './assignment/synthetic.ts';
import { loadNote } from './measuring/machine.ts';
import { median } from './measuring/numbers.ts';
import { megabytes, milliseconds, printTable, times } from './measuring/table.ts';

const PROCESS = fileURLToPath(new URL('./assignment/solver-process.ts', import.meta.url));

interface Sized {
  readonly title: string;
  readonly problem: 'midl' | SyntheticSize;
  readonly solvers: readonly SolverName[];
}

const SMALL = { rows: 3_000, columns: 200, perRow: 20, seed: 1 };
const LARGE = { rows: 30_000, columns: 500, perRow: 20, seed: 1 };
const ALL: readonly SolverName[] = ['engine', 'HiGHS', 'GLPK', 'shortest paths'];
/** GLPK takes minutes beyond MIDL. */
const FAST: readonly SolverName[] = ['engine', 'HiGHS', 'shortest paths'];
/** Shortest paths by hand do not end within minutes where 30,000 rows want the same columns. */
const CROWDED: readonly SolverName[] = ['engine', 'HiGHS'];

const { values } = parseArgs({
  options: { large: { type: 'boolean', default: false } },
  // sizes of the other benches, where all are run
  strict: false,
});
const sizes: Sized[] = [
  ...(midlFolder()
    ? [{ title: 'MIDL, 118 papers × 177 reviewers', problem: 'midl' as const, solvers: ALL }]
    : []),
  ...synthetic('3,000 × 200, 60,000 pairs', SMALL),
  ...(values.large ? synthetic('30,000 × 500, 600,000 pairs', LARGE) : []),
];
for (const sized of sizes) await compare(sized);

/** Slots a tenth more than rows, and one each, where everybody wants the same: much more is fought over. */
function synthetic(title: string, size: Omit<SyntheticSize, 'wants' | 'slotsPerRow'>): Sized[] {
  return [
    { title, problem: { ...size, slotsPerRow: 1.1, wants: 'evenly' }, solvers: FAST },
    {
      title: `${title}, the same carriers wanted by all`,
      problem: { ...size, slotsPerRow: 1, wants: 'the same' },
      solvers: size.rows > SMALL.rows ? CROWDED : FAST,
    },
  ];
}

async function compare({ title, problem, solvers }: Sized): Promise<void> {
  const rows: { name: SolverName; solved: Solved }[] = [];
  for (const name of solvers) rows.push({ name, solved: await solveApart(name, problem) });
  const engine = rows.find(({ name }) => name === 'engine')!.solved;
  for (const { name, solved } of rows)
    if (Math.abs(solved.total - engine.total) > tolerance(name, engine.total))
      throw new Error(`${title}: ${name} has ${solved.total}, the engine ${engine.total}`);
  printTable(
    `Assignment: ${title}`,
    [
      { head: '', of: ({ name }) => name },
      { head: 'median', of: ({ solved }) => milliseconds(median(solved.ms)) },
      { head: 'first', of: ({ solved }) => milliseconds(solved.first) },
      { head: 'CPU', of: ({ solved }) => milliseconds(median(solved.cpu)) },
      { head: 'this ÷ engine, CPU', of: ({ solved }) => times(median(solved.cpu), median(engine.cpu)) },
      { head: 'memory of the process', of: ({ solved }) => megabytes(solved.peak) },
      { head: 'before solving', of: ({ solved }) => megabytes(solved.before) },
    ],
    rows,
    [`Total ${(engine.total / 1e9).toFixed(9)}, the same for all.`, ...loadNote()],
  );
}

/** The solver by hand counts in whole units too; the general ones in floating point. */
function tolerance(name: SolverName, total: number): number {
  return name === 'engine' || name === 'shortest paths' ? 0 : Math.abs(total) * 1e-9;
}

async function solveApart(name: SolverName, problem: 'midl' | SyntheticSize): Promise<Solved> {
  const child = fork(PROCESS, [name, problem === 'midl' ? problem : JSON.stringify(problem)], {
    execArgv: ['--import', 'tsx'],
  });
  const ended = once(child, 'exit');
  const [solved] = (await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => Promise.reject(new Error(`${name}: ended with ${code}`))),
  ])) as [Solved];
  await ended;
  return solved;
}

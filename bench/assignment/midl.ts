/**
 * Papers and reviewers of the conference MIDL (iesl/fair-matching): each paper gets exactly its number of reviewers,
 * each reviewer takes at most so many. Not part of the project; JIANYUAN_EVAL names the folder that holds `midl`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssignmentProblem } from '../../src/planning/assign/problem.ts';

/** The optimum that HiGHS, GLPK and a shortest-path solver agree on. */
export const MIDL_OPTIMUM = 201.88488;

export function midlFolder(): string | null {
  const folder = join(process.env['JIANYUAN_EVAL'] ?? '', 'midl');
  return process.env['JIANYUAN_EVAL'] && existsSync(folder) ? folder : null;
}

/** Rows are papers, columns reviewers. */
export function readMidl(folder: string): AssignmentProblem {
  const scores = numbersOf(join(folder, 'scores.csv'));
  const loads = numbersOf(join(folder, 'loads.csv')).flat();
  const needs = numbersOf(join(folder, 'covs.csv')).flat();
  const pairs = needs.flatMap((_need, paper) => loads.map((_load, reviewer) => ({ paper, reviewer })));
  return {
    rows: needs.length,
    columns: loads.length,
    edges: {
      row: Int32Array.from(pairs, ({ paper }) => paper),
      column: Int32Array.from(pairs, ({ reviewer }) => reviewer),
      weight: Float64Array.from(pairs, ({ paper, reviewer }) => scores[reviewer]![paper]!),
    },
    demand: { least: Int32Array.from(needs), most: Int32Array.from(needs) },
    capacity: Int32Array.from(loads),
    must: [],
    mustNot: [],
  };
}

function numbersOf(path: string): number[][] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number));
}

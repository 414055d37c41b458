/**
 * The problem, with constraints that no flow can express, as text of a linear program (CPLEX LP format). Only with side
 * constraints must variables be forced to be whole: without them they are so at every corner of the plans.
 */
import { type AssignmentProblem, type SideConstraint, UNBOUNDED, unitsOf } from './problem.ts';

/** One variable x‹edge› for each pair that may be. Weights are in units of 1e-9, so that tolerances are far below one. */
export function lpText(
  problem: AssignmentProblem,
  free: readonly number[],
  fixed: ReadonlySet<number>,
  sides: readonly SideConstraint[],
): string {
  const { edges } = problem;
  const objective = free.map((edge) => term(unitsOf(edges.weight[edge]!), edge));
  return [
    'Maximize',
    sum('total', objective.length > 0 ? objective : ['0']),
    'Subject To',
    ...boundRows('r', problem.demand.most, grouped(problem.rows, edges.row, free), problem.demand.least),
    ...boundRows('c', problem.capacity, grouped(problem.columns, edges.column, free)),
    ...sides.map((side, i) => `${sideTerms(`s${i}`, side, new Set(free))} <= ${side.most}`),
    ...[...fixed].map((edge) => `m${edge}: x${edge} = 1`),
    ...(sides.length > 0
      ? ['Binary', ...lines(free.map((edge) => `x${edge}`))]
      : ['Bounds', ...free.map((edge) => `x${edge} <= 1`)]),
    'End',
    '',
  ].join('\n');
}

function boundRows(
  letter: string,
  most: Int32Array,
  groups: readonly (readonly number[])[],
  least?: Int32Array,
): string[] {
  return groups.flatMap((edges, at) => {
    const terms = edges.length > 0 ? edges.map((edge) => term(1, edge)) : null;
    const rows: string[] = [];
    if (least && least[at]! > 0) rows.push(`${sum(`${letter}l${at}`, terms ?? ['0 none'])} >= ${least[at]}`);
    if (terms && most[at] !== UNBOUNDED) rows.push(`${sum(`${letter}m${at}`, terms)} <= ${most[at]}`);
    return rows;
  });
}

function grouped(count: number, of: Int32Array, free: readonly number[]): number[][] {
  const groups: number[][] = Array.from({ length: count }, () => []);
  for (const edge of free) groups[of[edge]!]!.push(edge);
  return groups;
}

function sideTerms(name: string, { edges, amounts }: SideConstraint, known: ReadonlySet<number>): string {
  const terms = Array.from(edges, (edge, i) => ({ edge, amount: amounts[i]! }))
    .filter(({ edge, amount }) => amount !== 0 && known.has(edge))
    .map(({ edge, amount }) => term(amount, edge));
  return sum(name, terms.length > 0 ? terms : ['0 none']);
}

function term(coefficient: number, edge: number): string {
  return `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} x${edge}`;
}

function sum(name: string, terms: readonly string[]): string {
  return `${name}: ${lines(terms).join('\n ')}`;
}

/** Readers of this format take lines of some hundred characters. */
const TERMS_PER_LINE = 8;

function lines(words: readonly string[]): string[] {
  return Array.from({ length: Math.ceil(words.length / TERMS_PER_LINE) }, (_, i) =>
    words.slice(i * TERMS_PER_LINE, (i + 1) * TERMS_PER_LINE).join(' '),
  );
}

/**
 * The best plan for all rows together: maximal total weight under demands and capacities, exactly; or what stands in
 * the way of any plan.
 *
 * It is a transportation problem, so its best plan is a whole one without being forced (the matrix is totally
 * unimodular, Hoffman & Kruskal 1956), and prices prove it. Each column has a price for a slot; a row wants what is
 * best for it after prices (net value). If, at some prices, every row has what it wants and every column with a
 * price is full, no plan can be better: moving anybody loses at least what it gains elsewhere. So:
 *
 *   1. an auction finds prices that are nearly right (opening-auction.ts), or an earlier answer gives them;
 *   2. every row takes what it wants at them; some columns are overloaded, some priced ones have room;
 *   3. shortest chains of moves relieve the overloaded and fill the vacant, and put the prices right
 *      (relieve-overload.ts, fill-vacancy.ts). However wrong the guess was, the outcome is exact;
 *   4. among equally good plans the first is taken (first-among-equals.ts), among proving prices the lowest.
 *
 * docs/assignment.md says more: complexity, infeasibility, fairness, figures.
 */
import { finish, part, type Steps } from '../../engine/model/steps.ts';
import { candidateGraph } from './candidate-graph.ts';
import { slotsObstacle } from './crowd-obstacle.ts';
import { Contentment, fillVacancy } from './fill-vacancy.ts';
import { firstAmongEquals } from './first-among-equals.ts';
import { firstChoices } from './first-choices.ts';
import { lowerToLeastPrices } from './least-prices.ts';
import { type Opening, openingFrom } from './opening.ts';
import { openingAuction } from './opening-auction.ts';
import type { Placement } from './placement.ts';
import { plainObstacles } from './plain-obstacles.ts';
import { type AssignmentProblem, unitsOf } from './problem.ts';
import { relieveOverload } from './relieve-overload.ts';
import { rowPotentials } from './row-potentials.ts';
import { SearchField } from './search-field.ts';
import type { Assignment, OptimalAssignment } from './solution.ts';

/** An earlier answer to a similar problem, in places of this one: it saves time and changes nothing else. */
export interface EarlierAnswer {
  readonly slotPrice: Float64Array;
  /** Edges of this problem that were in the earlier plan. */
  readonly chosen: Int32Array;
}

/** Shares that are done after each phase, roughly as they take on large problems. */
const DONE = { graph: 0.05, opening: 0.2, relieved: 0.5, filled: 0.8, priced: 0.9 } as const;
/** Chains of moves between two steps. */
const CHAINS = 64;

/** Throws RangeError for a problem that says nothing (candidate-graph.ts). */
export function solveAssignment(problem: AssignmentProblem, earlier?: EarlierAnswer): Assignment {
  return finish(solvingSteps(problem, earlier));
}

/** The same in steps: with 100,000 rows and thousands of columns it takes minutes. */
export function* solvingSteps(problem: AssignmentProblem, earlier?: EarlierAnswer): Steps<Assignment> {
  const graph = candidateGraph(problem);
  const obstacles = plainObstacles(problem, graph);
  if (obstacles.length > 0) return { status: 'infeasible', obstacles };

  yield DONE.graph;
  const opening: Opening = earlier
    ? openingFrom(earlier, graph)
    : yield* part(DONE.graph, DONE.opening, openingAuction(graph));
  const placement = firstChoices(graph, opening);
  const { price } = opening;
  const field = new SearchField(graph.columns);

  yield DONE.opening;
  const crowded = yield* part(DONE.opening, DONE.relieved, relieveAll(placement, price, field));
  if (crowded.size > 0)
    return { status: 'infeasible', obstacles: [slotsObstacle(problem, placement, crowded)] };
  yield* part(DONE.relieved, DONE.filled, fillAll(placement, price, field));

  lowerToLeastPrices(placement, price, field);
  yield DONE.priced;
  firstAmongEquals(placement, price, rowPotentials(placement, price));
  return answer(problem, placement, price);
}

/** Columns behind the cut: empty where every overload could be relieved. */
function* relieveAll(placement: Placement, price: Float64Array, field: SearchField): Steps<Set<number>> {
  const { columns, capacity } = placement.graph;
  const stuck = new Set<number>();
  let chains = 0;
  for (let column = 0; column < columns; column++) {
    while (placement.load[column]! > capacity[column]! && !stuck.has(column)) {
      if (++chains % CHAINS === 0) yield column / columns;
      if (relieveOverload(column, placement, price, field)) continue;
      // nothing leads out of what was reached, now or later: every column in it stays as full as it is
      for (const reached of field.reached()) stuck.add(reached);
      field.clear();
    }
  }
  return stuck;
}

/** Until no column with a price has free slots. */
function* fillAll(placement: Placement, price: Float64Array, field: SearchField): Steps<void> {
  const { columns, capacity } = placement.graph;
  const content = new Contentment(placement, price);
  let chains = 0;
  for (let column = 0; column < columns; column++) {
    while (price[column]! > 0 && placement.load[column]! < capacity[column]!) {
      if (++chains % CHAINS === 0) yield column / columns;
      fillVacancy(column, placement, price, field, content);
    }
  }
}

function answer(
  { edges }: AssignmentProblem,
  placement: Placement,
  slotPrice: Float64Array,
): OptimalAssignment {
  const { origin, fixed } = placement.graph;
  const taken: number[] = [];
  for (let i = 0; i < origin.length; i++) if (placement.chosen[i] === 1) taken.push(origin[i]!);
  const chosen = Int32Array.from(taken.concat(...fixed));
  if (fixed.length > 0)
    chosen.sort((a, b) => edges.row[a]! - edges.row[b]! || edges.column[a]! - edges.column[b]!);
  let total = 0;
  for (const edge of chosen) total += unitsOf(edges.weight[edge]!);
  return { status: 'optimal', chosen, total, slotPrice, rowPotential: rowPotentials(placement, slotPrice) };
}

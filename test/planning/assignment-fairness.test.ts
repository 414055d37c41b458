import { describe, expect, it } from 'vitest';
import { type AssignmentProblem, unitsOf } from '../../src/planning/assign/problem.ts';
import { type FairAssignment, protectWorstPair } from '../../src/planning/assign/protect-worst-pair.ts';
import { solveAssignment } from '../../src/planning/assign/solve-assignment.ts';
import { everyPlan, SMALL } from './assignment-brute-force.ts';
import { drawnProblem, problemOf } from './assignment-problems.ts';

/** The best plan leaves the second result with 0.1; giving it carrier 0 costs 0.2 in all. */
const UNEVEN = problemOf({
  rows: 2,
  columns: 2,
  pairs: [
    [0, 0, 1],
    [0, 1, 0.4],
    [1, 0, 0.5],
    [1, 1, 0.1],
  ],
  demand: { least: 1 },
});

function fair(answer: ReturnType<typeof protectWorstPair>): FairAssignment {
  if (answer.status === 'infeasible') throw new Error(JSON.stringify(answer.obstacles));
  return answer;
}

describe('protecting the worst served', () => {
  it('lifts the worst pair, and says what that costs', () => {
    expect(fair(protectWorstPair(UNEVEN))).toMatchObject({
      worst: 400_000_000,
      worstOfBest: 100_000_000,
      total: 900_000_000,
      price: 200_000_000,
    });
  });

  it('says what stands in the way where there is no plan at all', () => {
    const impossible = { ...UNEVEN, capacity: Int32Array.of(1, 0) };
    expect(protectWorstPair(impossible).status).toBe('infeasible');
  });

  it('comes out the same from a best plan that is known, whoever must be served and whatever is fixed', () => {
    let lifted = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const { demand, ...drawn } = drawnProblem(seed, { rows: 12, columns: 6 });
      const none = new Int32Array(drawn.rows);
      const best = solveAssignment({ ...drawn, demand: { ...demand, least: none } });
      if (best.status === 'infeasible') continue;
      const least = none.slice();
      for (const edge of best.chosen) least[drawn.edges.row[edge]!] = 1;
      const served = { ...drawn, demand: { ...demand, least } };
      const answer = fair(protectWorstPair(served, best));
      expect({ ...answer, best: null }).toEqual({ ...fair(protectWorstPair(served)), best: null });
      if (answer.worst > answer.worstOfBest) lifted++;
    }
    expect(lifted).toBeGreaterThan(50);
  });

  it('on small problems: the worst pair is the best that any plan has, and the total the largest of those', () => {
    let looked = 0;
    for (let seed = 1; seed <= 1_500; seed++) {
      const problem = { ...drawnProblem(seed, SMALL), must: [] };
      const plans = everyPlan(problem);
      if (plans === 'too many' || plans.length === 0) continue;
      looked++;
      const answer = fair(protectWorstPair(problem));
      const worst = Math.max(...plans.map((plan) => worstPair(problem, plan)));
      const total = Math.max(
        ...plans.filter((plan) => worstPair(problem, plan) === worst).map((plan) => sumOf(problem, plan)),
      );
      expect({ worst: answer.worst, total: answer.total }).toEqual({ worst, total });
    }
    expect(looked).toBeGreaterThan(300);
  });
});

function worstPair({ edges, demand }: AssignmentProblem, plan: readonly number[]): number {
  return plan
    .filter((edge) => demand.least[edges.row[edge]!]! > 0)
    .reduce((worst, edge) => Math.min(worst, unitsOf(edges.weight[edge]!)), Number.POSITIVE_INFINITY);
}

function sumOf({ edges }: AssignmentProblem, plan: Iterable<number>): number {
  let sum = 0;
  for (const edge of plan) sum += unitsOf(edges.weight[edge]!);
  return sum;
}

/**
 * Between carriers that are as good as each other nobody should win for ever because of his name: after the optimum
 * is found, each placement is drawn anew among the near-tied candidates that still have a slot. The draw is seeded and
 * logged with its probability, so that it can be repeated (in the spirit of Jecmen et al. 2020, Mitigating
 * Manipulation in Peer Review via Randomized Reviewer Assignments).
 */
import { createHash } from 'node:crypto';
import type { AssignmentTerms, Draw } from '../../domain/assignment.ts';
import type { Pool } from './capacity-pools.ts';
import { type Chosen, takenSlots } from './measure.ts';
import type { PlanRow } from './rows.ts';

/** Whether a result may move there; slots are looked at here already. */
export type MayMove = (row: number, option: number) => boolean;

/** Affinities are rounded to 1e-9; two that differ by just the threshold are near-tied. */
const ROUNDING = 1e-12;

export interface Drawn {
  readonly chosen: Chosen;
  /** By row and number of the option drawn. */
  readonly draws: ReadonlyMap<string, Draw>;
}

export function drawNearTies(
  rows: readonly PlanRow[],
  pools: readonly Pool[],
  optimum: Chosen,
  { nearTie, seed }: Pick<AssignmentTerms, 'nearTie' | 'seed'>,
  mayMove: MayMove = () => true,
): Drawn {
  const chosen = optimum.map((options) => [...options]);
  const draws = new Map<string, Draw>();
  if (nearTie === 0) return { chosen, draws };
  const taken = takenSlots(rows, pools, chosen);
  const free = pools.map(({ slots }, pool) => slots - taken[pool]!);
  for (const row of inSeededOrder(rows, seed)) {
    const { options, resultId, purpose } = rows[row]!;
    chosen[row]!.forEach((current, place) => {
      const own = options[current]!;
      if (own.fixed) return;
      const near = options.flatMap((option, number) => {
        const tied = Math.abs(option.affinity - own.affinity) <= nearTie + ROUNDING;
        const open =
          number === current ||
          (free[option.pool]! > 0 && !chosen[row]!.includes(number) && mayMove(row, number));
        return tied && open ? [number] : [];
      });
      if (near.length < 2) return;
      near.sort((a, b) => (options[a]!.carrierId < options[b]!.carrierId ? -1 : 1));
      const drawn = near[lot(`${seed} ${purpose} ${resultId} ${place}`, near.length)]!;
      free[own.pool]! += 1;
      free[options[drawn]!.pool]! -= 1;
      chosen[row]![place] = drawn;
      draws.set(drawKey(row, drawn), {
        candidates: near.map((number) => options[number]!.carrierId),
        probability: 1 / near.length,
      });
    });
  }
  return { chosen, draws };
}

export function drawKey(row: number, option: number): string {
  return `${row} ${option}`;
}

/** Who draws first has more to choose from: that, too, is drawn. */
function inSeededOrder(rows: readonly PlanRow[], seed: string): number[] {
  const keyed = rows.map(({ resultId, purpose }, row) => ({
    row,
    key: digest(`${seed} ${purpose} ${resultId}`),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}

/** A number from 0 to `sides` − 1, each as likely up to 2⁻³². */
function lot(what: string, sides: number): number {
  return Number.parseInt(digest(what).slice(0, 12), 16) % sides;
}

function digest(what: string): string {
  return createHash('sha256').update(what).digest('hex');
}

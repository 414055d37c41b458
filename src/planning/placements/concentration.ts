/** How placements spread over universities, carriers and sectors. */
import type { Concentration, Placement } from '../../domain/assignment.ts';
import type { PlanInput, PlanResult } from './plan-input.ts';
import type { PlanRow } from './rows.ts';

const UNKNOWN = '';

export function concentrationOf(
  { results, aliasesOf }: Pick<PlanInput, 'results' | 'aliasesOf'>,
  rows: readonly PlanRow[],
  placements: readonly Placement[],
): Concentration[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  const of = (resultId: string): PlanResult => byId.get(resultId)!;
  // one university under several names is one: apart, they would make the plan look more spread than it is
  const university = (resultId: string) => {
    const cell = of(resultId).university;
    return cell === undefined ? UNKNOWN : (aliasesOf(cell)[0] ?? cell);
  };
  const sector = (resultId: string) => of(resultId).sector ?? UNKNOWN;
  const servable = rows.filter((row) => row.count > 0);
  return [
    spread(
      'university',
      count(servable.map((row) => university(row.resultId))),
      count(placements.map((p) => university(p.resultId))),
    ),
    spread('carrier', count(carriersOf(servable)), count(placements.map((p) => p.carrierId))),
    spread(
      'sector',
      count(servable.map((row) => sector(row.resultId))),
      count(placements.map((p) => sector(p.resultId))),
    ),
  ];
}

function spread(
  by: Concentration['by'],
  candidates: ReadonlyMap<string, number>,
  placements: ReadonlyMap<string, number>,
): Concentration {
  const all = [...placements.values()].reduce((sum, n) => sum + n, 0);
  const shares = [...candidates].map(([code, n]) => {
    const placed = placements.get(code) ?? 0;
    return { code, candidates: n, placements: placed, share: all === 0 ? 0 : placed / all };
  });
  shares.sort(
    (a, b) => b.placements - a.placements || b.candidates - a.candidates || (a.code < b.code ? -1 : 1),
  );
  return { by, hhi: shares.reduce((sum, { share }) => sum + share * share, 0), shares };
}

/** One after the other: of a large round there are millions. */
function* carriersOf(rows: readonly PlanRow[]): Generator<string> {
  for (const { options } of rows) for (const { carrierId } of options) yield carrierId;
}

function count(codes: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

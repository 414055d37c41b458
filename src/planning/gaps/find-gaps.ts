/** The grid of sectors and capabilities, and of sectors and readiness: what is asked against what there is. */
import type { GapCell, GapState, StageCell } from '../../domain/gap.ts';
import type { GapCarrier, GapResult } from './gap-facts.ts';

/** Bands of readiness as bureaus speak of them (DOMAIN: 初期, 中期, 成熟). */
const BANDS = [
  { from: 1, to: 3 },
  { from: 4, to: 5 },
  { from: 6, to: 7 },
  { from: 8, to: 9 },
] as const;

/** Only what somebody asks for; in the order of sector, then capability. */
export function findGaps(results: readonly GapResult[], carriers: readonly GapCarrier[]): GapCell[] {
  const asked = new Map<string, { sector: string; capability: string; results: string[] }>();
  for (const { id, sector, asks } of results) {
    if (sector === null) continue;
    for (const capability of asks.keys()) {
      const key = `${sector} ${capability}`;
      const cell = asked.get(key) ?? { sector, capability, results: [] };
      cell.results.push(id);
      asked.set(key, cell);
    }
  }
  return [...asked.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { sector, capability, results: askers }]) => {
      const there = carriers.filter(({ sectors }) => sectors.includes(sector));
      const own = there.filter((carrier) => carrier.own.has(capability));
      const partners = there.filter((carrier) => carrier.partner.has(capability));
      const slots = slotsOf(own);
      return {
        sector,
        capability,
        results: [...askers].sort(),
        carriers: own.map(({ id }) => id).sort(),
        partners: partners.map(({ id }) => id).sort(),
        slots,
        state: own.length > 0 ? enough(askers.length, slots) : partners.length > 0 ? 'partner' : 'missing',
      };
    });
}

/** Results of unknown readiness are in no band. */
export function findStageGaps(results: readonly GapResult[], carriers: readonly GapCarrier[]): StageCell[] {
  const sectors = [...new Set(results.flatMap(({ sector }) => sector ?? []))].sort();
  return sectors.flatMap((sector) =>
    BANDS.flatMap(({ from, to }): StageCell[] => {
      const here = results.filter(
        (result) =>
          result.sector === sector && result.trl !== null && result.trl.low >= from && result.trl.low <= to,
      );
      if (here.length === 0) return [];
      const taking = carriers.filter(
        ({ sectors: own, trl }) => own.includes(sector) && trl !== null && trl.from <= from && trl.to >= to,
      );
      const slots = slotsOf(taking);
      return [
        {
          sector,
          from,
          to,
          results: here.map(({ id }) => id).sort(),
          carriers: taking.map(({ id }) => id).sort(),
          slots,
          state: taking.length === 0 ? 'missing' : enough(here.length, slots),
        },
      ];
    }),
  );
}

function slotsOf(carriers: readonly GapCarrier[]): number {
  return carriers.reduce((sum, { slots }) => sum + slots, 0);
}

function enough(asked: number, slots: number): Extract<GapState, 'scarce' | 'covered'> {
  return asked > slots ? 'scarce' : 'covered';
}

/**
 * The demonstration data as a report with sheets: matches by the real engine, placements first come first served
 * under the slots. The plan is not the best one; what is tested is how a report of it looks.
 */
import type { CapacityPool, Placement, Unplaced } from '../../src/domain/assignment.ts';
import { PURPOSES, type Purpose } from '../../src/domain/purpose.ts';
import type { ReportEntry, RoundReport } from '../../src/domain/round.ts';
import { sheetsOf } from '../../src/planning/advise/sheet-of.ts';
import type { Demonstration } from '../engine/demonstration.ts';
import { PROFILE } from '../engine/given.ts';
import { sampleReport } from './sample-report.ts';

const ASSUMED_SLOTS = 2;

export function demonstrationReport(
  { results, carriers, pool }: Demonstration,
  most = Number.POSITIVE_INFINITY,
): RoundReport {
  const byId = new Map(carriers.map((carrier) => [carrier.record.id, carrier]));
  const taken = new Map<string, number>();
  const slotsOf = (id: string) => byId.get(id)!.record.slots ?? ASSUMED_SLOTS;
  const placements: Placement[] = [];
  const unplaced: Unplaced[] = [];

  const entries = results.slice(0, most).map((result): ReportEntry => {
    const id = result.record.id;
    const found = PURPOSES.map((purpose) => ({ purpose, ...pool.carriersFor(id, purpose, 3) }));
    const mine: Placement[] = [];
    for (const { purpose, matches } of found) {
      const recommended = matches.filter(({ verdict }) => verdict === 'recommended');
      const free = recommended.find(({ carrierId }) => (taken.get(carrierId) ?? 0) < slotsOf(carrierId));
      if (free) {
        taken.set(free.carrierId, (taken.get(free.carrierId) ?? 0) + 1);
        const { carrierId, affinity, rank } = free;
        const drawn = rank === 2;
        mine.push({
          resultId: id,
          carrierId,
          purpose,
          affinity,
          rank,
          basis: drawn ? 'draw' : 'optimum',
          draw: drawn
            ? { candidates: recommended.slice(0, 2).map((m) => m.carrierId), probability: 0.5 }
            : null,
          relatedParty: false,
        });
      } else
        unplaced.push({
          resultId: id,
          purpose,
          reason: recommended.length > 0 ? 'capacity' : 'no_candidate',
          wanted: recommended.map(({ carrierId, affinity }) => ({ carrierId, affinity })),
        });
    }
    placements.push(...mine);
    const matches = found.flatMap((one) => one.matches);
    const noFits = found.flatMap(({ purpose, noFit }) =>
      noFit ? [{ ...noFit, resultId: id, purpose }] : [],
    );
    return {
      result: {
        id,
        hash: `h-${id}`,
        title: result.record.title,
        university: result.record.university ?? null,
        sectors: result.analysis.sectors.weights.map(({ code, weight }) => ({ code, weight })),
        trl: result.analysis.trl,
        asked: [],
      },
      matches,
      noFits,
      placements: sheetsOf(
        {
          result,
          purposes: PURPOSES,
          matches,
          noFits,
          placements: mine,
          unplaced: unplaced.filter(({ resultId }) => resultId === id),
          park: null,
        },
        (carrierId) => byId.get(carrierId)!,
        PROFILE,
      ),
    };
  });

  const pools = carriers.map(
    ({ record }): CapacityPool => ({
      carrierId: record.id,
      purposes: PURPOSES,
      slots: record.slots ?? ASSUMED_SLOTS,
      source: record.slots === undefined ? 'assumed' : 'stated',
      taken: taken.get(record.id) ?? 0,
      worthOfSlot: 0,
    }),
  );
  const sample = sampleReport();
  const of = (purpose: Purpose) =>
    entries.flatMap(({ matches }) =>
      matches.filter((m) => m.purpose === purpose && m.verdict === 'recommended'),
    );
  const per = (count: (purpose: Purpose) => number) => ({
    transfer: count('transfer'),
    pilot: count('pilot'),
  });
  const served = per((purpose) => new Set(of(purpose).map(({ resultId }) => resultId)).size);
  const measures = {
    ...sample.assignment.measures,
    placements: placements.length,
    totalAffinity: placements.reduce((sum, { affinity }) => sum + affinity, 0),
    withinSlots: placements.reduce((sum, { affinity }) => sum + affinity, 0),
    overloads: 0,
    overloadedCarriers: 0,
    served: new Set(placements.map(({ resultId, purpose }) => `${resultId} ${purpose}`)).size,
    servable: served.transfer + served.pilot,
    worstServed: Math.min(...placements.map(({ affinity }) => affinity)),
  };
  return {
    ...sample,
    model: pool.model,
    totals: {
      results: entries.length,
      carriers: carriers.length,
      pairs: entries.length * carriers.length,
      recommended: per((purpose) => of(purpose).length),
      resultsServed: served,
      resultsWithout: per((purpose) => entries.length - served[purpose]),
    },
    carriers: carriers.map(({ record }) => ({
      id: record.id,
      hash: `k-${record.id}`,
      name: record.name,
      slots: record.slots ?? null,
      recommended: per((purpose) => of(purpose).filter(({ carrierId }) => carrierId === record.id).length),
    })),
    assignment: {
      ...sample.assignment,
      placements,
      unplaced,
      pools,
      measures,
      concentration: [sectorSpread(entries, placements)],
      worst: [...placements].sort((a, b) => a.affinity - b.affinity).slice(0, 5),
    },
    entries,
    difference: null,
  };
}

function sectorSpread(entries: readonly ReportEntry[], placements: readonly Placement[]) {
  const sectorOf = new Map(entries.map(({ result }) => [result.id, result.sectors[0]?.code ?? '']));
  const codes = [...new Set(placements.map(({ resultId }) => sectorOf.get(resultId)!))];
  const shares = codes
    .map((code) => {
      const count = placements.filter(({ resultId }) => sectorOf.get(resultId) === code).length;
      return { code, candidates: count, placements: count, share: count / placements.length };
    })
    .sort((a, b) => b.share - a.share);
  return { by: 'sector' as const, hhi: shares.reduce((sum, { share }) => sum + share * share, 0), shares };
}

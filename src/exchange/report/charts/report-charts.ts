/** What the charts of a report show. */
import type { Bilingual } from '../../../domain/match.ts';
import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import type { Reader } from '../content/reader.ts';
import type { Bar } from './bar-chart.ts';

export interface Chart {
  readonly title: Bilingual;
  readonly bars: readonly Bar[];
}

/** Carriers in the chart of loads; the table has all. */
const MOST_CARRIERS = 15;

/** From all results to those placed; nobody lands by a recommendation alone, so the steps are counted apart. */
export function funnelChart({ report }: Reader): Chart {
  const { totals, purposes, assignment } = report;
  return {
    title: { zh: '从参与到落位', en: 'From the pool to a placement' },
    bars: purposes.flatMap((purpose) => {
      const { zh } = PURPOSE_NAMES[purpose];
      const placed = new Set(
        assignment.placements.filter((p) => p.purpose === purpose).map(({ resultId }) => resultId),
      ).size;
      return [
        bar(`${zh}：参与成果`, totals.results, totals.results),
        bar(`${zh}：有推荐载体`, totals.resultsServed[purpose], totals.results),
        bar(`${zh}：方案落位`, placed, totals.results),
      ];
    }),
  };
}

function bar(label: string, value: number, of: number): Bar {
  const percent = of === 0 ? '' : `（${((100 * value) / of).toFixed(1)}%）`;
  return { label, value, note: `${value}项${percent}` };
}

export function sectorChart({ report, placed, sector }: Reader): Chart {
  const counts = new Map<string, number>();
  for (const { entry } of placed) {
    const code = entry.result.sectors[0]?.code ?? '';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const bars = [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([code, value]) => ({
      label: code === '' ? '领域未识别' : sector(code).zh,
      value,
      note: `${value}对（${((100 * value) / report.assignment.placements.length).toFixed(1)}%）`,
    }));
  return { title: { zh: '落位按主要领域分布', en: 'Placements by main sector' }, bars };
}

/** The fullest carriers, slots behind what is taken of them. */
export function loadChart({ report, carrier }: Reader): Chart {
  const loads = new Map<string, { taken: number; slots: number }>();
  for (const { carrierId, taken, slots } of report.assignment.pools) {
    const load = loads.get(carrierId) ?? { taken: 0, slots: 0 };
    loads.set(carrierId, { taken: load.taken + taken, slots: load.slots + slots });
  }
  const bars = [...loads]
    .filter(([, { taken }]) => taken > 0)
    .sort(([a, x], [b, y]) => y.taken - x.taken || x.slots - y.slots || (a < b ? -1 : 1))
    .slice(0, MOST_CARRIERS)
    .map(([id, { taken, slots }]) => ({
      label: carrier(id),
      value: taken,
      of: slots,
      note: `${taken}/${slots}`,
    }));
  return {
    title: {
      zh: `落位最多的载体（已用/名额，至多${MOST_CARRIERS}家）`,
      en: 'Carriers with most placements (taken of slots)',
    },
    bars,
  };
}

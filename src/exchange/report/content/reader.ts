/** A report opened for reading: names for ids, and each placement with its result and its match. */
import type { PlacementSheet } from '../../../domain/advice.ts';
import type { Bilingual, Match } from '../../../domain/match.ts';
import type { Profile } from '../../../domain/profile.ts';
import type { Purpose } from '../../../domain/purpose.ts';
import type { ReportEntry, RoundReport } from '../../../domain/round.ts';
import { type Names, namesOf } from '../names.ts';

export interface PlacedEntry {
  readonly entry: ReportEntry;
  readonly sheet: PlacementSheet;
  readonly match: Match;
}

export interface Reader {
  readonly report: RoundReport;
  readonly profile: Profile;
  readonly names: Names;
  readonly carrier: (id: string) => string;
  readonly title: (resultId: string) => string;
  readonly entry: (resultId: string) => ReportEntry | undefined;
  /** In the order of the purposes, best affinity first; ties end at the ids. */
  readonly placed: readonly PlacedEntry[];
  readonly sector: (code: string) => Bilingual;
}

export function readReport(report: RoundReport, profile: Profile): Reader {
  const carriers = new Map(report.carriers.map(({ id, name }) => [id, name]));
  const entries = new Map(report.entries.map((entry) => [entry.result.id, entry]));
  const sectors = new Map(
    [...profile.outside, ...profile.sectors].map(({ code, zh, en }) => [code, { zh, en }]),
  );
  return {
    report,
    profile,
    names: namesOf(profile),
    carrier: (id) => carriers.get(id) ?? id,
    title: (id) => entries.get(id)?.result.title ?? id,
    entry: (id) => entries.get(id),
    placed: report.entries.flatMap(placedOf).sort(byAffinity(report.purposes)),
    sector: (code) => sectors.get(code) ?? { zh: code, en: code },
  };
}

function placedOf(entry: ReportEntry): PlacedEntry[] {
  return entry.placements.map((sheet) => {
    const { carrierId, purpose } = sheet;
    const match = entry.matches.find((one) => one.carrierId === carrierId && one.purpose === purpose);
    if (match) return { entry, sheet, match };
    throw new Error(`report: the placement of ${entry.result.id} with ${carrierId} has no match`);
  });
}

function byAffinity(purposes: readonly Purpose[]) {
  return (a: PlacedEntry, b: PlacedEntry) =>
    purposes.indexOf(a.sheet.purpose) - purposes.indexOf(b.sheet.purpose) ||
    b.sheet.affinity - a.sheet.affinity ||
    compare(a.entry.result.id, b.entry.result.id) ||
    compare(a.sheet.carrierId, b.sheet.carrierId);
}

/** In the order of code units. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

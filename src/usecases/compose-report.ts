/** Puts a round's report together from its plan, its records and its matches. Pure. */
import type { Analysis } from '../domain/analysis.ts';
import type { Carrier } from '../domain/carrier.ts';
import type { Match, NoFit } from '../domain/match.ts';
import type { Profile } from '../domain/profile.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { FrozenRecord, ReportCarrier, ReportEntry, Round, RoundReport } from '../domain/round.ts';
import type { Analysed } from '../engine/engine.ts';
import { reportHash } from './report-hash.ts';

export interface ReportMaterial {
  readonly round: Round;
  readonly profile: Profile;
  /** In the order of the plan. */
  readonly results: readonly Analysed<ResearchResult>[];
  readonly carriers: readonly Analysed<Carrier>[];
  readonly outcome: { readonly matches: readonly Match[]; readonly noFits: readonly NoFit[] };
  /** Fingerprint of the corpus model that all chunks used. */
  readonly model: string;
}

export function composeReport({
  round,
  profile,
  results,
  carriers,
  outcome,
  model,
}: ReportMaterial): RoundReport {
  const recommended = outcome.matches.filter((match) => match.verdict === 'recommended');
  const matches = byResult(outcome.matches);
  const noFits = byResult(outcome.noFits);
  const report: Omit<RoundReport, 'hash'> = {
    format: 'jianyuan.round-report/1',
    roundId: round.id,
    createdAt: round.createdAt,
    profile: { ...round.profile, name: profile.name },
    engine: round.engine,
    embedding: round.embedding,
    model,
    purposes: round.purposes,
    totals: totals(round, recommended),
    entries: results.map(({ record, analysis }, i) => ({
      result: describeResult(round.results[i]!, record, analysis),
      matches: matches.get(record.id) ?? [],
      noFits: noFits.get(record.id) ?? [],
    })),
    carriers: carriers.map(({ record }, i) => describeCarrier(round.carriers[i]!, record, recommended)),
  };
  return { ...report, hash: reportHash(report) };
}

function byResult<T extends { resultId: string }>(list: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(item.resultId);
    if (group) group.push(item);
    else groups.set(item.resultId, [item]);
  }
  return groups;
}

function totals(round: Round, recommended: readonly Match[]): RoundReport['totals'] {
  const served = perPurpose(
    (purpose) => new Set(recommended.filter((m) => m.purpose === purpose).map((m) => m.resultId)).size,
  );
  return {
    results: round.results.length,
    carriers: round.carriers.length,
    pairs: round.results.length * round.carriers.length,
    recommended: countByPurpose(recommended),
    resultsServed: served,
    resultsWithout: perPurpose((purpose) =>
      round.purposes.includes(purpose) ? round.results.length - served[purpose] : 0,
    ),
  };
}

function describeResult(
  { id, hash }: FrozenRecord,
  result: ResearchResult,
  analysis: Analysis,
): ReportEntry['result'] {
  const asked = analysis.capabilities
    .filter((mention) => mention.modality === 'asked')
    .map((mention) => mention.code);
  return {
    id,
    hash,
    title: result.title,
    university: result.university ?? null,
    sectors: analysis.sectors.weights.map(({ code, weight }) => ({ code, weight })),
    trl: analysis.trl && { low: analysis.trl.low, high: analysis.trl.high, source: analysis.trl.source },
    asked: [...new Set(asked)].sort(),
  };
}

function describeCarrier(
  { id, hash }: FrozenRecord,
  carrier: Carrier,
  recommended: readonly Match[],
): ReportCarrier {
  const mine = recommended.filter((match) => match.carrierId === id);
  return { id, hash, name: carrier.name, slots: carrier.slots ?? null, recommended: countByPurpose(mine) };
}

function countByPurpose(matches: readonly Match[]): { [purpose in Purpose]: number } {
  return perPurpose((purpose) => matches.filter((match) => match.purpose === purpose).length);
}

function perPurpose(count: (purpose: Purpose) => number): { [purpose in Purpose]: number } {
  return { transfer: count('transfer'), pilot: count('pilot') };
}

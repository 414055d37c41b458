/** The entries of a report, chunk by chunk: made from what is kept, the same whenever they are asked for. */
import type { Analysis } from '../domain/analysis.ts';
import type { Match } from '../domain/match.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import {
  explainedPart,
  type FrozenRecord,
  type ReportEntry,
  type Round,
  type RoundParts,
} from '../domain/round.ts';
import { sayParks } from '../planning/advise/say-park.ts';
import { sheetsOf } from '../planning/advise/sheet-of.ts';
import { carriersWithoutWords } from './carriers-without-words.ts';
import { FROZEN_TERMS } from './frozen-records.ts';
import { grouped } from './grouped.ts';
import { loadResults } from './load-records.ts';
import type { Ports } from './ports.ts';
import { eachChunk } from './round-chunks.ts';

export async function* reportEntries(
  ports: Pick<Ports, 'store' | 'engine' | 'profile'>,
  round: Round,
  assignment: RoundParts['assignment'],
): AsyncGenerator<ReportEntry[]> {
  const placements = grouped(assignment.placements, ({ resultId }) => resultId);
  const unplaced = grouped(assignment.unplaced, ({ resultId }) => resultId);
  const parks = sayParks((await ports.store.rounds.part(round.id, 'parks')) ?? { proposals: [] });
  const carrierOf = await carriersInPlan(ports, round, assignment);
  const before = grouped(assignment.explained ?? [], ({ resultId }) => resultId);
  for await (const { chunk, refs } of eachChunk(round)) {
    const kept = await ports.store.rounds.chunk(round.id, chunk);
    if (!kept) throw new Error(`chunk ${chunk} of round ${round.id} is gone`);
    // a report speaks of texts, not of vectors
    const results = await loadResults(ports, refs, { ...FROZEN_TERMS, vectorsOf: null });
    const part = await ports.store.rounds.part(round.id, explainedPart(chunk));
    const explained = part ? grouped(part, ({ resultId }) => resultId) : before;
    const matches = grouped(kept.matches, ({ resultId }) => resultId);
    const noFits = grouped(kept.noFits, ({ resultId }) => resultId);
    yield results.map((result, i) => {
      const { record, analysis } = result;
      const said = {
        matches: [...(matches.get(record.id) ?? []), ...inOrder(explained.get(record.id) ?? [])],
        noFits: noFits.get(record.id) ?? [],
      };
      const planned = {
        park: parks.get(record.id) ?? null,
        placements: placements.get(record.id) ?? [],
        unplaced: unplaced.get(record.id) ?? [],
      };
      const placed = { result, purposes: round.purposes, ...said, ...planned };
      return {
        result: describeResult(refs[i]!, record, analysis),
        ...said,
        placements: sheetsOf(placed, carrierOf, ports.profile),
      };
    });
  }
}

/** The carriers that the plan speaks of, with their texts read. */
async function carriersInPlan(
  ports: Pick<Ports, 'store' | 'engine'>,
  round: Round,
  { placements, unplaced }: RoundParts['assignment'],
) {
  const named = new Set([
    ...placements.map(({ carrierId }) => carrierId),
    ...unplaced.flatMap(({ wanted }) => wanted.map(({ carrierId }) => carrierId)),
  ]);
  const refs = round.carriers.filter(({ id }) => named.has(id));
  const carriers = await carriersWithoutWords(ports, refs);
  const byId = new Map(carriers.map((carrier) => [carrier.record.id, carrier]));
  return (id: string) => {
    const carrier = byId.get(id);
    if (carrier) return carrier;
    throw new Error(`the plan of round ${round.id} names ${id}, which is no carrier of it`);
  };
}

function inOrder(matches: readonly Match[]): Match[] {
  return [...matches].sort((a, b) =>
    a.purpose < b.purpose ? 1 : a.purpose > b.purpose ? -1 : a.carrierId < b.carrierId ? -1 : 1,
  );
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

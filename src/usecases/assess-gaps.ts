import { NO_EMBEDDER } from '../domain/embedding-use.ts';
import { isPilotCapability, type Purpose } from '../domain/purpose.ts';
import type { Candidates, Round } from '../domain/round.ts';
import type { MatchPool } from '../engine/engine.ts';
import { findGaps, findStageGaps } from '../planning/gaps/find-gaps.ts';
import { forecastLines, type ScoredLine } from '../planning/gaps/forecast-lines.ts';
import { type GapCarrier, type GapResult, gapCarrier, gapResult } from '../planning/gaps/gap-facts.ts';
import { type ProposedLine, proposeLines } from '../planning/gaps/propose-lines.ts';
import { carrierBatches } from './carrier-batches.ts';
import { FROZEN_TERMS } from './frozen-records.ts';
import { gatherPlan } from './gather-plan.ts';
import { inSteps } from './in-steps.ts';
import { loadResults } from './load-records.ts';
import { openPart } from './open-part.ts';
import { pause } from './pause.ts';
import type { Ports } from './ports.ts';
import { eachChunk } from './round-chunks.ts';

type GapPorts = Pick<Ports, 'store' | 'engine' | 'profile' | 'pools'>;

/** What is asked and not there, and what new facilities would bring; kept as a part of the round. */
export async function assessGaps(
  ports: GapPorts,
  { roundId }: { roundId: string },
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const { store, profile, pools } = ports;
  const round = await openPart(ports, roundId, 'gaps');
  if (!round) return;

  // a large round's pool, what all results ask, and its plans: each needs the room of the one before
  pools.release();
  const { cells, stages, proposed } = await lookForGaps(ports, round, signal);
  const lines = await scoredLines(ports, round, proposed, signal);
  pools.release();
  const plan = lines.length === 0 ? null : await gatherPlan(ports, round, signal);
  pools.release();
  const forecasts = plan ? await inSteps(forecastLines(profile, plan, lines), signal) : [];
  await store.rounds.savePart(roundId, 'gaps', { cells, stages, forecasts });
}

/** What all results ask, which is much, is let go before lines are scored. */
async function lookForGaps(ports: GapPorts, round: Round, signal: AbortSignal | undefined) {
  const results = await gapResults(ports, round, signal);
  const carriers = await gapCarriers(ports, round);
  const cells = findGaps(results, carriers);
  const placed = await placedFor(ports.store, round.id);
  const proposed = proposeLines(ports.profile, cells, results, placed);
  return { cells, stages: findStageGaps(results, carriers), proposed };
}

async function scoredLines(
  ports: GapPorts,
  round: Round,
  proposed: readonly ProposedLine[],
  signal: AbortSignal | undefined,
): Promise<ScoredLine[]> {
  const lines: ScoredLine[] = [];
  for (const line of proposed) {
    signal?.throwIfAborted();
    lines.push({ ...line, candidates: await candidatesOf(ports, round, line) });
  }
  return lines;
}

/** Bench and pilot are asked of a pilot partner, everything else of whoever takes the result. */
async function placedFor(
  store: GapPorts['store'],
  roundId: string,
): Promise<(resultId: string, capability: string) => boolean> {
  const part = await store.rounds.part(roundId, 'assignment');
  if (!part) throw new Error(`round ${roundId} has no plan of placements yet`);
  const placed = new Set(part.placements.map(({ resultId, purpose }) => `${purpose} ${resultId}`));
  return (resultId, capability) =>
    placed.has(`${isPilotCapability(capability) ? 'pilot' : 'transfer'} ${resultId}`);
}

async function gapResults(
  ports: GapPorts,
  round: Round,
  signal: AbortSignal | undefined,
): Promise<GapResult[]> {
  const results: GapResult[] = [];
  for await (const { refs } of eachChunk(round, signal)) {
    for (const { record, analysis } of await loadResults(ports, refs, { ...FROZEN_TERMS, vectorsOf: null }))
      results.push(gapResult(ports.profile, record, analysis));
  }
  return results;
}

async function gapCarriers(ports: GapPorts, { carriers, assignment }: Round): Promise<GapCarrier[]> {
  const facts: GapCarrier[] = [];
  for await (const batch of carrierBatches(ports, carriers))
    for (const { record, analysis } of batch) {
      const carrier = gapCarrier(ports.profile, record, analysis, assignment.assumedSlots);
      if (carrier) facts.push(carrier);
    }
  return facts;
}

/** Results that are scored with a line; more could not be placed there anyway. */
const MOST_ASKERS = 200;

/**
 * The pairs for which a line would be recommended. It has no vector of an embedder: where the round uses one, lines
 * are scored by their words.
 */
async function candidatesOf(ports: GapPorts, round: Round, line: ProposedLine): Promise<Candidates[]> {
  const { engine, pools } = ports;
  const askers = new Set(line.cell.results.slice(0, MOST_ASKERS));
  const results = await loadResults(
    ports,
    round.results.filter(({ id }) => askers.has(id)),
    { ...FROZEN_TERMS, vectorsOf: null },
  );
  const pool = await pools.frozen({ ...round, embedding: NO_EMBEDDER });
  const carrier = { record: line.carrier, analysis: engine.analyseCarrier(line.carrier) };
  const purposes = round.purposes.filter(
    (purpose) => purpose === 'transfer' || isPilotCapability(line.cell.capability),
  );
  await pause();
  return asIfThere(pool, carrier, () =>
    results.flatMap((result) =>
      purposes.flatMap((purpose: Purpose): Candidates[] => {
        const { verdict, affinity } = pool.explain(result, line.carrier.id, purpose);
        if (verdict !== 'recommended') return [];
        return [{ resultId: result.record.id, purpose, carriers: [[line.carrier.id, affinity]] }];
      }),
    ),
  );
}

/** Nobody else may look at the pool meanwhile: nothing here waits. */
function asIfThere<T>(pool: MatchPool, carrier: Parameters<MatchPool['putCarrier']>[0], look: () => T): T {
  pool.putCarrier(carrier);
  try {
    return look();
  } finally {
    pool.removeCarrier(carrier.record.id);
  }
}

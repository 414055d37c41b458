import { PURPOSES, type Purpose } from '../domain/purpose.ts';
import type { Round, RoundChunk } from '../domain/round.ts';
import { groundOf, type PairAffinity } from '../planning/parks/affinities.ts';
import { composeParks as compose } from '../planning/parks/compose-parks.ts';
import { PackedAffinities } from '../planning/parks/packed-affinities.ts';
import { ParkMaterial } from '../planning/parks/park-material.ts';
import { carrierBatches } from './carrier-batches.ts';
import { FROZEN_TERMS } from './frozen-records.ts';
import { inSteps } from './in-steps.ts';
import { loadResults } from './load-records.ts';
import { openPart } from './open-part.ts';
import type { Ports } from './ports.ts';
import { eachChunk } from './round-chunks.ts';

/** Proposes parks out of the results of a round and keeps them. Doing it again changes nothing. */
export async function composeParks(
  ports: Pick<Ports, 'store' | 'engine' | 'profile' | 'pools'>,
  { roundId }: { roundId: string },
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const { store, profile, pools } = ports;
  const round = await openPart(ports, roundId, 'parks');
  if (!round) return;
  // nothing is scored any more, and the parks of a large round need as much memory as its pool
  pools.release();

  // first, since reading them leaves the most behind: all matches with their explanations
  const pairs = await pairsOf(ports, round, signal);
  const material = new ParkMaterial(profile);
  const terms = { ...FROZEN_TERMS, vectorsOf: null };
  for await (const { refs } of eachChunk(round, signal)) {
    for (const result of await loadResults(ports, refs, terms)) material.addResult(result);
  }
  for await (const carriers of carrierBatches(ports, round.carriers))
    for (const carrier of carriers) material.addCarrier(carrier);
  const parks = await inSteps(compose(material, pairs), signal);
  await store.rounds.savePart(roundId, 'parks', parks);
}

/** What the chunks know: the matches that were kept, and the candidates further down. */
async function pairsOf(
  { store }: Pick<Ports, 'store'>,
  round: Round,
  signal: AbortSignal | undefined,
): Promise<PackedAffinities> {
  const pairs = new PackedAffinities();
  for await (const { chunk } of eachChunk(round, signal)) {
    const kept = await store.rounds.chunk(round.id, chunk);
    if (!kept) throw new Error(`chunk ${chunk} of round ${round.id} is gone`);
    addPairs(pairs, kept);
  }
  return pairs;
}

function addPairs(pairs: PackedAffinities, { matches, candidates }: RoundChunk): void {
  const known = new Set<string>();
  const found = { transfer: new Map<string, PairAffinity[]>(), pilot: new Map<string, PairAffinity[]>() };
  const add = (purpose: Purpose, resultId: string, pair: PairAffinity) => {
    const list = found[purpose].get(resultId) ?? [];
    list.push(pair);
    found[purpose].set(resultId, list);
  };
  for (const match of matches) {
    const { purpose, resultId, carrierId } = match;
    known.add(`${purpose} ${resultId} ${carrierId}`);
    const ground = groundOf(match);
    if (ground) add(purpose, resultId, ground);
  }
  for (const { purpose, resultId, carriers } of candidates)
    for (const [carrierId, affinity] of carriers)
      if (!known.has(`${purpose} ${resultId} ${carrierId}`))
        add(purpose, resultId, { carrierId, affinity, verdict: 'recommended' });
  for (const purpose of PURPOSES)
    for (const [resultId, list] of found[purpose]) pairs.add(purpose, resultId, list);
}

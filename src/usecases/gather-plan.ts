/** What a plan of placements is made from, read chunk by chunk: the texts of a large round are never held at once. */
import type { Purpose } from '../domain/purpose.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { Ruling } from '../domain/review.ts';
import type { Candidates, Round } from '../domain/round.ts';
import type { Analysed } from '../engine/engine.ts';
import { askedArea } from '../engine/score/facts.ts';
import { loadLinearSolver } from '../planning/assign/linear-solver.ts';
import { universityNames } from '../planning/home-university.ts';
import { PackedCandidates } from '../planning/placements/packed-candidates.ts';
import type { PlanCarrier, PlanInput, PlanResult } from '../planning/placements/plan-input.ts';
import { FROZEN_TERMS } from './frozen-records.ts';
import { loadResults } from './load-records.ts';
import type { Ports } from './ports.ts';
import { eachChunk } from './round-chunks.ts';

export async function gatherPlan(
  ports: Pick<Ports, 'store' | 'engine' | 'profile' | 'pools'>,
  round: Round,
  signal: AbortSignal | undefined,
): Promise<PlanInput> {
  const { store } = ports;
  const candidates = new PackedCandidates();
  const results: PlanResult[] = [];
  for await (const { chunk, refs } of eachChunk(round, signal)) {
    const loaded = await loadResults(ports, refs, { ...FROZEN_TERMS, vectorsOf: round.embedding.model });
    const found = await store.rounds.candidates(round.id, chunk);
    for (const row of await withApproved(ports, round, loaded, found)) candidates.add(row);
    results.push(...loaded.map(planResult));
  }
  return {
    purposes: round.purposes,
    terms: round.assignment,
    results,
    carriers: await planCarriers(ports, round),
    candidates: candidates.rows,
    aliasesOf: universityNames(ports.profile),
    solver: results.some(({ askedAreaM2 }) => askedAreaM2 !== null) ? await loadLinearSolver() : null,
  };
}

function planResult({ record, analysis }: Analysed<ResearchResult>): PlanResult {
  const [first] = analysis.sectors.weights;
  return {
    id: record.id,
    university: record.university,
    sector: first?.code ?? null,
    askedAreaM2: askedArea(analysis),
  };
}

async function planCarriers({ store }: Pick<Ports, 'store'>, { carriers }: Round): Promise<PlanCarrier[]> {
  const contents = await store.carriers.versions(carriers.map(({ hash }) => hash));
  return carriers.map(({ id, hash }) => {
    const carrier = contents.get(hash);
    if (!carrier) throw new Error(`the content ${hash} of carrier ${id} is not in the store`);
    const { name, operator, slots, pilotLots, areaFreeM2 } = carrier;
    return { id, name, operator, slots, pilotLots, areaFreeM2 };
  });
}

/** What a reviewer has approved stands, also where it is not recommended any more: with the affinity that it has now. */
async function withApproved(
  { pools }: Pick<Ports, 'pools'>,
  round: Round,
  results: readonly Analysed<ResearchResult>[],
  found: readonly Candidates[],
): Promise<readonly Candidates[]> {
  const carriers = new Set(round.carriers.map(({ id }) => id));
  const byId = new Map(results.map((result) => [result.record.id, result]));
  const approved = round.assignment.decisions.filter(
    ({ verdict, resultId, carrierId, purpose }) =>
      verdict === 'approved' &&
      byId.has(resultId) &&
      carriers.has(carrierId) &&
      round.purposes.includes(purpose),
  );
  if (approved.length === 0) return found;
  const pool = await pools.frozen(round);
  let all = found;
  for (const decision of approved)
    all = withPair(
      all,
      decision,
      () => pool.explain(byId.get(decision.resultId)!, decision.carrierId, decision.purpose).affinity,
    );
  return all;
}

function withPair(
  all: readonly Candidates[],
  { resultId, carrierId, purpose }: Ruling,
  affinityOf: () => number,
): readonly Candidates[] {
  const isSame = (row: { resultId: string; purpose: Purpose }) =>
    row.resultId === resultId && row.purpose === purpose;
  const own = all.find(isSame);
  if (own?.carriers.some(([id]) => id === carrierId)) return all;
  const carriers = [...(own?.carriers ?? []), [carrierId, affinityOf()] as const];
  const row = { resultId, purpose, carriers };
  return own ? all.map((each) => (isSame(each) ? row : each)) : [...all, row];
}

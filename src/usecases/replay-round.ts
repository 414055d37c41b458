import { DomainError } from '../domain/errors.ts';
import type { FrozenRound } from '../domain/frozen-round.ts';
import type { JobProgress } from '../domain/job.ts';
import type { FrozenRecord, RoundReport } from '../domain/round.ts';
import { comparePlans } from '../planning/placements/compare-plans.ts';
import { assessGaps } from './assess-gaps.ts';
import { assignRound } from './assign-round.ts';
import { composeParks } from './compose-parks.ts';
import { finishRound } from './finish-round.ts';
import { getReport } from './get-report.ts';
import { matchChunk } from './match-chunk.ts';
import { createPoolCache } from './match-pool.ts';
import { createModelCache } from './model-cache.ts';
import type { Ports } from './ports.ts';
import { chunkCount } from './round-chunks.ts';

/**
 * Does a round again from what it rests on, in an empty store of its own: every text is read anew, every pair scored,
 * the plan solved. The same inputs and engine give the same hash, on whatever machine. Throws `round.inputs_changed`
 * where a record is not the one that the plan names, `round.other_engine` where this program is of another version.
 */
export async function replayRound(
  ports: Pick<Ports, 'engine' | 'profile' | 'openScratch'>,
  { plan, createdAt, before, results, carriers, model, vectors }: FrozenRound,
  progress?: (progress: JobProgress) => void,
): Promise<RoundReport> {
  requireEngine(plan.engine, ports.engine.version);
  const store = await ports.openScratch(() => Date.parse(createdAt));
  try {
    requireSame(plan.results, await store.results.save(results, () => []));
    requireSame(plan.carriers, await store.carriers.save(carriers, () => []));
    if (model) await store.models.save(ports.engine.describeModel(ports.engine.readModel(model)), model);
    if (plan.embedding.model !== null) await store.embeddings.save(plan.embedding.model, vectors);
    await store.rounds.create(plan, []);
    const models = createModelCache(store, ports.engine);
    const scratch = { ...ports, store, pools: createPoolCache({ store, engine: ports.engine }, models) };
    const roundId = plan.id;
    const total = chunkCount(plan);
    for (let chunk = 0; chunk < total; chunk++) {
      await matchChunk(scratch, { roundId, chunk });
      progress?.({ done: chunk + 1, total });
    }
    await assignRound(scratch, { roundId });
    await assessGaps(scratch, { roundId });
    await composeParks(scratch, { roundId });
    await finishRound(scratch, { roundId });
    const report = await getReport(scratch, roundId);
    const { placements, obstacle } = report.assignment;
    const { previous } = plan;
    return {
      ...report,
      difference:
        previous !== null && before && obstacle === null ? comparePlans(previous, before, placements) : null,
    };
  } finally {
    await store.close();
  }
}

function requireEngine(planned: string, own: string): void {
  if (planned === own) return;
  throw new DomainError(
    'round.other_engine',
    `该轮由 ${planned} 完成，本程序为 ${own}，请用原版本复算 · The round was made by ${planned}, this program is ${own}: replay it with that version`,
  );
}

function requireSame(planned: readonly FrozenRecord[], saved: readonly FrozenRecord[]): void {
  for (const [i, { id, hash }] of planned.entries()) {
    if (saved[i]?.id === id && saved[i].hash === hash) continue;
    throw new DomainError(
      'round.inputs_changed',
      `记录 ${id} 的内容与轮次冻结的不一致 · Record ${id} is not the one that the round was frozen with`,
    );
  }
}

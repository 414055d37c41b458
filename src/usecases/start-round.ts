import { createHash } from 'node:crypto';
import { type AssignmentTerms, DEFAULT_TERMS } from '../domain/assignment.ts';
import { DomainError } from '../domain/errors.ts';
import { PURPOSES, type Purpose } from '../domain/purpose.ts';
import type { Ruling } from '../domain/review.ts';
import type { RoundPlan } from '../domain/round.ts';
import { requestJob } from '../jobs/definition.ts';
import { assessGaps, assignRound, composeParks, finishRound, matchChunk } from '../jobs/jobs.ts';
import { requireRound } from './find-round.ts';
import { newId } from './identifiers.ts';
import type { Ports } from './ports.ts';
import { chunkCount } from './round-chunks.ts';
import { settleDemands } from './settle-demands.ts';
import { trainingJobs } from './training-need.ts';
import { type BothSides, findUnembedded } from './unembedded.ts';

export interface RoundOptions {
  readonly purposes?: readonly Purpose[] | undefined;
  /** Candidates kept per result and purpose. */
  readonly top?: number | undefined;
  /** Results per job. */
  readonly chunkSize?: number | undefined;
  /** Of the plan of placements; what is not said is as in DEFAULT_TERMS. */
  readonly assignment?: AssignmentWishes | undefined;
  /** The round to compare with, null for none; the one that was finished last where not said. */
  readonly previous?: string | null | undefined;
}

type AssignmentWishes = {
  readonly [Term in Exclude<keyof AssignmentTerms, 'decisions'>]?: AssignmentTerms[Term] | undefined;
};

const DEFAULT_TOP = 5;
/** A chunk takes about a second or two, well within a lease; a round of the district is some tens of jobs. */
const DEFAULT_CHUNK_SIZE = 25;

/**
 * Starts a matching round over every result and every carrier as they stand at this moment: later changes of a
 * record do not touch it. Where records lack a vector of the embedder the whole round goes without, and has them
 * fetched for the next one; so it is with a corpus model that no longer fits the records. Throws
 * `round.nothing_to_match` where there are no results or no carriers, `round.unknown_result` and
 * `round.other_purpose` as settleDemands does.
 */
export async function startRound(
  ports: Pick<Ports, 'store' | 'engine' | 'embedder' | 'profile' | 'now' | 'random' | 'wake'>,
  {
    purposes = PURPOSES,
    top = DEFAULT_TOP,
    chunkSize = DEFAULT_CHUNK_SIZE,
    assignment,
    previous,
  }: RoundOptions = {},
): Promise<RoundPlan> {
  const { store, engine, embedder, profile } = ports;
  const records = { results: await store.results.refs(), carriers: await store.carriers.refs() };
  requireBothSides(records);
  const { use, jobs: embeddings } = await findUnembedded(store, embedder, records);
  const model = await store.models.current(engine.analyser);
  const perResult = assignment?.perResult ?? DEFAULT_TERMS.perResult;
  const demands = settleDemands(assignment?.demands ?? [], perResult, {
    purposes,
    results: records.results,
  });
  const plan: RoundPlan = {
    id: newId('r', ports),
    profile: { id: profile.id, version: profile.version },
    engine: engine.version,
    purposes,
    top,
    chunkSize,
    ...records,
    embedding: use,
    model: model?.fingerprint ?? null,
    assignment: {
      perResult,
      ...(demands ? { demands } : {}),
      assumedSlots: assignment?.assumedSlots ?? DEFAULT_TERMS.assumedSlots,
      objective: assignment?.objective ?? DEFAULT_TERMS.objective,
      nearTie: assignment?.nearTie ?? DEFAULT_TERMS.nearTie,
      seed: assignment?.seed ?? seedOf(records),
      decisions: (await store.decisions.list()).map(rulingOf),
    },
    previous: await previousRound(store, previous),
  };
  const training = await trainingJobs(store, engine);
  await store.rounds.create(plan, [jobsOf(plan), ...embeddings, ...training]);
  ports.wake();
  return plan;
}

/** The plan of placements once all chunks are matched, then what is missing, then parks, then the report. */
function jobsOf(plan: RoundPlan) {
  const roundId = plan.id;
  const chunks = Array.from({ length: chunkCount(plan) }, (_, chunk) =>
    requestJob(matchChunk, { roundId, chunk }),
  );
  const assigned = requestJob(assignRound, { roundId }, chunks);
  const gaps = requestJob(assessGaps, { roundId }, [assigned]);
  // one after the other: in a queue on Redis a job has one parent
  return requestJob(finishRound, { roundId }, [requestJob(composeParks, { roundId }, [gaps])]);
}

function rulingOf({ resultId, carrierId, purpose, verdict, reason }: Ruling): Ruling {
  return { resultId, carrierId, purpose, verdict, reason };
}

/** The same records give the same draws; a changed record gives others, so that nobody wins for ever. */
function seedOf({ results, carriers }: BothSides): string {
  const hash = createHash('sha256');
  for (const { id, hash: content } of [...results, ...carriers]) hash.update(`${id}\0${content}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** Throws `round.not_found`, or `round.not_finished` where there is no plan yet to compare with. */
async function previousRound(store: Ports['store'], id: string | null | undefined): Promise<string | null> {
  if (id === null) return null;
  if (id === undefined) return lastWithPlan(store, (await store.rounds.lastFinished())?.id ?? null);
  if ((await requireRound(store, id)).state === 'finished') return id;
  throw new DomainError(
    'round.not_finished',
    `轮次 ${id} 没有完成，无法与之比较 · Round ${id} is not finished: there is nothing to compare with`,
  );
}

/** A round whose decisions left no plan is passed over for the one that it was to be compared with. */
async function lastWithPlan(store: Ports['store'], last: string | null): Promise<string | null> {
  let id = last;
  while (id !== null && (await store.rounds.report(id))?.assignment.obstacle)
    id = (await requireRound(store, id)).previous;
  return id;
}

function requireBothSides({ results, carriers }: BothSides): void {
  if (results.length > 0 && carriers.length > 0) return;
  throw new DomainError(
    'round.nothing_to_match',
    `没有可对接的数据：成果 ${results.length} 项，载体 ${carriers.length} 家 · Nothing to match: ${results.length} results, ${carriers.length} carriers`,
  );
}

/** When what was learnt no longer fits the records. */
import type { JobRequest } from '../domain/job.ts';
import { textsIn } from '../domain/model-description.ts';
import type { Engine } from '../engine/engine.ts';
import { LEAST_DOCUMENTS } from '../engine/model/learn-word-vectors.ts';
import { requestJob } from '../jobs/definition.ts';
import { trainModel } from '../jobs/jobs.ts';
import type { KeptModel, Store } from '../store/store.ts';

/** Grown or shrunk by more than this share since, records are learnt from again. */
const MOST_CHANGE = 0.2;

export interface TrainingNeed {
  readonly due: boolean;
  /** The model that a training would replace. */
  readonly current: KeptModel | null;
}

/**
 * Due where there is no model of this analyser, or the number of records has changed much since it was learnt.
 * Never where there are too few texts to learn what words mean: how common terms are among some hundred records
 * a pool sees by itself.
 */
export async function trainingNeed(
  store: Pick<Store, 'results' | 'carriers' | 'models'>,
  engine: Pick<Engine, 'analyser'>,
): Promise<TrainingNeed> {
  const current = await store.models.current(engine.analyser);
  const records = (await store.results.count()) + (await store.carriers.count());
  if (records + textsIn(current?.background ?? []) < LEAST_DOCUMENTS) return { due: false, current };
  const learnt = current?.records ?? 0;
  return { due: current === null || Math.abs(records - learnt) > MOST_CHANGE * learnt, current };
}

/** The job that learns anew, where that is due; else none. The same records ask for the same job. */
export async function trainingJobs(
  store: Pick<Store, 'results' | 'carriers' | 'models'>,
  engine: Pick<Engine, 'analyser'>,
): Promise<JobRequest[]> {
  if (!(await trainingNeed(store, engine)).due) return [];
  const [results, carriers] = [await store.results.revision(), await store.carriers.revision()];
  return [requestJob(trainModel, { analyser: engine.analyser, results, carriers })];
}

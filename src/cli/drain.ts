import type { Config } from '../config.ts';
import type { Application } from '../usecases/application.ts';
import { createProgress } from './output/progress.ts';
import { workHere } from './session.ts';

const LOOK_EVERY_MS = 200;

/** Works off all open jobs in this process. */
export async function drain(application: Application, config: Config): Promise<void> {
  const { store, queue } = application;
  const total = await store.jobs.openCount();
  if (total === 0) return;
  await workHere(application, config);
  const progress = createProgress('分析 analysing');
  const look = setInterval(() => {
    store.jobs.openCount().then(
      (open) => progress.update(Math.max(0, total - open), total),
      () => clearInterval(look),
    );
  }, LOOK_EVERY_MS);
  try {
    await queue.drained();
    progress.update(total, total);
  } finally {
    clearInterval(look);
    progress.stop();
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { RoundReport } from '../domain/round.ts';
import type { Application } from '../usecases/application.ts';
import type { RoundOptions } from '../usecases/start-round.ts';
import { collectReport } from './collect-report.ts';
import { createProgress } from './output/progress.ts';

const LOOK_EVERY_MS = 150;

/** Starts a round and waits for its report; the queue must be working. Throws `report.not_found` where it failed. */
export async function runRound(application: Application, options: RoundOptions): Promise<RoundReport> {
  const { usecases } = application;
  const { id } = await usecases.startRound(options);
  const progress = createProgress('对接 matching');
  try {
    for (;;) {
      const round = await usecases.findRound(id);
      progress.update(round.progress.done, round.progress.total);
      if (round.state !== 'running') return await collectReport(application, id);
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    progress.stop();
  }
}

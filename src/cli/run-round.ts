import { setTimeout as sleep } from 'node:timers/promises';
import type { RoundReport } from '../domain/round.ts';
import type { Application } from '../usecases/application.ts';
import type { RoundOptions } from '../usecases/start-round.ts';
import { createProgress } from './output/progress.ts';

const LOOK_EVERY_MS = 150;

/** Starts a round and waits for its report; the queue must be working. Throws `report.not_found` where it failed. */
export async function runRound({ usecases }: Application, options: RoundOptions): Promise<RoundReport> {
  const { id } = await usecases.startRound(options);
  const progress = createProgress('对接 matching');
  try {
    for (;;) {
      const round = await usecases.findRound(id);
      progress.update(round.progress.done, round.progress.total);
      if (round.state !== 'running') return await usecases.getReport(id);
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    progress.stop();
  }
}

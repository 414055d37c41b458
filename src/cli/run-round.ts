import { setTimeout as sleep } from 'node:timers/promises';
import type { RoundReport, RoundStage } from '../domain/round.ts';
import type { Application } from '../usecases/application.ts';
import type { RoundOptions } from '../usecases/start-round.ts';
import { collectReport } from './collect-report.ts';
import { createProgress } from './output/progress.ts';

const LOOK_EVERY_MS = 150;

const STAGES: Readonly<Record<RoundStage, string>> = {
  preparing: '读取材料、建立索引 reading and indexing',
  matching: '匹配 matching',
  assignment: '统筹落位 planning',
  gaps: '查缺口 finding gaps',
  parks: '组合成果建园 composing parks',
  report: '生成报告 writing the report',
};

/** Starts a round and waits for its report; the queue must be working. Throws `report.not_found` where it failed. */
export async function runRound(application: Application, options: RoundOptions): Promise<RoundReport> {
  const { usecases } = application;
  const { id } = await usecases.startRound(options);
  const progress = createProgress('对接轮次 round');
  try {
    for (;;) {
      const round = await usecases.findRound(id);
      const { done, total, stage } = round.progress;
      progress.update(done, total, STAGES[stage]);
      if (round.state !== 'running') {
        usecases.releasePools();
        return await collectReport(application, id);
      }
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    progress.stop();
  }
}

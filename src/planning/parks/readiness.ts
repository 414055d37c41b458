/** At which stage of the chain a result stands (docs/parks.md): by its readiness, never guessed where that is unknown. */
import type { TrlReading } from '../../domain/analysis.ts';
import type { Bilingual } from '../../domain/match.ts';
import { PARK_STAGES, type ParkStage } from '../../domain/park.ts';

const STAGE_LEVELS: Readonly<Record<ParkStage, readonly [number, number]>> = {
  proof: [1, 3],
  bench: [4, 4],
  pilot: [5, 6],
  demonstration: [7, 7],
  production: [8, 9],
};

export const STAGE_NAMES: Readonly<Record<ParkStage, Bilingual>> = {
  proof: { zh: '概念验证', en: 'proof of concept' },
  bench: { zh: '小试', en: 'bench trial' },
  pilot: { zh: '中试', en: 'pilot production' },
  demonstration: { zh: '示范验证', en: 'demonstration' },
  production: { zh: '产业化', en: 'production' },
};

/** All stages that a level or range touches, the earliest first. */
export function stagesOf(trl: TrlReading | null): ParkStage[] {
  if (!trl) return [];
  return PARK_STAGES.filter((stage) => {
    const [low, high] = STAGE_LEVELS[stage];
    return trl.low <= high && low <= trl.high;
  });
}

/** Whether a result wants pilot production at all, and how surely. */
import type { Analysis } from '../../domain/analysis.ts';
import { PILOT_CAPABILITIES } from '../../domain/purpose.ts';
import type { ResearchResult } from '../../domain/research-result.ts';

export { PILOT_CAPABILITIES };

export interface PilotNeed {
  /** 0 none … 1 asked for in words. */
  readonly degree: number;
  /** Asked, or at a stage that calls for it with nothing else asked: enough to recommend a partner. */
  readonly likely?: boolean;
  readonly reason:
    | 'asked'
    | 'stage'
    | 'unknown'
    | 'done'
    | 'denied'
    | 'software'
    | 'early'
    | 'mature'
    | 'not_technical';
}

const RIPE = { low: 4, high: 7 } as const;

export function pilotNeed(
  record: ResearchResult,
  analysis: Analysis,
  asked: ReadonlyMap<string, number>,
): PilotNeed {
  if (PILOT_CAPABILITIES.some((code) => asked.has(code))) return { degree: 1, likely: true, reason: 'asked' };
  const said = (modality: string) =>
    analysis.capabilities.some((m) => m.code === 'C04' && m.modality === modality);
  if (said('denied')) return { degree: 0, reason: 'denied' };
  if (said('done')) return { degree: 0, reason: 'done' };
  if (isSoftware(record)) return { degree: 0, reason: 'software' };
  const asksOtherThings = [...asked.values()].some((weight) => weight === 1);
  const { trl } = analysis;
  if (!trl) return asksOtherThings ? { degree: 0.2, reason: 'unknown' } : { degree: 0.5, reason: 'unknown' };
  if (trl.high < RIPE.low - 1) return { degree: 0, reason: 'early' };
  if (trl.low > RIPE.high) return { degree: 0, reason: 'mature' };
  return asksOtherThings ? { degree: 0.3, reason: 'stage' } : { degree: 0.7, likely: true, reason: 'stage' };
}

/** Rights in software only: there is nothing to produce on a pilot line. */
function isSoftware(record: ResearchResult): boolean {
  const rights = (record.ip ?? []).filter((right) => right.kind !== 'other' && right.kind !== 'paper');
  return rights.length > 0 && rights.every((right) => right.kind === 'software_copyright');
}

/** Technology readiness: declared, else from the stage field, else inferred from the words, and from which. */
import type { TrlReading } from '../../domain/analysis.ts';
import { readStageBand } from '../../domain/reading/trl.ts';
import type { ResearchResultDraft } from '../../domain/research-result.ts';
import { modalityAt } from '../../text/reader.ts';
import type { Knowledge } from '../knowledge.ts';
import { clauseSpan, type ReadField } from './read-field.ts';

const DECLARED_CONFIDENCE = 0.9;
const STAGE_CONFIDENCE = 0.7;
const INFERRED_CONFIDENCE = 0.5;

export function readReadiness(
  knowledge: Knowledge,
  result: ResearchResultDraft,
  fields: readonly ReadField[],
): TrlReading | null {
  if (result.trl) return { ...result.trl, source: 'declared', confidence: DECLARED_CONFIDENCE };
  return fromStage(result.stage) ?? fromText(knowledge, fields);
}

function fromStage(stage: string | undefined): TrlReading | null {
  const band = stage === undefined ? undefined : readStageBand(stage);
  if (!band || stage === undefined) return null;
  const evidence = { field: 'stage', start: 0, end: stage.length, quote: stage };
  return { ...band, source: 'stage', confidence: STAGE_CONFIDENCE, evidence };
}

/** The furthest stage that the text claims as reached; what is asked for or denied has not been reached. */
function fromText(knowledge: Knowledge, fields: readonly ReadField[]): TrlReading | null {
  let best: TrlReading | null = null;
  for (const field of fields) {
    if (field.base === 'needs' || field.base === 'application') continue;
    for (const hit of knowledge.maturity.find(field.read.folded.text, field.read.tokens)) {
      const said = modalityAt(field.read, hit.start, hit.end);
      const cue = hit.meanings[0]!;
      if (said === 'asked' || said === 'denied' || said === 'lacking' || (best && cue.high <= best.high))
        continue;
      const evidence = clauseSpan(field, hit.start);
      best = { low: cue.low, high: cue.high, source: 'inferred', confidence: INFERRED_CONFIDENCE, evidence };
    }
  }
  return best;
}

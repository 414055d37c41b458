/** Technology readiness: declared, else from the stage field, else inferred from the words, and from which. */
import type { CapabilityMention, TrlReading } from '../../domain/analysis.ts';
import { readStageBand } from '../../domain/reading/trl.ts';
import type { ResearchResultDraft } from '../../domain/research-result.ts';
import { modalityAt } from '../../text/modality.ts';
import type { Knowledge } from '../knowledge.ts';
import { clauseSpan, type ReadField } from './read-field.ts';

const DECLARED_CONFIDENCE = 0.9;
const STAGE_CONFIDENCE = 0.7;
const INFERRED_CONFIDENCE = 0.5;

/**
 * Who asks for a stage has what comes before it: it stands at the first levels of those that the stage spans, as in
 * a stage field 待中试 says that 小试 is done. On the districts of `bench/judged` 33 of 41 levels read so meet the label.
 */
const LEVELS_OF_ASKING = 2;

export function readReadiness(
  knowledge: Knowledge,
  result: ResearchResultDraft,
  fields: readonly ReadField[],
  mentions: readonly CapabilityMention[],
): TrlReading | null {
  if (result.trl) return { ...result.trl, source: 'declared', confidence: DECLARED_CONFIDENCE };
  return fromStage(result.stage) ?? fromText(knowledge, fields) ?? fromAsks(knowledge, mentions);
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
    for (const hit of knowledge.maturity.find(field.read.folded, field.read.tokens)) {
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

/** A result that asks for pilot production has its bench trial behind it; of several stages the first is next. */
function fromAsks({ profile }: Knowledge, mentions: readonly CapabilityMention[]): TrlReading | null {
  let next: TrlReading | null = null;
  for (const { code, modality, span } of mentions) {
    if (modality !== 'asked') continue;
    const levels = profile.capabilities.find((capability) => capability.code === code)?.trl;
    if (!levels || (next && levels[0] >= next.low)) continue;
    const high = Math.min(levels[0] + LEVELS_OF_ASKING - 1, levels[1]);
    next = { low: levels[0], high, source: 'inferred', confidence: INFERRED_CONFIDENCE, evidence: span };
  }
  return next;
}

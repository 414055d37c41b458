/** A scored pair with all that a person needs to check it. */
import type { Match } from '../../domain/match.ts';
import type { Knowledge } from '../knowledge.ts';
import { CarrierPhrases } from './carrier-phrases.ts';
import type { Rescore } from './changes.ts';
import { explainComponent } from './components.ts';
import { createGatherer, type ScoredPair } from './findings.ts';
import { explainLimit } from './limits.ts';
import { createPhraseCutter, type PhraseCutter } from './phrases.ts';
import { sentenceOf } from './sentence.ts';
import { shortfalls } from './shortfalls.ts';
import { verdictOf } from './verdict.ts';
import { whyNot } from './why-not.ts';

export interface PairToExplain extends ScoredPair {
  readonly rank: number;
  /** Scores the pair with other facts; where it is given, a pair that is not recommended says why not. */
  readonly rescore: Rescore | null;
}

export interface Explainer {
  /** Cuts the quotes; a result is read with it. */
  readonly cutter: PhraseCutter;
  explain(pair: PairToExplain): Match;
}

export function createExplainer(knowledge: Knowledge): Explainer {
  const cutter = createPhraseCutter(knowledge);
  const gather = createGatherer(knowledge, cutter, new CarrierPhrases(knowledge, cutter));
  return {
    cutter,
    explain(pair) {
      const { result, carrier, purpose, score, lead, rank, rescore } = pair;
      const findings = gather(pair);
      const components = score.components.map((component) => explainComponent(component, findings));
      const limits = score.limits.map((finding) => explainLimit(finding, pair));
      const verdict = verdictOf(score, lead);
      return {
        resultId: result.record.id,
        carrierId: carrier.record.id,
        purpose,
        affinity: score.affinity,
        score: score.score,
        rank,
        verdict,
        components,
        limits,
        summary: sentenceOf(findings, limits, verdict),
        shortfalls: shortfalls(score.score, components, limits, findings),
        ...(rescore && verdict !== 'recommended' ? { whyNot: whyNot(findings, limits, rescore) } : {}),
      };
    },
  };
}

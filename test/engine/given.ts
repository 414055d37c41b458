/** The real engine on the real profile, and pools of records given as people hand them in. */
import { composeEngine, createLog } from '../../src/compose-engine.ts';
import { type Carrier, type CarrierInput, CarrierSchema } from '../../src/domain/carrier.ts';
import {
  type ResearchResult,
  type ResearchResultInput,
  ResearchResultSchema,
} from '../../src/domain/research-result.ts';
import type { Analysed, MatchPool } from '../../src/engine/engine.ts';

/** Another one of the same. */
export const anotherEngine = () => composeEngine({ profileDir: undefined }, createLog({ logLevel: 'warn' }));

export const { engine: ENGINE, profile: PROFILE } = await anotherEngine();

export function readResult(given: ResearchResultInput): Analysed<ResearchResult> {
  const draft = ResearchResultSchema.parse(given);
  return { record: { ...draft, id: draft.id ?? 'r' }, analysis: ENGINE.analyseResult(draft) };
}

export function readCarrier(given: CarrierInput): Analysed<Carrier> {
  const draft = CarrierSchema.parse(given);
  return { record: { ...draft, id: draft.id ?? 'c' }, analysis: ENGINE.analyseCarrier(draft) };
}

export interface Given {
  readonly results: readonly ResearchResultInput[];
  readonly carriers: readonly CarrierInput[];
}

export function poolOf({ results, carriers }: Given): MatchPool {
  return ENGINE.pool({ results: results.map(readResult), carriers: carriers.map(readCarrier) });
}

import type { Bilingual, Change } from '../../domain/match.ts';
import type { CarrierFacts, ResultFacts } from '../score/facts.ts';

/** One field changed, with the facts as they would then be. */
export interface Supposition {
  readonly code: string;
  readonly side: Change['side'];
  readonly what: Bilingual;
  /** One of `EFFORT`. */
  readonly effort: number;
  readonly result?: ResultFacts;
  readonly carrier?: CarrierFacts;
}

/** What a change asks of people, from filling in a field to building something up; the least is shown first. */
export const EFFORT = { fillIn: 1, confirm: 2, makeRoom: 3, advance: 4, build: 5 } as const;

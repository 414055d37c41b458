/** What advice is made from: one placement with both frozen records and what else the plan says of the result. */
import type { Analysis } from '../../domain/analysis.ts';
import type { Placement, Unplaced } from '../../domain/assignment.ts';
import type { Carrier } from '../../domain/carrier.ts';
import type { Bilingual, Match, NoFit } from '../../domain/match.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { ResearchResult } from '../../domain/research-result.ts';

export interface Read<R> {
  readonly record: R;
  readonly analysis: Analysis;
}

/** A result with all that a round says of it. */
export interface PlacedResult {
  readonly result: Read<ResearchResult>;
  /** The purposes of the round. */
  readonly purposes: readonly Purpose[];
  /** Its matches, those of its placements among them. */
  readonly matches: readonly Match[];
  readonly noFits: readonly NoFit[];
  readonly placements: readonly Placement[];
  readonly unplaced: readonly Unplaced[];
  /** The park that is proposed for it, in words; null where none is. */
  readonly park: Bilingual | null;
}

export interface Placed extends PlacedResult {
  readonly placement: Placement;
  readonly match: Match;
  readonly carrier: Read<Carrier>;
  readonly carrierName: (id: string) => string;
  readonly profile: Profile;
}

/** Codes of the capabilities that the result asks for in words. */
export function askedOf({ result: { analysis } }: PlacedResult): ReadonlySet<string> {
  const asked = analysis.capabilities.filter(({ modality }) => modality === 'asked');
  return new Set(asked.map(({ code }) => code));
}

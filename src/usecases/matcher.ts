/** Who answers questions over all records as they are now: here, or in a thread of its own. */
import type { Match, NoFit } from '../domain/match.ts';
import type { Purpose } from '../domain/purpose.ts';

export interface CarriersFound {
  /** Best first. */
  readonly matches: Match[];
  /** Why no carrier is recommended, where none is. */
  readonly noFit: NoFit | null;
}

/** Every answer is over all that was saved before it was asked for. Throws `record.not_found`. */
export interface Matcher {
  /** The best `top` carriers of one result. */
  carriersFor(resultId: string, purpose: Purpose, top: number): Promise<CarriersFound>;
  /** The best `top` results of one carrier, best first. */
  resultsFor(carrierId: string, purpose: Purpose, top: number): Promise<Match[]>;
  /** One pair with everything; rank 0. */
  explain(resultId: string, carrierId: string, purpose: Purpose): Promise<Match>;
  /** Does beforehand what the first question would wait for. */
  prepare(): Promise<void>;
  /** Keeps what the next start can use; questions under way are answered first. */
  close(): Promise<void>;
}

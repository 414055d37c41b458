import type { Match, NoFit } from '../domain/match.ts';
import type { Purpose } from '../domain/purpose.ts';
import { type CarrierBrief, carrierBriefs, type ResultBrief, resultBrief } from './briefs.ts';
import { getResult } from './get-record.ts';
import type { Ports } from './ports.ts';

export interface CarrierRecommendations {
  readonly result: ResultBrief;
  readonly purpose: Purpose;
  readonly engine: string;
  /** Best first. */
  readonly matches: readonly (Match & { readonly carrier: CarrierBrief })[];
  /** Why no carrier is recommended, where none is. */
  readonly noFit: NoFit | null;
}

/**
 * The best `top` carriers of one result over the records as they are now: a carrier that was delisted a moment
 * ago is judged as delisted. Throws `record.not_found`.
 */
export async function recommendCarriers(
  ports: Pick<Ports, 'store' | 'engine' | 'matcher'>,
  { resultId, purpose, top }: { resultId: string; purpose: Purpose; top: number },
): Promise<CarrierRecommendations> {
  const { record: result } = await getResult(ports, resultId);
  const { matches, noFit } = await ports.matcher.carriersFor(resultId, purpose, top);
  const briefs = await carrierBriefs(
    ports,
    matches.map((match) => match.carrierId),
  );
  return {
    result: resultBrief(result),
    purpose,
    engine: ports.engine.version,
    matches: matches.map((match, i) => ({ ...match, carrier: briefs[i]! })),
    noFit,
  };
}

import type { Match } from '../domain/match.ts';
import type { Purpose } from '../domain/purpose.ts';
import { type CarrierBrief, carrierBrief, type ResultBrief, resultBriefs } from './briefs.ts';
import { getCarrier } from './get-record.ts';
import type { Ports } from './ports.ts';

export interface ResultRecommendations {
  readonly carrier: CarrierBrief;
  readonly purpose: Purpose;
  readonly engine: string;
  /** Best first. */
  readonly matches: readonly (Match & { readonly result: ResultBrief })[];
}

/** The best `top` results of one carrier over the records as they are now. Throws `record.not_found`. */
export async function recommendResults(
  ports: Pick<Ports, 'store' | 'engine' | 'matcher'>,
  { carrierId, purpose, top }: { carrierId: string; purpose: Purpose; top: number },
): Promise<ResultRecommendations> {
  const { record: carrier } = await getCarrier(ports, carrierId);
  const matches = await ports.matcher.resultsFor(carrierId, purpose, top);
  const briefs = await resultBriefs(
    ports,
    matches.map((match) => match.resultId),
  );
  return {
    carrier: carrierBrief(carrier),
    purpose,
    engine: ports.engine.version,
    matches: matches.map((match, i) => ({ ...match, result: briefs[i]! })),
  };
}

import type { Match } from '../domain/match.ts';
import type { Purpose } from '../domain/purpose.ts';
import { type CarrierBrief, carrierBrief, type ResultBrief, resultBrief } from './briefs.ts';
import { getCarrier, getResult } from './get-record.ts';
import type { Ports } from './ports.ts';

/** One pair with everything that its score is made of, whether it fits or not. Throws `record.not_found`. */
export async function explainPair(
  ports: Pick<Ports, 'store' | 'matcher'>,
  { resultId, carrierId, purpose }: { resultId: string; carrierId: string; purpose: Purpose },
): Promise<Match & { result: ResultBrief; carrier: CarrierBrief }> {
  const { record: result } = await getResult(ports, resultId);
  const { record: carrier } = await getCarrier(ports, carrierId);
  return {
    ...(await ports.matcher.explain(resultId, carrierId, purpose)),
    result: resultBrief(result),
    carrier: carrierBrief(carrier),
  };
}

import type { AssignmentTerms, ResultDemand } from '../domain/assignment.ts';
import { DomainError, type Finding } from '../domain/errors.ts';
import { PURPOSE_NAMES, PURPOSES, type Purpose } from '../domain/purpose.ts';
import type { FrozenRecord } from '../domain/round.ts';

/**
 * What a round keeps of the results that may go to another number of carriers than the others: in the order of ids, and
 * only what differs. Undefined where nothing does. Throws `round.unknown_result` for a result that is not in the round
 * or is named twice, `round.other_purpose` for a number that the round has no use for.
 */
export function settleDemands(
  wishes: readonly ResultDemand[],
  perResult: AssignmentTerms['perResult'],
  { purposes, results }: { readonly purposes: readonly Purpose[]; readonly results: readonly FrozenRecord[] },
): readonly ResultDemand[] | undefined {
  requireKnown(wishes, results);
  requireOfRound(wishes, purposes);
  const demands = wishes
    .map((wish) => differing(wish, perResult))
    .filter((demand) => PURPOSES.some((purpose) => demand[purpose] !== undefined))
    .sort((a, b) => (a.resultId < b.resultId ? -1 : 1));
  return demands.length === 0 ? undefined : demands;
}

function differing(
  { resultId, ...wish }: ResultDemand,
  perResult: AssignmentTerms['perResult'],
): ResultDemand {
  const of = (purpose: Purpose) => {
    const most = wish[purpose];
    return most === undefined || most === perResult[purpose] ? {} : { [purpose]: most };
  };
  return { resultId, ...of('transfer'), ...of('pilot') };
}

function requireOfRound(wishes: readonly ResultDemand[], purposes: readonly Purpose[]): void {
  const wanted = purposes.map((purpose) => PURPOSE_NAMES[purpose]);
  const findings = wishes.flatMap((wish, i) =>
    PURPOSES.filter((purpose) => wish[purpose] !== undefined && !purposes.includes(purpose)).map(
      (purpose): Finding => ({
        field: `assignment.demands[${i}].${purpose}`,
        found: String(wish[purpose]),
        expected: `不填：本轮只做${wanted.map(({ zh }) => zh).join('、')} · nothing: this round is for ${wanted.map(({ en }) => en).join(', ')} only`,
      }),
    ),
  );
  if (findings.length === 0) return;
  throw new DomainError(
    'round.other_purpose',
    '为本轮没有的用途单独确定了家数 · Numbers for a purpose that this round is not for',
    findings,
  );
}

function requireKnown(wishes: readonly ResultDemand[], results: readonly FrozenRecord[]): void {
  const open = new Set(results.map(({ id }) => id));
  const findings = wishes.flatMap(({ resultId }, i): Finding[] => {
    const field = `assignment.demands[${i}].resultId`;
    // once named it is no longer open: a second number for it would say something else
    if (open.delete(resultId)) return [];
    return [
      {
        field,
        found: resultId,
        expected: '本轮的成果编号，每项一次 · id of a result in this round, each once',
      },
    ];
  });
  if (findings.length === 0) return;
  throw new DomainError(
    'round.unknown_result',
    '单独确定家数的成果不在本轮中或重复 · Results with a number of their own are not in this round, or named twice',
    findings,
  );
}

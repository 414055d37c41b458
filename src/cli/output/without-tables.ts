/** Results without a fitting carrier, and why: how often each reason, and some of each. */
import type { NoFit } from '../../domain/match.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { ReportEntry, RoundReport } from '../../domain/round.ts';
import { table } from './table.ts';
import { heading, print } from './terminal.ts';
import { purposeName, score } from './wording.ts';

export const WITHOUT_SHOWN = 8;
/** A result that needs, or asks for, no pilot production lacks no pilot partner. */
const NOT_A_LACK: ReadonlySet<string> = new Set(['no_pilot_needed', 'pilot_not_asked']);

interface Without {
  readonly result: ReportEntry['result'];
  readonly noFit: NoFit;
}

export function printWithout(report: RoundReport): void {
  for (const purpose of report.purposes) printPurpose(report, purpose);
}

function printPurpose({ entries, carriers }: RoundReport, purpose: Purpose): void {
  const names = new Map(carriers.map((carrier) => [carrier.id, carrier.name]));
  const all = entries.flatMap(({ result, noFits }) =>
    noFits.filter((noFit) => noFit.purpose === purpose).map((noFit) => ({ result, noFit })),
  );
  const without = all.filter(({ noFit }) => !NOT_A_LACK.has(noFit.reason));
  const notNeeded = all.length - without.length;
  heading(`${purposeName(purpose)}：没有合适载体的成果 results without a fitting carrier ${without.length}`);
  if (notNeeded > 0)
    print(`另有 ${notNeeded} 项不需要或未提出中试 · ${notNeeded} more need or ask for no pilot production`);
  print(
    table(
      [{ head: '成果 result', width: 30 }, { head: '原因 why' }, { head: '最接近 nearest', width: 26 }],
      inTurn(without, WITHOUT_SHOWN).map(({ result, noFit }) => [
        result.title,
        noFit.why.zh,
        nearest(noFit, names),
      ]),
    ),
  );
  const more = without.length - WITHOUT_SHOWN;
  if (more > 0) print(`… 另有 ${more} 项，见报告 · ${more} more in the report`);
}

/** One of each reason after another, so that a common reason does not hide the rare ones. */
function inTurn(list: readonly Without[], count: number): Without[] {
  const place = new Map<string, number>();
  const turns = list.map((item) => {
    const turn = place.get(item.noFit.reason) ?? 0;
    place.set(item.noFit.reason, turn + 1);
    return { item, turn };
  });
  return turns
    .sort((a, b) => a.turn - b.turn)
    .slice(0, count)
    .map(({ item }) => item);
}

function nearest({ nearest: near }: NoFit, names: ReadonlyMap<string, string>): string {
  return near ? `${names.get(near.carrierId) ?? near.carrierId} ${score(near.affinity)}` : '—';
}

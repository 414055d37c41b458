import { alikePlans } from '../../../domain/alike-plans.ts';
import type { Objective } from '../../../domain/assignment.ts';
import type { Bilingual } from '../../../domain/match.ts';
import type { Reader } from './reader.ts';
import { count, filled, type ReportTable, share, text, wide } from './table.ts';
import { CHAPTERS, listed, OBJECTIVE_NAMES, PLAN_NAMES } from './wording.ts';

/** This plan beside others over the same candidates; plans that come to the same stand in one line. */
export function plansTable({ report: { assignment, terms, purposes } }: Reader): ReportTable {
  const perResult = Math.max(...purposes.map((purpose) => terms.perResult[purpose]));
  const plans = [
    { kind: 'this' as const, objective: terms.objective, perResult, ...assignment.measures },
    ...assignment.compared,
  ];
  const prices = pricesOfFairness(assignment.compared);
  return {
    sheet: '方案比较',
    title: CHAPTERS.plans,
    note: {
      zh: `同一批推荐关系下的几种方案。“各自选最优”不受名额约束，超出名额部分实际无法承接。${prices.map(({ zh }) => zh).join('')}`,
      en: `Plans over the same recommendations. Each its best ignores the slots: what is beyond them cannot be taken. ${prices.map(({ en }) => en).join(' ')}`.trim(),
    },
    ...filled(alikePlans(plans), [
      text('方案', 'plan', 28, (alike) => listed(alike.map(nameOf), '；', '; ')),
      wide(text('目标', 'objective', 20, ([{ objective }]) => objective && OBJECTIVE_NAMES[objective])),
      count('每项成果最多载体', 'carriers per result', 11, ([plan]) => plan.perResult),
      count('落位', 'placements', 11, ([plan]) => plan.placements),
      share('总契合度', 'total affinity', 11, ([plan]) => plan.totalAffinity),
      share('名额内契合度', 'within the slots', 12, ([plan]) => plan.withinSlots),
      count('超出名额', 'overloads', 10, ([plan]) => plan.overloads),
      wide(count('超额载体', 'overloaded carriers', 8, ([plan]) => plan.overloadedCarriers)),
      count('未用名额', 'unused slots', 8, ([plan]) => plan.unusedSlots),
      count('获落位成果', 'results served', 10, ([plan]) => plan.served),
      wide(count('可落位成果', 'results with a candidate', 9, ([plan]) => plan.servable)),
      share('最低契合度', 'worst served', 11, ([plan]) => plan.worstServed),
    ]),
    empty: { zh: '', en: '' },
  };
}

interface NamedPlan {
  readonly kind: keyof typeof PLAN_NAMES;
  readonly objective: Objective | null;
}

function nameOf({ kind, objective }: NamedPlan): Bilingual {
  return kind === 'assigned' && objective ? assignedFor(objective) : PLAN_NAMES[kind];
}

function assignedFor(objective: Objective): Bilingual {
  const { zh, en } = PLAN_NAMES.assigned;
  return { zh: `${zh}：${OBJECTIVE_NAMES[objective].zh}`, en: `${en}: ${OBJECTIVE_NAMES[objective].en}` };
}

/** What protecting the worst served costs of the total, and what it brings them (Bertsimas, Farias & Trichakis 2011). */
function pricesOfFairness(compared: Reader['report']['assignment']['compared']): Bilingual[] {
  return compared
    .filter(({ kind, objective }) => kind === 'assigned' && objective === 'total')
    .flatMap((total): Bilingual[] => {
      const fair = compared.find(
        (plan) =>
          plan.kind === 'assigned' && plan.objective === 'worst_first' && plan.perResult === total.perResult,
      );
      if (!fair || total.worstServed === null || fair.worstServed === null) return [];
      const price = Math.max(0, total.totalAffinity - fair.totalAffinity).toFixed(3);
      if (fair.worstServed === total.worstServed)
        return [
          {
            zh: `每项至多${total.perResult}家时，最低契合度${total.worstServed.toFixed(3)}已不能再提高，先保最低不另付代价。`,
            en: `With up to ${total.perResult} a result, the lowest affinity ${total.worstServed.toFixed(3)} cannot be raised: fairness costs nothing.`,
          },
        ];
      const [from, to] = [total.worstServed.toFixed(3), fair.worstServed.toFixed(3)];
      const { perResult } = total;
      return [
        {
          zh: `每项至多${perResult}家时，先保最低的代价为总契合度减少${price}，最低契合度由${from}变为${to}。`,
          en: `With up to ${perResult} a result, protecting the worst costs ${price} of the total and moves the lowest from ${from} to ${to}.`,
        },
      ];
    });
}

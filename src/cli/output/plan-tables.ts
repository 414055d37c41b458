/** The plan of placements on a screen: how it compares, who goes where, what is missing. */
import { alikePlans } from '../../domain/alike-plans.ts';
import type { ComparedPlan } from '../../domain/assignment.ts';
import { PARK_FORM_NAMES } from '../../domain/park.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { RoundReport } from '../../domain/round.ts';
import { table } from './table.ts';
import { heading, paragraph, print } from './terminal.ts';
import { purposeName, score } from './wording.ts';

const PLACEMENTS_SHOWN = 12;
const GAPS_SHOWN = 6;
const WORST_SHOWN = 3;

export function printPlan(report: RoundReport): void {
  const { assignment } = report;
  if (assignment.obstacle) {
    const { why, change } = assignment.obstacle;
    heading('落位方案 plan of placements');
    paragraph(`无法排定 no plan: ${why.zh} · ${why.en}`);
    paragraph(`最小改动 smallest change: ${change.zh} · ${change.en}`);
    return;
  }
  printCompared(assignment.compared);
  printPlacements(report);
  printUnplaced(report);
}

const SAY: Record<string, string> = {
  independent: '各自选最优（不管名额） each its best',
  total: '统筹分配：总契合度最大 planned, greatest total',
  worst_first: '统筹分配：先保最低 planned, worst first',
};

/** One small table that shows what planning for all together is worth. */
function printCompared(compared: readonly ComparedPlan[]): void {
  heading('统筹与各自选优 planned together or each by itself');
  print(
    table(
      [
        { head: '方案 plan' },
        { head: '每项至多 carriers a result', width: 9, align: 'right' },
        { head: '落位 placed', width: 7, align: 'right' },
        { head: '名额内契合度 total within slots', width: 13, align: 'right' },
        { head: '超额 overloads', width: 10, align: 'right' },
        { head: '空余名额 unused slots', width: 9, align: 'right' },
        { head: '最低契合度 worst served', width: 8, align: 'right' },
      ],
      alikePlans(compared).map(([plan, ...alike]) => [
        [plan, ...alike].map(({ objective, kind }) => SAY[objective ?? kind] ?? kind).join('；'),
        String(plan.perResult),
        String(plan.placements),
        plan.withinSlots.toFixed(2),
        plan.overloads === 0 ? '0' : `${plan.overloads} (${plan.overloadedCarriers}家)`,
        String(plan.unusedSlots),
        plan.worstServed === null ? '–' : score(plan.worstServed),
      ]),
    ),
  );
}

function printPlacements({ assignment, entries, carriers }: RoundReport): void {
  const titles = new Map(entries.map(({ result }) => [result.id, result.title]));
  const names = new Map(carriers.map(({ id, name }) => [id, name]));
  const best = [...assignment.placements].sort(
    (a, b) => b.affinity - a.affinity || (a.resultId < b.resultId ? -1 : 1),
  );
  heading(
    `落位方案 placements（共 ${best.length} 项，契合度最高的 ${Math.min(best.length, PLACEMENTS_SHOWN)} 项）`,
  );
  print(
    table(
      [
        { head: '成果 result' },
        { head: '载体 carrier', width: 28 },
        { head: '用途 purpose', width: 10 },
        { head: '契合度 affinity', width: 9, align: 'right' },
        { head: '依据 basis', width: 14 },
      ],
      best
        .slice(0, PLACEMENTS_SHOWN)
        .map((placement) => [
          titles.get(placement.resultId) ?? placement.resultId,
          names.get(placement.carrierId) ?? placement.carrierId,
          purposeName(placement.purpose),
          score(placement.affinity),
          sayBasis(placement),
        ]),
    ),
  );
  const drawn = assignment.placements.filter(({ draw }) => draw !== null).length;
  const related = assignment.placements.filter(({ relatedParty }) => relatedParty).length;
  paragraph(
    `抽签 drawn ${drawn}（让出契合度 cost ${assignment.costOfDraws.toFixed(3)}） · 关联方须申报 related parties ${related}`,
  );
  const worst = assignment.worst.slice(0, WORST_SHOWN);
  if (worst.length > 0)
    paragraph(
      `契合度最低的落位 worst served: ${worst.map(({ resultId, affinity }) => `${titles.get(resultId) ?? resultId} ${score(affinity)}`).join('；')}`,
    );
}

function sayBasis({ basis, draw, rank }: RoundReport['assignment']['placements'][number]): string {
  if (basis === 'decision') return '审核批准 approved';
  if (draw) return `抽签 drawn 1/${draw.candidates.length}`;
  return rank === 1 ? '首选 first choice' : `第${rank}选 choice ${rank}`;
}

function printUnplaced({ assignment, purposes }: RoundReport): void {
  const count = (purpose: Purpose, reason: string) =>
    assignment.unplaced.filter((each) => each.purpose === purpose && each.reason === reason).length;
  for (const purpose of purposes)
    paragraph(
      `${purposeName(purpose)}：未落位 not placed：名额已满 all full ${count(purpose, 'capacity')}，无推荐载体 nobody recommended ${count(purpose, 'no_candidate')}`,
    );
}

export function printGaps({ gaps, assignment }: RoundReport): void {
  const open = gaps.cells.filter(({ state }) => state !== 'covered');
  heading(
    `缺口与补缺 gaps and what would fill them（不足的“领域×能力” short ${open.length}；补缺测算 forecasts ${gaps.forecasts.length}）`,
  );
  for (const { why } of (gaps.refused ?? []).slice(0, GAPS_SHOWN)) paragraph(why.zh, '· ');
  for (const { why } of gaps.forecasts.slice(0, GAPS_SHOWN)) paragraph(why.zh, '· ');
  if (assignment.obstacle) print('未能排定方案，未作测算 no forecasts without a plan');
  else if (gaps.forecasts.length === 0)
    print('没有一项新增条件能带来更多落位 no single new facility would place more');
}

const PARKS_SHOWN = 4;

export function printParks({ parks, entries }: RoundReport): void {
  const titles = new Map(entries.map(({ result }) => [result.id, result.title]));
  const { proposals, considered } = parks;
  heading(
    `成果建园 parks out of results（建议 proposed ${proposals.length}，未成 considered ${considered.length}）`,
  );
  for (const { theme, form, members, hosts, pilot, value, missing } of proposals.slice(0, PARKS_SHOWN)) {
    paragraph(
      `${theme.name.zh}（${PARK_FORM_NAMES[form].zh}，成果${members.length}项，价值 value ${value.total.toFixed(1)}${value.proven ? '，已证最优' : ''}）`,
      '· ',
    );
    paragraph(members.map(({ resultId }) => titles.get(resultId) ?? resultId).join('；'), '    成果 ');
    paragraph(
      `${hosts.map(({ name }) => name).join('、') || '暂无'} · 中试 ${pilot?.name ?? '暂无'}${missing.length > 0 ? ` · 尚缺 ${missing.map(({ zh }) => zh.replace(/。$/u, '')).join('；')}` : ''}`,
      '    承载 ',
    );
  }
  if (proposals.length > 0) return;
  for (const { universities, fields, resultIds, why } of considered.slice(0, PARKS_SHOWN)) {
    const about = fields.length > 0 ? fields.join('、') : (titles.get(resultIds[0] ?? '') ?? '');
    paragraph(`${[...universities, about].filter(Boolean).join('·')}：${why.zh}`, '· ');
  }
}

export function printTargets({ targets }: RoundReport): void {
  heading('规划指标 targets of the plan');
  print(
    table(
      [
        { head: '指标 target' },
        { head: '现值 now', width: 14, align: 'right' },
        { head: '2023', width: 8, align: 'right' },
        { head: '2025', width: 8, align: 'right' },
        { head: '2025年差 missing', width: 10, align: 'right' },
        { head: '填报 stated', width: 9, align: 'right' },
      ],
      targets
        .filter(({ goals }) => goals.length > 0)
        .map(({ name, value, unit, bound, goals, stated, counted }) => {
          const goal = (year: number) => goals.find((each) => each.year === year);
          const missing = goal(2025)?.missing;
          return [
            `${name.zh} ${name.en}`,
            value === null ? '未知' : `${BOUND[bound]}${value} ${unit}`,
            String(goal(2023)?.least ?? '–'),
            String(goal(2025)?.least ?? '–'),
            missing === null || missing === undefined ? '–' : String(missing),
            `${stated}/${counted}`,
          ];
        }),
    ),
  );
}

const BOUND = { exact: '', least: '≥', most: '≤' } as const;

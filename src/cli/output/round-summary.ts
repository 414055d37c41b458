/** What a round brought, on one or two screens: the best matches, who is left without, how carriers are loaded. */
import { sayEmbeddingUse } from '../../domain/embedding-use.ts';
import type { Match } from '../../domain/match.ts';
import { PURPOSE_NAMES, type Purpose } from '../../domain/purpose.ts';
import type { ReportEntry, RoundReport } from '../../domain/round.ts';
import { printLoads } from './load-table.ts';
import { printGaps, printParks, printPlan, printTargets } from './plan-tables.ts';
import { table } from './table.ts';
import { heading, paragraph, print, terminal } from './terminal.ts';
import { printWithout } from './without-tables.ts';
import { purposeName, score } from './wording.ts';

export const BEST_SHOWN = 8;

export function printRoundSummary(report: RoundReport): void {
  const { totals } = report;
  const { bold } = terminal.colours;
  print(bold(`\n对接轮次 round ${report.roundId}`));
  print(`区域方案 profile ${report.profile.name.zh}`);
  print(`引擎版本 engine ${report.engine}`);
  print(`语料模型 corpus model ${report.model}`);
  printEmbedding(report);
  print(`成果 results ${totals.results} · 载体 carriers ${totals.carriers} · 对 pairs ${totals.pairs}`);
  for (const purpose of report.purposes) printPurpose(report, purpose);
  printPlan(report);
  printWithout(report);
  printLoads(report);
  printGaps(report);
  printParks(report);
  printTargets(report);
  printDifference(report);
}

function printEmbedding({ embedding }: RoundReport): void {
  if (embedding === undefined || (embedding.model === null && embedding.reason === 'not_configured')) return;
  const { zh, en } = sayEmbeddingUse(embedding);
  print(`向量模型 embedder ${zh === en ? zh : `${zh} · ${en}`}`);
}

function printPurpose({ entries, carriers, totals }: RoundReport, purpose: Purpose): void {
  const names = new Map(carriers.map((carrier) => [carrier.id, carrier.name]));
  const best = entries
    .flatMap((entry) => bestOf(entry, purpose))
    .sort(byAffinity)
    .slice(0, BEST_SHOWN);
  heading(
    `${purposeName(purpose)}：推荐 recommended ${totals.recommended[purpose]}，惠及成果 results served ${totals.resultsServed[purpose]}`,
  );
  print(
    table(
      [
        { head: '成果 result', width: 26 },
        { head: '载体 carrier', width: 20 },
        { head: '契合度 affinity', width: 8, align: 'right' },
        { head: '理由 reason' },
      ],
      best.map(({ entry, match }) => [
        entry.result.title,
        names.get(match.carrierId) ?? match.carrierId,
        score(match.affinity),
        match.summary.zh,
      ]),
    ),
  );
}

interface Best {
  readonly entry: ReportEntry;
  readonly match: Match;
}

/** Each result once, with its best recommended carrier. */
function bestOf(entry: ReportEntry, purpose: Purpose): Best[] {
  const [match] = entry.matches.filter((each) => each.purpose === purpose && each.verdict === 'recommended');
  return match ? [{ entry, match }] : [];
}

function byAffinity(a: Best, b: Best): number {
  return b.match.affinity - a.match.affinity || (a.match.resultId < b.match.resultId ? -1 : 1);
}

const CHANGES_SHOWN = 12;

function printDifference({ difference, entries, carriers }: RoundReport): void {
  if (!difference) return;
  const { previous, kept, added, removed } = difference;
  heading(`与上轮比较 against round ${previous}`);
  print(`保留 kept ${kept} · 新增 added ${added.length} · 取消 removed ${removed.length}`);
  const titles = new Map(entries.map(({ result }) => [result.id, result.title]));
  const names = new Map(carriers.map(({ id, name }) => [id, name]));
  const changes = [
    ...added.map((pair) => ({ pair, sign: '＋' })),
    ...removed.map((pair) => ({ pair, sign: '－' })),
  ];
  for (const { pair, sign } of changes.slice(0, CHANGES_SHOWN))
    paragraph(
      `${titles.get(pair.resultId) ?? pair.resultId} → ${names.get(pair.carrierId) ?? pair.carrierId}（${PURPOSE_NAMES[pair.purpose].zh}）`,
      `${sign} `,
    );
  const others = changes.length - CHANGES_SHOWN;
  if (others > 0) print(`… 另有 ${others} 处，见报告 · ${others} more in the report`);
}

/** A round's report as one page that needs nothing else: to read, to print, to file. */
import { sayEmbeddingUse } from '../../domain/embedding-use.ts';
import type { Bilingual } from '../../domain/match.ts';
import type { Profile } from '../../domain/profile.ts';
import { PURPOSE_NAMES } from '../../domain/purpose.ts';
import type { RoundReport } from '../../domain/round.ts';
import { funnelChart, loadChart, sectorChart } from './charts/report-charts.ts';
import { concentrationTable } from './content/concentration-table.ts';
import { decisionsTable } from './content/decisions-table.ts';
import { demandsTable } from './content/demands-table.ts';
import { differenceTable } from './content/difference-table.ts';
import { gapGridTable } from './content/gap-grid-table.ts';
import { forecastsTable, gapsTable } from './content/gaps-table.ts';
import { AUTHOR_NAMES, periodFacts } from './content/header-facts.ts';
import { loadsTable } from './content/loads-table.ts';
import { parksTable } from './content/parks-table.ts';
import { placementsTable } from './content/placements-table.ts';
import { plansTable } from './content/plans-table.ts';
import { type Reader, readReport } from './content/reader.ts';
import { refusedTable } from './content/refused-table.ts';
import { targetsTable } from './content/targets-table.ts';
import { lackingTable } from './content/unplaced-table.ts';
import { CHAPTERS } from './content/wording.ts';
import { worstServedTable } from './content/worst-served-table.ts';
import { contentChart, contentTable, parkDetails, placementDetails, titledTable } from './content-html.ts';
import { html, type Markup } from './html.ts';
import { bestMatches, scoreSheets } from './matches-html.ts';
import { type Names, namesOf } from './names.ts';
import { REPORT_STYLE } from './style.ts';

/** Chinese first, English beside it. The same report gives the same bytes. */
export function roundReportHtml(report: RoundReport, profile: Profile): string {
  const names = namesOf(profile);
  const reader = readReport(report, profile);
  const chapters = [...planChapters(reader), ...withoutPlan(reader), scores(reader, names)];
  const page = html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>成果对接报告 ${report.roundId}</title><style>${{ markup: REPORT_STYLE }}</style></head>
<body><main>
<header><h1>高校科技成果与孵化载体对接报告<small>Match report: university research results and incubation carriers</small></h1>${facts(report, profile)}</header>
<nav>${chapters.map(({ title: { zh, en } }, i) => html`<a href="#c${i + 1}">${zh}<small>${en}</small></a>`)}</nav>
${chapters.map(
  ({ title: { zh, en }, content }, i) =>
    html`<section id="c${i + 1}"><h2>${zh}<small>${en}</small></h2>${content}</section>
`,
)}<footer>本报告为系统建议，须经人工审核后生效。 Recommendations of a system, valid only after review.<br>校验 sha256 ${report.hash}</footer>
</main></body></html>
`;
  return page.markup;
}

interface Chapter {
  readonly title: Bilingual;
  readonly content: readonly Markup[];
}

/** The plan: what it is, beside others, who goes where and what to do about it, and who stays without. */
function planChapters(reader: Reader): Chapter[] {
  const chapter = (title: Bilingual, content: readonly Markup[]) => ({ title, content });
  const demands = demandsTable(reader);
  const refused = refusedTable(reader);
  return [
    chapter(CHAPTERS.plans, [contentChart(funnelChart(reader)), contentTable(plansTable(reader))]),
    ...(demands ? [chapter(CHAPTERS.demands, [contentTable(demands)])] : []),
    chapter(CHAPTERS.placements, [
      contentTable(placementsTable(reader)),
      contentChart(sectorChart(reader)),
      ...reader.placed.map((placed) => placementDetails(reader, placed)),
    ]),
    chapter(CHAPTERS.unplaced, [contentTable(lackingTable(reader))]),
    chapter({ zh: '名额与占用', en: 'Slots taken' }, [
      contentChart(loadChart(reader)),
      contentTable(loadsTable(reader)),
    ]),
    chapter(CHAPTERS.concentration, [
      contentTable(concentrationTable(reader)),
      titledTable(worstServedTable(reader)),
    ]),
    chapter(CHAPTERS.parks, [
      contentTable(parksTable(reader)),
      ...reader.report.parks.proposals.map((park) => parkDetails(reader, park)),
    ]),
    chapter(CHAPTERS.gaps, [
      titledTable(gapGridTable(reader)),
      titledTable(gapsTable(reader, 'open')),
      ...(refused ? [titledTable(refused)] : []),
      titledTable(forecastsTable(reader)),
    ]),
    chapter(CHAPTERS.targets, [contentTable(targetsTable(reader))]),
    ...(reader.report.terms.decisions.length > 0
      ? [chapter(CHAPTERS.decisions, [contentTable(decisionsTable(reader))])]
      : []),
    ...(reader.report.difference
      ? [chapter(CHAPTERS.difference, [contentTable(differenceTable(reader))])]
      : []),
  ];
}

/** Where decisions leave no plan, who would be recommended is all there is to look at. */
function withoutPlan({ report, carrier }: Reader): Chapter[] {
  if (!report.assignment.obstacle) return [];
  return [{ title: { zh: '推荐对接', en: 'Best matches' }, content: [bestMatches(report, carrier)] }];
}

function scores({ report, carrier }: Reader, names: Names): Chapter {
  const note = html`<p class="soft">点击展开每一对的评分项、硬性条件、原文依据，为什么不是更高，以及接近而未推荐的差在哪里。<span class="en">Open a line for its components, limits and quotes, for why it is not higher and, of near misses, for what is missing.</span></p>`;
  return {
    title: { zh: '评分明细', en: 'Score sheets' },
    content: [note, ...scoreSheets(report, names, carrier)],
  };
}

/** A line to write on, on paper. */
const TO_FILL_IN = '________________';

const inBoth = (value: Bilingual | string): string =>
  typeof value === 'string' ? value : `${value.zh} ${value.en}`;

function facts(report: RoundReport, profile: Profile): Markup {
  const { totals } = report;
  const entries: readonly (readonly [string, string])[] = [
    ['轮次 Round', report.roundId],
    ...AUTHOR_NAMES.map(({ zh, en }) => [`${zh} ${en}`, TO_FILL_IN] as const),
    ...periodFacts({ report }).map(([{ zh, en }, value]) => [`${zh} ${en}`, inBoth(value)] as const),
    ['政策方案 Profile', `${report.profile.name.zh}（${report.profile.id}，版本 ${report.profile.version}）`],
    ['地区 District', `${profile.district.zh} ${profile.district.en}`],
    ['引擎 Engine', report.engine],
    ...embedding(report),
    ['语料模型 Corpus model', report.model],
    ['规模 Size', `成果 ${totals.results} 项，载体 ${totals.carriers} 家，配对 ${totals.pairs} 对`],
    ...report.purposes.map(
      (purpose) =>
        [
          `${PURPOSE_NAMES[purpose].zh} ${PURPOSE_NAMES[purpose].en}`,
          `推荐 ${totals.recommended[purpose]} 对，覆盖成果 ${totals.resultsServed[purpose]} 项，暂无载体 ${totals.resultsWithout[purpose]} 项`,
        ] as const,
    ),
  ];
  return html`<dl class="facts">${entries.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** Which embedder was used, or why none; a report of before there was one does not say. */
function embedding({ embedding: use }: RoundReport): [string, string][] {
  if (use === undefined) return [];
  const { zh, en } = sayEmbeddingUse(use);
  return [['向量模型 Embedder', zh === en ? zh : `${zh} · ${en}`]];
}

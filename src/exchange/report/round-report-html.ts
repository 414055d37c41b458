/** A round's report as one page that needs nothing else: to read, to print, to file. */
import { sayEmbeddingUse } from '../../domain/embedding-use.ts';
import type { Profile } from '../../domain/profile.ts';
import { PURPOSE_NAMES } from '../../domain/purpose.ts';
import type { RoundReport } from '../../domain/round.ts';
import { html, type Markup } from './html.ts';
import { namesOf } from './names.ts';
import { REPORT_STYLE } from './style.ts';
import { bestMatches, carrierLoads, scoreSheets, withoutCarrier } from './tables.ts';

/** Chinese first, English beside it. The same report gives the same bytes. */
export function roundReportHtml(report: RoundReport, profile: Profile): string {
  const names = namesOf(profile);
  const carriers = new Map(report.carriers.map(({ id, name }) => [id, name]));
  const carrier = (id: string) => carriers.get(id) ?? id;
  const page = html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>成果对接报告 ${report.roundId}</title><style>${{ markup: REPORT_STYLE }}</style></head>
<body><main>
<header><h1>高校科技成果与孵化载体对接报告<small>Match report: university research results and incubation carriers</small></h1>${facts(report, profile)}</header>
<section><h2>推荐对接<small>Best matches</small></h2>${bestMatches(report, carrier)}</section>
<section><h2>暂无合适载体的成果<small>Results without a fitting carrier</small></h2>${withoutCarrier(report, carrier)}</section>
<section><h2>载体负荷<small>Carriers and their loads</small></h2>${carrierLoads(report)}</section>
<section><h2>评分明细<small>Score sheets</small></h2><p class="soft">点击展开每一对的评分项、硬性条件、原文依据，为什么不是更高，以及接近而未推荐的差在哪里。<span class="en">Open a line for its components, limits and quotes, for why it is not higher and, of near misses, for what is missing.</span></p>${scoreSheets(report, names, carrier)}</section>
<footer>本报告为系统建议，须经人工审核后生效。 Recommendations of a system, valid only after review.<br>校验 sha256 ${report.hash}</footer>
</main></body></html>
`;
  return page.markup;
}

function facts(report: RoundReport, profile: Profile): Markup {
  const { totals } = report;
  const entries: readonly (readonly [string, string])[] = [
    ['轮次 Round', report.roundId],
    ['生成时间 Date', beijingTime(report.createdAt)],
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

/** `2024-05-06 14:30（北京时间）`; a text that is no time stays as it is. */
function beijingTime(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const local = new Date(time + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}（北京时间 UTC+8）`;
}

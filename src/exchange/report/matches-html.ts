/** The best matches of a report, and the score sheets of all, as markup. */
import { levelRange } from '../../domain/analysis.ts';
import type { Match } from '../../domain/match.ts';
import { PURPOSE_NAMES } from '../../domain/purpose.ts';
import type { ReportEntry, RoundReport } from '../../domain/round.ts';
import { compare } from './content/reader.ts';
import { html, type Markup } from './html.ts';
import { type Names, verdictName } from './names.ts';
import { scoreSheet, share } from './score-sheet.ts';

export type CarrierName = (id: string) => string;

interface Row {
  readonly entry: ReportEntry;
  readonly match: Match;
}

/** The best recommended carrier of each result and purpose, best affinity first. */
export function bestMatches(report: RoundReport, carrier: CarrierName): Markup {
  const rows = report.entries.flatMap((entry): Row[] =>
    report.purposes.flatMap((purpose) => {
      const match = entry.matches.find(
        (candidate) => candidate.purpose === purpose && candidate.verdict === 'recommended',
      );
      return match ? [{ entry, match }] : [];
    }),
  );
  rows.sort((a, b) => b.match.affinity - a.match.affinity || compare(a.entry.result.id, b.entry.result.id));
  if (rows.length === 0)
    return html`<p>本轮没有推荐的对接。<span class="en">No match is recommended in this round.</span></p>`;
  return html`<table><thead><tr><th>成果<small>result</small></th><th>单位<small>university</small></th><th>载体<small>carrier</small></th><th>用途<small>purpose</small></th><th>契合度<small>affinity</small></th><th>结论<small>verdict</small></th><th>理由<small>why</small></th></tr></thead><tbody>${rows.map((row) => bestRow(row, carrier))}</tbody></table>`;
}

function bestRow({ entry, match }: Row, carrier: CarrierName): Markup {
  const { result } = entry;
  return html`<tr><td>${result.title}</td><td>${result.university ?? '未填'}</td><td>${carrier(match.carrierId)}</td><td>${PURPOSE_NAMES[match.purpose].zh}<span class="en">${PURPOSE_NAMES[match.purpose].en}</span></td><td class="num">${affinity(match.affinity)}</td><td class="verdict"><span class="${match.verdict}">${verdictName(match.verdict)}</span></td><td>${match.summary.zh}<span class="en">${match.summary.en}</span></td></tr>`;
}

function affinity(value: number): Markup {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return html`${share(value)}<span class="bar"><i style="width:${percent}%"></i></span>`;
}

/** One section per result, with a score sheet per match. */
export function scoreSheets(report: RoundReport, names: Names, carrier: CarrierName): Markup[] {
  return report.entries
    .filter((entry) => entry.matches.length > 0)
    .map(
      (entry) =>
        html`<section class="entry"><h3>${entry.result.title}</h3><p class="small soft">${resultLine(entry, names)}</p>${entry.matches.map((match) => scoreSheet(match, carrier(match.carrierId), names))}</section>`,
    );
}

function resultLine({ result }: ReportEntry, names: Names): string {
  const sectors = result.sectors
    .map(({ code, weight }) => `${names.sector(code)} ${Math.round(weight * 100)}%`)
    .join('、');
  const trl = result.trl
    ? `TRL ${levelRange(result.trl)}（${TRL_SOURCES[result.trl.source] ?? result.trl.source}）`
    : 'TRL 未知';
  const asked = result.asked.map((code) => names.capability(code)).join('、');
  return [
    result.university ?? '单位未填',
    sectors === '' ? '领域未识别' : sectors,
    trl,
    asked === '' ? '' : `需求：${asked}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

const TRL_SOURCES: Record<string, string> = { declared: '填报', stage: '按阶段', inferred: '推断' };

/** Tables and placement sheets of the report's content as markup. */
import type { Bilingual } from '../../domain/match.ts';
import type { ParkProposal } from '../../domain/park.ts';
import { barChart } from './charts/bar-chart.ts';
import type { Chart } from './charts/report-charts.ts';
import { parkFacts } from './content/park-lines.ts';
import { parkMembersTable } from './content/park-members-table.ts';
import { parkNeedsTable } from './content/park-needs-table.ts';
import { parkSitesTable } from './content/park-sites-table.ts';
import type { Fact } from './content/parties.ts';
import { carrierFacts, resultFacts } from './content/parties.ts';
import type { PlacedEntry, Reader } from './content/reader.ts';
import {
  dueDay,
  groundLines,
  NO_RISKS,
  recommendationFacts,
  riskLine,
  sheetTitle,
  standingLine,
  stepText,
} from './content/sheet-lines.ts';
import { narrow, printed, type ReportTable, toneOf } from './content/table.ts';
import { SECTIONS } from './content/wording.ts';
import { html, type Markup } from './html.ts';

export function both({ zh, en }: Bilingual): Markup {
  return en === '' || en === zh ? html`${zh}` : html`${zh}<span class="en">${en}</span>`;
}

export function contentTable(table: ReportTable): Markup {
  const { columns, rows, note, empty } = narrow(table);
  const said = note ? html`<p class="soft small">${both(note)}</p>` : html``;
  if (rows.length === 0) return html`${said}<p>${both(empty)}</p>`;
  const number = (i: number) => (columns[i]!.kind === 'text' ? '' : 'num');
  return html`${said}<table><thead><tr>${columns.map(
    ({ head }, i) => html`<th class="${number(i)}">${head.zh}<small>${head.en}</small></th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, i) => html`<td class="${toneOf(cell) ?? number(i)}">${both(printed(cell, columns[i]!))}</td>`)}</tr>`,
  )}</tbody></table>`;
}

/** A table under its name, where a chapter has several. */
export function titledTable(table: ReportTable): Markup {
  return html`${section(table.title)}${contentTable(table)}`;
}

export function contentChart({ title, bars }: Chart): Markup {
  if (bars.length === 0) return html``;
  return html`<figure><figcaption>${both(title)}</figcaption>${{ markup: barChart(bars, 'sans-serif') }}</figure>`;
}

/** The sheet of one placement, folded; the scores stand in the chapter of score sheets. */
export function placementDetails(reader: Reader, placed: PlacedEntry): Markup {
  const { risks, steps, contribution } = placed.sheet.advice;
  return html`<details><summary><b>${sheetTitle(placed)}</b></summary><div>
<p>${both(standingLine(reader, placed))}</p>
${section(SECTIONS.parties)}${facts(resultFacts(reader, placed))}${facts(carrierFacts(placed))}
${section(SECTIONS.recommendation)}${facts(recommendationFacts(placed))}
${section(SECTIONS.risks)}${
  risks.length === 0
    ? html`<p>${both(NO_RISKS)}</p>`
    : html`<ol>${risks.map((risk) => html`<li>${both(riskLine(risk))}${groundLines(risk).map((line) => html`<span class="en">${line}</span>`)}</li>`)}</ol>`
}
${section(SECTIONS.steps)}<table><tbody>${steps.map(
    (step) =>
      html`<tr><td>${dueDay(reader, step)}</td><td>${both(step.actor)}</td><td>${both(stepText(step))}</td></tr>`,
  )}</tbody></table>
${section(SECTIONS.contribution)}<p>${both(contribution)}</p>
</div></details>`;
}

/** The sheet of one proposed park, folded. */
export function parkDetails(reader: Reader, park: ParkProposal): Markup {
  const tables = [parkMembersTable, parkSitesTable, parkNeedsTable].map((table) => table(reader, [park]));
  return html`<details><summary><b>${park.theme.name.zh}</b></summary><div>
${facts(parkFacts(park))}${tables.map(titledTable)}
</div></details>`;
}

function facts(list: readonly Fact[]): Markup {
  return html`<dl class="facts">${list.map(([name, value]) => html`<dt>${name.zh}</dt><dd>${typeof value === 'string' ? value : both(value)}</dd>`)}</dl>`;
}

function section({ zh, en }: Bilingual): Markup {
  return html`<h3>${zh} ${en}</h3>`;
}

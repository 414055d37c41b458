/** The score sheet of one match: what it is made of, so that a person can check it by hand. */
import { affinityInFigures } from '../../domain/affinity-curve.ts';
import {
  type Change,
  componentName,
  type Evidence,
  type LimitCheck,
  type Match,
  type ScoreComponent,
  type WhyNot,
} from '../../domain/match.ts';
import { PURPOSE_NAMES } from '../../domain/purpose.ts';
import { quoteSource } from '../../domain/quote-source.ts';
import { factorOf, sumOf } from './content/sheet-lines.ts';
import { html, type Markup } from './html.ts';
import { type Names, OUTCOME_NAMES, verdictName } from './names.ts';

export function scoreSheet(match: Match, carrier: string, names: Names): Markup {
  const purpose = PURPOSE_NAMES[match.purpose];
  return html`<details>
<summary>${purpose.zh} ${match.rank}. <b>${carrier}</b> · ${share(match.affinity)} · <span class="${match.verdict}">${verdictName(match.verdict)}</span></summary>
<div>
<p>${match.summary.zh}<span class="en">${match.summary.en}</span></p>
<table><thead><tr><th>评分项<small>component</small></th><th class="num">得分<small>value</small></th><th class="num">权重<small>weight</small></th><th class="num">贡献<small>contribution</small></th><th>依据<small>why, with quotes</small></th></tr></thead>
<tbody>${match.components.map((component) => componentRow(component, names))}</tbody>
<tfoot><tr><th>合计<small>sum of contributions</small></th><td></td><td></td><td class="num">${share(sumOf(match))}</td><td>${afterLimits(match)}</td></tr></tfoot></table>
${match.limits.length > 0 ? limits(match.limits, names) : html``}
${match.shortfalls.length > 0 ? shortfalls(match) : html``}
${match.whyNot ? whyNot(match.whyNot) : html``}
</div></details>`;
}

function componentRow(component: ScoreComponent, names: Names): Markup {
  const value =
    component.value === null
      ? html`<span class="soft">未知，按 ${share(component.assumed ?? 0)}<span class="en">unknown, assumed</span></span>`
      : html`${share(component.value)}`;
  return html`<tr><td>${componentName(component.name)}</td><td class="num">${value}</td><td class="num">${share(component.weight)}</td><td class="num">${share(component.contribution)}</td><td>${component.why.zh}<span class="en">${component.why.en}</span>${quotes(component.evidence, names)}</td></tr>`;
}

function limits(checks: readonly LimitCheck[], names: Names): Markup {
  return html`<h3>硬性条件 Limits checked</h3><ul>${checks.map(
    (check) =>
      html`<li><span class="${check.outcome}">${OUTCOME_NAMES[check.outcome]}</span> ${check.why.zh} <span class="soft small">${check.why.en}${effect(check)}</span>${quotes(check.evidence, names)}</li>`,
  )}</ul>`;
}

function effect(check: LimitCheck): string {
  if (check.factor === 1) return '';
  return check.factor === 0 ? ' · 排除 excludes' : ` · ×${share(check.factor)}`;
}

/** What costs most first; the costs and the score add up to 1. */
function shortfalls(match: Match): Markup {
  return html`<h3>为什么不是更高 Why it is not higher</h3><ul>${match.shortfalls.map(
    ({ zh, en, cost }) =>
      html`<li>${cost === undefined ? '' : `−${share(cost)} `}${zh} <span class="soft small">${en}</span></li>`,
  )}</ul>`;
}

function whyNot({ obstacles, changes, conclusion }: WhyNot): Markup {
  return html`<h3>为什么未推荐 Why it is not recommended</h3><ul>${obstacles.map(
    ({ why }) => html`<li>${why.zh} <span class="soft small">${why.en}</span></li>`,
  )}</ul>
<p>${conclusion.zh} <span class="soft small">${conclusion.en}</span></p>${changes.length > 0 ? html`<ul>${changes.map(change)}</ul>` : html``}`;
}

function change({ what, affinity }: Change): Markup {
  return html`<li>${what.zh} <span class="soft small">${what.en}</span> → ${share(affinity)}</li>`;
}

function quotes(evidence: readonly Evidence[], names: Names): Markup {
  if (evidence.length === 0) return html``;
  return html`<ul class="small">${evidence.map((each) => {
    const about = names.about(each);
    return html`<li>${quoteSource(each)}：<q>${each.quote}</q>${about === null ? html`` : html` <span class="soft">${about}</span>`}</li>`;
  })}</ul>`;
}

/** How the sum becomes the score, by the factors of the limits, and the score the affinity. */
function afterLimits(match: Match): string {
  const factor = factorOf(match);
  const { score, affinity, purpose } = match;
  const figures = affinityInFigures(score, affinity, purpose);
  const limited =
    factor === 1 ? '' : `× 硬性条件系数 limits ${share(factor)} = 综合分 score ${share(score)}；`;
  return `${limited}综合分${share(score)}的匹配约有${Math.round(100 * affinity)}%合适 of matches with this score about ${Math.round(100 * affinity)} % are good: 契合度 affinity ${share(affinity)}${figures === null ? '' : ` = ${figures}`}`;
}

/** Shares with three decimals, as they are compared. */
export function share(value: number): string {
  return value.toFixed(3);
}

/** One pair as a tree: the affinity, what it is made of with the quotes behind it, and why it is not more. */
import {
  type Bilingual,
  componentName,
  type Evidence,
  type LimitCheck,
  type Match,
  type ScoreComponent,
  type WhyNot,
} from '../../domain/match.ts';
import { quoteSource } from '../../domain/quote-source.ts';
import { heading, print, terminal } from './terminal.ts';
import { displayWidth, wrap } from './width.ts';
import { purposeName, score, verdictName } from './wording.ts';

/** Quotes shown of one component; `--json` has all. */
const QUOTES_SHOWN = 4;
const NAME_WIDTH = 20;

export function printExplanation(match: Match): void {
  heading(`${purposeName(match.purpose)}：${verdictName(match.verdict)} ${score(match.affinity)}`);
  say(match.summary, '');
  const factor = match.limits.reduce((product, limit) => product * limit.factor, 1);
  const sum = match.components.reduce((total, part) => total + part.contribution, 0);
  print(
    `\n综合分 score ${score(match.score)} = 各项之和 sum ${score(sum)} × 硬性条件 limits ${score(factor)} → 契合度 affinity ${score(match.affinity)}`,
  );
  match.components.forEach((component, i) => {
    printComponent(component, i === match.components.length - 1 && match.limits.length === 0);
  });
  printLimits(match.limits);
  if (match.shortfalls.length > 0) printShortfalls(match);
  if (match.whyNot) printWhyNot(match.whyNot);
}

function printComponent(component: ScoreComponent, isLast: boolean): void {
  const { name, value, assumed = 0, weight, contribution, why, evidence } = component;
  const counted = value === null ? `未知按 ${score(assumed)}` : score(value);
  const trunk = isLast ? '   ' : '│  ';
  print(
    `${isLast ? '└─' : '├─'} ${padded(componentName(name))} ${score(contribution)} = ${score(weight)} × ${counted}`,
  );
  hang(`${trunk}  `, why.zh);
  printQuotes(`${trunk}  `, evidence);
}

function printLimits(limits: readonly LimitCheck[]): void {
  if (limits.length === 0) return;
  print('└─ 硬性条件 limits');
  for (const { outcome, factor, why, evidence } of limits) {
    hang('     ', `${MARKS[outcome]} ${factor === 1 ? '' : `×${score(factor)} `}${why.zh}`);
    printQuotes('       ', evidence);
  }
}

const MARKS: Record<LimitCheck['outcome'], string> = { passed: '✓', failed: '✗', unknown: '?' };

function printQuotes(indent: string, evidence: readonly Evidence[]): void {
  for (const each of evidence.slice(0, QUOTES_SHOWN))
    hang(indent, `${quoteSource(each)}：“${each.quote}”`, terminal.colours.dim);
  const more = evidence.length - QUOTES_SHOWN;
  if (more > 0) print(terminal.colours.dim(`${indent}… 另有 ${more} 处 more`));
}

/** What costs most first; with the score the costs add up to 1. */
function printShortfalls({ score: reached, shortfalls }: Match): void {
  heading(`为什么不是更高 why it is not higher（1 − ${score(reached)} = ${score(1 - reached)}）`);
  for (const { cost, zh } of shortfalls) hang('  ', `${cost === undefined ? '' : `−${score(cost)}  `}${zh}`);
}

function printWhyNot({ obstacles, changes, conclusion }: WhyNot): void {
  heading('为什么未推荐 why it is not recommended');
  for (const { why } of obstacles) say(why, '  ✗ ');
  say(conclusion, '  ');
  for (const { what, affinity } of changes)
    say({ zh: `${what.zh}（${score(affinity)}）`, en: what.en }, '  → ');
}

/** Chinese, and the English below it. */
function say({ zh, en }: Bilingual, head: string): void {
  const indent = ' '.repeat(displayWidth(head));
  hang(indent, zh, undefined, head);
  hang(indent, en, terminal.colours.dim);
}

/** Wrapped, each line behind the indent; the first may have a head of the same width. */
function hang(indent: string, text: string, paint = (line: string) => line, head = indent): void {
  const lines = wrap(text, terminal.columns - displayWidth(indent)).split('\n');
  lines.forEach((line, i) => {
    print(paint(`${i === 0 ? head : indent}${line}`));
  });
}

function padded(name: string): string {
  return name + ' '.repeat(Math.max(0, NAME_WIDTH - displayWidth(name)));
}

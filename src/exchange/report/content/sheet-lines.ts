/** The texts of a placement sheet, line by line: what page and document both print. */

import type { NextStep, Risk } from '../../../domain/advice.ts';
import { affinityInFigures } from '../../../domain/affinity-curve.ts';
import type { Bilingual, Evidence, Match, Shortfall } from '../../../domain/match.ts';
import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import { quoteSource } from '../../../domain/quote-source.ts';
import type { Names } from '../names.ts';
import { dueOn } from './days.ts';
import type { Fact } from './parties.ts';
import { basisLine } from './placements-table.ts';
import type { PlacedEntry, Reader } from './reader.ts';
import { RISK_NAMES } from './wording.ts';

export function sheetTitle({ entry, sheet }: PlacedEntry): string {
  return `${entry.result.title} → ${sheet.carrier.name}（${PURPOSE_NAMES[sheet.purpose].zh}）`;
}

/** Affinity, rank, how it came about, what else was possible. */
export function standingLine({ carrier }: Reader, { sheet }: PlacedEntry): Bilingual {
  const { zh, en } = basisLine(sheet);
  const affinity = sheet.affinity.toFixed(3);
  const drawn = sheet.draw?.candidates.map(carrier).join('、');
  const also = sheet.alternates
    .slice(0, 3)
    .map((one) => `${carrier(one.carrierId)}（${one.affinity.toFixed(3)}）`)
    .join('、');
  return {
    zh: `契合度${affinity}，在候选中列第${sheet.rank}位；${zh}${drawn ? `，参加抽签：${drawn}` : ''}；备选：${also || '无'}`,
    en: `affinity ${affinity}, rank ${sheet.rank} among its candidates; ${en}${also ? '; alternates as named' : '; no alternate'}`,
  };
}

export function recommendationFacts({ sheet: { advice, purpose }, match }: PlacedEntry): Fact[] {
  return [
    [{ zh: '对接理由', en: 'why this carrier' }, match.summary],
    [
      purpose === 'pilot' ? { zh: '合作合同', en: 'contract' } : { zh: '转化方式', en: 'way' },
      advice.transfer.why,
    ],
    [
      purpose === 'pilot' ? { zh: '转化承接', en: 'who takes it' } : { zh: '中试承担', en: 'pilot partner' },
      advice.partner.why,
    ],
    [{ zh: '成果建园', en: 'park' }, advice.park ?? { zh: '本轮未形成建园建议', en: 'no park is proposed' }],
  ];
}

/** `载体·限制条件：“不接受…”`. */
export function groundLines(risk: Risk): string[] {
  return risk.grounds.map((ground) => `${quoteSource(ground)}：“${ground.quote}”`);
}

export function riskLine({ weight, why }: Risk): Bilingual {
  return { zh: `【${RISK_NAMES[weight].zh}】${why.zh}`, en: `${RISK_NAMES[weight].en}: ${why.en}` };
}

export const NO_RISKS: Bilingual = {
  zh: '资料中未见需要提示的风险。',
  en: 'Nothing in the records calls for a warning.',
};

export function dueDay({ report }: Reader, { days }: NextStep): string {
  return dueOn(report.createdAt, days) ?? `+${days}`;
}

export function stepText({ what, customary }: NextStep): Bilingual {
  return customary ? { zh: `${what.zh}（一般）`, en: `${what.en} (usual practice)` } : what;
}

export function shortfallLine({ zh, en, cost }: Shortfall): Bilingual {
  return { zh: cost === undefined ? zh : `${zh}（−${cost.toFixed(3)}）`, en };
}

export function quoteLine(evidence: Evidence, names: Names): string {
  const about = names.about(evidence);
  return `${quoteSource(evidence)}“${evidence.quote}”${about === null ? '' : `（${about}）`}`;
}

export function sumOf({ components }: Match): number {
  return components.reduce((sum, { contribution }) => sum + contribution, 0);
}

export function factorOf({ limits }: Match): number {
  return limits.reduce((product, { factor }) => product * factor, 1);
}

/** How the sum of the contributions becomes score and affinity. */
export function sumLine(match: Match): Bilingual {
  const { score, affinity, purpose } = match;
  const figures = affinityInFigures(score, affinity, purpose);
  const calculated = figures === null ? '' : ` = ${figures}`;
  return {
    zh: `合计${sumOf(match).toFixed(3)} × 硬性条件系数${factorOf(match).toFixed(3)} = 综合分${score.toFixed(3)}，换算契合度${affinity.toFixed(3)}${calculated}`,
    en: `sum × limits = score; calibrated to affinity ${affinity.toFixed(3)}`,
  };
}

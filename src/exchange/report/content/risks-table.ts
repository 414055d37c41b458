import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import type { Reader } from './reader.ts';
import { groundLines } from './sheet-lines.ts';
import { filled, type ReportTable, text } from './table.ts';
import { RISK_NAMES, SECTIONS } from './wording.ts';

/** All risks of all placements, with the words that they rest on. */
export function risksTable({ placed }: Reader): ReportTable {
  const risks = placed.flatMap(({ entry, sheet }) =>
    sheet.advice.risks.map((risk) => ({ entry, sheet, risk })),
  );
  return {
    sheet: '风险提示',
    title: SECTIONS.risks,
    note: null,
    ...filled(risks, [
      text('程度', 'weight', 14, ({ risk }) => RISK_NAMES[risk.weight]),
      text('风险', 'risk', 56, ({ risk }) => risk.why),
      text('依据', 'grounds', 44, ({ risk }) => groundLines(risk).join('\n')),
      text('成果', 'result', 36, ({ entry }) => entry.result.title),
      text('载体', 'carrier', 26, ({ sheet }) => sheet.carrier.name),
      text('用途', 'purpose', 14, ({ sheet }) => PURPOSE_NAMES[sheet.purpose]),
      text('代码', 'code', 26, ({ risk }) => risk.code),
    ]),
    empty: { zh: '资料中未见需要提示的风险。', en: 'Nothing in the records calls for a warning.' },
  };
}

import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import type { Reader } from './reader.ts';
import { groundLines } from './sheet-lines.ts';
import { type ReportTable, text } from './table.ts';
import { RISK_NAMES, SECTIONS } from './wording.ts';

/** All risks of all placements, with the words that they rest on. */
export function risksTable({ placed }: Reader): ReportTable {
  return {
    sheet: '风险提示',
    title: SECTIONS.risks,
    note: null,
    columns: [
      text('程度', 'weight', 14),
      text('风险', 'risk', 56),
      text('依据', 'grounds', 44),
      text('成果', 'result', 36),
      text('载体', 'carrier', 26),
      text('用途', 'purpose', 14),
      text('代码', 'code', 26),
    ],
    rows: placed.flatMap(({ entry, sheet }) =>
      sheet.advice.risks.map((risk) => [
        RISK_NAMES[risk.weight],
        risk.why,
        groundLines(risk).join('\n'),
        entry.result.title,
        sheet.carrier.name,
        PURPOSE_NAMES[sheet.purpose],
        risk.code,
      ]),
    ),
    empty: { zh: '资料中未见需要提示的风险。', en: 'Nothing in the records calls for a warning.' },
  };
}

/** Which placement sheets a document prints where it does not print all, and what it says about the others. */
import type { Bilingual } from '../../../domain/match.ts';
import { PURPOSE_NAMES, type Purpose } from '../../../domain/purpose.ts';
import type { PlacedEntry, Reader } from '../content/reader.ts';

/**
 * The best of each purpose, the purposes taking turns, so that neither crowds out the other: affinities of two
 * purposes are calibrated apart and do not say whose sheet is worth more. Where one has no more, the other takes
 * its turns. In the order of `placed`.
 */
export function printedSheets({ placed, report }: Reader, most: number): PlacedEntry[] {
  const waiting = report.purposes.map((purpose) => placed.filter(({ sheet }) => sheet.purpose === purpose));
  const chosen = new Set<PlacedEntry>();
  const room = Math.min(most, placed.length);
  for (let rank = 0; chosen.size < room; rank++)
    for (const sheets of waiting) {
      const next = sheets[rank];
      if (next && chosen.size < room) chosen.add(next);
    }
  return placed.filter((each) => chosen.has(each));
}

/**
 * How many of how many of each purpose are printed, and in which form of the report the rest stands: whether those
 * files were written nobody here knows.
 */
export function saysSheets(reader: Reader, shown: readonly PlacedEntry[]): Bilingual {
  const { placed } = reader;
  const all = countsOf(reader, placed);
  if (shown.length === placed.length)
    return {
      zh: `方案共落位${placed.length}对（${all.zh}），对接单全部列出如下。`,
      en: `All ${placed.length} placement sheets are printed (${all.en}).`,
    };
  const here = countsOf(reader, shown);
  const left = placed.length - shown.length;
  return {
    zh: `方案共落位${placed.length}对（${all.zh}），此处各用途轮流、按契合度由高到低选取${shown.length}对列出对接单（${here.zh}）。其余${left}对的对接单见本轮报告的网页文件（HTML），评分明细、风险提示和下一步工作见表格文件（XLSX），完整数据见数据文件（JSON）；各文件均可由本轮另行导出。`,
    en: `${shown.length} of ${placed.length} placement sheets are printed (${here.en}; in all: ${all.en}), the best of each purpose in turn. The other ${left}: sheets in the HTML file, scores, risks and next steps in the XLSX file, all data in the JSON file of the report; each can be written from this round.`,
  };
}

function countsOf({ report }: Reader, sheets: readonly PlacedEntry[]): Bilingual {
  const of = (purpose: Purpose) => sheets.filter(({ sheet }) => sheet.purpose === purpose).length;
  return {
    zh: report.purposes.map((purpose) => `${PURPOSE_NAMES[purpose].zh}${of(purpose)}对`).join('、'),
    en: report.purposes.map((purpose) => `${PURPOSE_NAMES[purpose].en} ${of(purpose)}`).join(', '),
  };
}

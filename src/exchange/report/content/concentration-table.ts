import type { Concentration } from '../../../domain/assignment.ts';
import type { Reader } from './reader.ts';
import { type Cell, count, filled, type ReportTable, share, text } from './table.ts';
import { CHAPTERS, CONCENTRATION_NAMES, UNSTATED } from './wording.ts';

/** How the placements spread over universities, carriers and sectors. */
export function concentrationTable(reader: Reader): ReportTable {
  const spreads = reader.report.assignment.concentration.flatMap(({ by, hhi, shares }) =>
    shares.map((one) => ({ ...one, by, hhi })),
  );
  return {
    sheet: '集中度',
    title: CHAPTERS.concentration,
    note: {
      zh: '赫芬达尔指数（HHI）为各占比的平方和，0—1：越接近1越集中；n个份额相等时为1/n。同一高校的不同写法及其院系、实验室、附属医院合并计算，其他独立单位分列。',
      en: 'HHI: sum of the squared shares, 0–1; 1 where one has all, 1/n where n have equal shares. A university counts once under all its names, with its faculties, laboratories and affiliated hospitals; other bodies stand apart.',
    },
    ...filled(spreads, [
      text('维度', 'by', 12, ({ by }) => CONCENTRATION_NAMES[by]),
      text('名称', 'name', 34, ({ by, code }) => nameOf(reader, by, code)),
      count('候选', 'candidates', 9, ({ candidates }) => candidates),
      count('落位', 'placements', 9, ({ placements }) => placements),
      share('占比', 'share', 9, (one) => one.share),
      share('赫芬达尔指数', 'HHI', 12, ({ hhi }) => hhi),
    ]),
    empty: { zh: '没有落位，不计算集中度。', en: 'No placements, no concentration.' },
  };
}

function nameOf({ carrier, sector }: Reader, by: Concentration['by'], code: string): Cell {
  if (code === '') return UNSTATED;
  if (by === 'carrier') return carrier(code);
  return by === 'sector' ? sector(code) : code;
}

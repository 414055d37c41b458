/** A maturity cell: a level (`5-6级`, `TRL6（已完成中试）`), a stage in words (小试), or both. */
import { isBlank, plain } from '../../domain/reading/plain.ts';
import { readStageBand, readTrl, type TrlRange } from '../../domain/reading/trl.ts';

export interface Maturity {
  /** A range, or the text itself where it names an impossible level and has to be refused. */
  readonly trl?: TrlRange | string | undefined;
  readonly stage?: string | undefined;
  /** `5-6` that a spreadsheet program had turned into a date. */
  readonly fromDate?: boolean | undefined;
}

export function readMaturity(cell: string): Maturity {
  if (isBlank(cell)) return {};
  const dated = levelsFromDate(cell);
  if (dated) return { trl: dated, fromDate: true };
  const whole = readTrl(cell);
  if (whole) return { trl: whole };
  if (whole === null) return { trl: cell };
  return splitLevel(plain(cell)) ?? { stage: cell.trim() };
}

/** `6级（中试）`, `TRL6，已完成中试`, `第5级`, `TRL 6级以上`, `中试（TRL6）`: the level, and the words beside it. */
function splitLevel(text: string): Maturity | null {
  const level =
    /(?:trl|技术成熟度|成熟度)\s*[:：]?\s*\d+(?:\s*(?:-|–|—|~|～|至|到)\s*(?:trl)?\s*\d+)?\s*级?/iu.exec(
      text,
    ) ??
    /^第?\s*[\d一二三四五六七八九]+(?:\s*(?:-|–|—|~|～|至|到)\s*[\d一二三四五六七八九]+)?\s*级/u.exec(text);
  if (!level) return /^\d+(?:\.\d+)?$/u.test(text) ? { trl: text } : null;
  const read = readTrl(level[0].replace(/^第/u, ''));
  if (!read) return { trl: text };
  const words = text
    .replace(level[0], '')
    .replace(/^[\s,，;；、:：()（）以上下左右及]+|[\s,，;；、:：()（）]+$/gu, '');
  return { trl: read, stage: words === '' ? undefined : words };
}

/** Spreadsheet programs read `5-6` as 6 May: a date whose month and day are both levels is a range. */
function levelsFromDate(cell: string): TrlRange | null {
  const date = /^\d{4}-(\d{2})-(\d{2})$/u.exec(cell.trim());
  if (!date) return null;
  const [month, day] = [Number(date[1]), Number(date[2])];
  if (month > 9 || day > 9) return null;
  return { low: Math.min(month, day), high: Math.max(month, day) };
}

/** What a carrier takes: levels, or the levels that its stage words stand for. Null where the text says neither. */
export function readAcceptedLevels(cell: string): (TrlRange & Pick<Maturity, 'fromDate'>) | null {
  const { trl, stage, fromDate } = readMaturity(cell);
  if (typeof trl === 'object') return { ...opened(trl, cell), ...(fromDate ? { fromDate } : {}) };
  const band = readStages(stage);
  return band && opened(band, cell);
}

/** `TRL4以上`, `中试以上`, `6级以下`: open to that side. */
function opened({ low, high }: TrlRange, cell: string): TrlRange {
  const text = plain(cell);
  return {
    low: /以下|及以前|不高于|\bor (?:less|lower|below)\b/iu.test(text) ? 1 : low,
    high: /以上|以后|起$|不低于|\+$|\bor (?:more|higher|above)\b/iu.test(text) ? 9 : high,
  };
}

function readStages(stage: string | undefined): TrlRange | null {
  const bands = (stage ?? '').split(/[、,，;；/]/u).map(readStageBand);
  if (!bands.every((band) => band !== undefined)) return readStageBand(stage ?? '') ?? null;
  return { low: Math.min(...bands.map(({ low }) => low)), high: Math.max(...bands.map(({ high }) => high)) };
}

/** One end of what a carrier takes: `TRL4`, `4级`, `中试`; null for an impossible level and for other text. */
export function readBound(cell: string, end: keyof TrlRange): number | null {
  return readAcceptedLevels(cell)?.[end] ?? null;
}

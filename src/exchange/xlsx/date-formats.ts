/** Which cell styles show a date or a percentage, and what text a date serial stands for (ECMA-376 18.8.30). */
import { attribute, elements, rootPrefix } from './xml.ts';

/** How much of a date a style shows. */
export type DatePrecision = 'month' | 'day' | 'minute';

/** What a style makes of a number that is more than a number. */
export type NumberForm = DatePrecision | 'percent';

/** Built-in formats that show percentages and dates, the East Asian ones (27–36, 50–58) among them. */
const BUILT_IN: readonly (readonly [from: number, to: number, NumberForm])[] = [
  [9, 10, 'percent'],
  [14, 16, 'day'],
  [17, 17, 'month'],
  [22, 22, 'minute'],
  [27, 31, 'day'],
  [36, 36, 'day'],
  [50, 58, 'day'],
];

/** By index of the cell style: what it shows, where that is a date or a percentage. */
export function readNumberStyles(styles: Buffer | null): (NumberForm | undefined)[] {
  if (!styles) return [];
  const xml = styles.toString('utf8');
  const prefix = rootPrefix(xml.slice(0, 2_000), 'styleSheet');
  const custom = new Map<number, string>();
  for (const format of elements(xml, prefix, 'numFmt')) {
    custom.set(
      Number(attribute(format.attributes, 'numFmtId')),
      attribute(format.attributes, 'formatCode') ?? '',
    );
  }
  const [cellStyles] = elements(xml, prefix, 'cellXfs');
  if (!cellStyles) return [];
  return [...elements(cellStyles.inner, prefix, 'xf')].map((style) => {
    const id = Number(attribute(style.attributes, 'numFmtId') ?? 0);
    const code = custom.get(id);
    return code === undefined ? builtIn(id) : formOf(code);
  });
}

function builtIn(id: number): NumberForm | undefined {
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2];
}

function formOf(code: string): NumberForm | undefined {
  const shown = (code.toLowerCase().split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_./gu, '');
  if (/[0#?]|general/u.test(shown)) return shown.includes('%') ? 'percent' : undefined;
  if (/d/u.test(shown)) return /h/u.test(shown) ? 'minute' : 'day';
  return /y/u.test(shown) ? 'month' : undefined;
}

const DAY = 86_400_000;
/** Serial 0 of the 1900 system, shifted for its 29 February 1900; of the 1904 system. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** `2021-06`, `2021-06-30` or `2021-06-30 08:15`; undefined where the serial is no date. */
export function serialToIso(serial: number, precision: DatePrecision, epoch1904 = false): string | undefined {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return undefined;
  const time = (epoch1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(serial * 1440) * 60_000;
  const iso = new Date(precision === 'minute' ? time : time - (time % DAY)).toISOString();
  if (precision === 'month') return iso.slice(0, 7);
  return precision === 'day' || iso.slice(11, 16) === '00:00'
    ? iso.slice(0, 10)
    : iso.slice(0, 16).replace('T', ' ');
}

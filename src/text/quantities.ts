/** Quantities that decide a match: floor area, money, volume, mass, lot size. */
import type { QuantityMention } from '../domain/analysis.ts';

export interface QuantityAt {
  readonly kind: QuantityMention['kind'];
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
}

const MULTIPLE: Record<string, number> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 };
const DIGITS: Record<string, number> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  数: 3,
  几: 3,
};

const NUMBER = String.raw`(\d+(?:,\d{3})*(?:\.\d+)?|[一两二三四五六七八九数几]?[十百千万]+)`;
const RANGE = String.raw`${NUMBER}(?:\s*(?:-|~|～|至|到|–|to)\s*${NUMBER})?\s*([十百千万亿])?\s*`;

/** Unit words and what one of them is in the unit of the kind. */
const UNITS: readonly { kind: QuantityMention['kind']; words: string; factor: Record<string, number> }[] = [
  { kind: 'area_m2', words: '平方米|平米|m2|m²|square met(?:er|re)s?|亩', factor: { 亩: 2000 / 3 } },
  { kind: 'money_wan', words: '元', factor: { 元: 1 / 10_000 } },
  {
    kind: 'volume_l',
    words: '毫升|立方米|升|m3|m³|ml|l(?![a-z])',
    factor: { 毫升: 0.001, ml: 0.001, 立方米: 1000, m3: 1000, 'm³': 1000 },
  },
  {
    kind: 'mass_kg',
    words: '公斤|千克|kg|吨|tonnes?|克(?!隆)|g(?![a-z])',
    factor: { 吨: 1000, tonne: 1000, tonnes: 1000, 克: 0.001, g: 0.001 },
  },
  { kind: 'units', words: '台套|台|套|units', factor: {} },
];

const PATTERNS = UNITS.map((unit) => ({ ...unit, pattern: new RegExp(`${RANGE}(${unit.words})`, 'gu') }));

/** All quantities of a folded text. */
export function findQuantities(text: string): QuantityAt[] {
  return PATTERNS.flatMap(({ kind, pattern, factor }) =>
    [...text.matchAll(pattern)].map((match) => {
      const [whole, from, to, multiple, unit] = match;
      const scale = (multiple ? MULTIPLE[multiple]! : 1) * (factor[unit!] ?? 1);
      const low = readNumber(from!) * scale;
      const high = to === undefined ? low : readNumber(to) * scale;
      return {
        kind,
        low: Math.min(low, high),
        high: Math.max(low, high),
        start: match.index,
        end: match.index + whole.length,
      };
    }),
  );
}

/** `1,200`, `五百`, `百`, `数千`. */
function readNumber(text: string): number {
  if (/^\d/u.test(text)) return Number(text.replaceAll(',', ''));
  let value = DIGITS[text[0]!] ?? 1;
  for (const char of text) value *= MULTIPLE[char] ?? 1;
  return value;
}

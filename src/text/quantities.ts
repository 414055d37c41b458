/** Quantities that decide a match: floor area, money, volume, mass, lot size. */
import type { QuantityMention } from '../domain/analysis.ts';
import { unsearched } from './concordance.ts';
import { createCandidates } from './patterns/candidates.ts';
import { matchesOf } from './patterns/matches.ts';

export interface QuantityAt {
  readonly kind: QuantityMention['kind'];
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
}

/** Units of Chinese numbers, the largest first. */
const MULTIPLES = [
  ['亿', 100_000_000],
  ['万', 10_000],
  ['千', 1_000],
  ['百', 100],
  ['十', 10],
] as const;
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

// Chinese numbers: pairs of a digit and a unit (一千二百), a digit behind 十 or 零 (十五, 一百零五); a lone digit
// is none (三元锂电池, 一套), except before 万 and 亿
const DIGIT = '[一两二三四五六七八九数几]';
const PAIR = `${DIGIT}?[十百千]`;
const BELOW_WAN = `${PAIR}(?:零?${PAIR})*(?:(?:(?<=十)|零)${DIGIT})?`;
const CHINESE = `(?:(?:${BELOW_WAN}|${DIGIT})[万亿]零?)*(?:${BELOW_WAN}|${DIGIT}(?=[万亿]))|(?=万)`;
const NUMBER = String.raw`(\d+(?:,\d{3})*(?:\.\d+)?|${CHINESE})`;
/** `1500`, `1.2万`, `1500余`, `三百多`: a number, and the units behind it. */
const AMOUNT = String.raw`${NUMBER}\s*[余多]?([十百千]?[万亿]?)[余多]?`;
const RANGE = String.raw`${AMOUNT}(?:\s*(?:-|~|～|至|到|–|to)\s*${AMOUNT})?\s*`;

/** Unit words and what one of them is in the unit of the kind. */
const UNITS: readonly { kind: QuantityMention['kind']; words: string; factor: Record<string, number> }[] = [
  { kind: 'area_m2', words: '平方米|平米|m2|sqm|square met(?:er|re)s?|亩', factor: { 亩: 2000 / 3 } },
  { kind: 'money_wan', words: '元', factor: { 元: 1 / 10_000 } },
  {
    kind: 'volume_l',
    words: '毫升|立方米|升|m3|ml|lit(?:er|re)s?|l(?![a-z])',
    factor: { 毫升: 0.001, ml: 0.001, 立方米: 1000, m3: 1000 },
  },
  {
    kind: 'mass_kg',
    words: '公斤|千克|kg|吨|tonnes?|克(?!隆)|g(?![a-z])',
    factor: { 吨: 1000, tonne: 1000, tonnes: 1000, 克: 0.001, g: 0.001 },
  },
  { kind: 'units', words: '台套|台|套|units', factor: {} },
];

const PATTERNS = UNITS.map((unit) => ({ ...unit, pattern: new RegExp(`${RANGE}(${unit.words})`, 'gu') }));

const mayMatch = createCandidates(PATTERNS.map(({ pattern }) => pattern));

/** All quantities of a folded text. */
export function findQuantities(text: string): QuantityAt[] {
  return mayMatch(unsearched(text)).flatMap((number) => {
    const { kind, pattern, factor } = PATTERNS[number]!;
    return matchesOf(pattern, text).map((match) => {
      const [whole, from, fromUnits, to, toUnits, unit] = match;
      const scale = factor[unit!] ?? 1;
      // 3-5万: the units behind a range are those of both its ends
      const low = readNumber(from! + (fromUnits || (toUnits ?? ''))) * scale;
      const high = to === undefined ? low : readNumber(to + toUnits!) * scale;
      return {
        kind,
        low: Math.min(low, high),
        high: Math.max(low, high),
        start: match.index,
        end: match.index + whole.length,
      };
    });
  });
}

/** The largest unit parts a number: what stands before it is multiplied (nothing is one), what follows is added. */
function readNumber(text: string): number {
  for (const [unit, multiple] of MULTIPLES) {
    const at = text.lastIndexOf(unit);
    if (at < 0) continue;
    return (at === 0 ? 1 : readNumber(text.slice(0, at))) * multiple + readNumber(text.slice(at + 1));
  }
  const digit = text.replace('零', '');
  return DIGITS[digit] ?? Number(digit.replaceAll(',', ''));
}

/** zod building blocks for fields that arrive as JSON or as what a spreadsheet cell holds. */
import { z } from 'zod';
import { isBlank, plain, splitList } from './reading/plain.ts';

/** An optional field: null and a blank cell say nothing, so they are absent like a field that is not there. */
export function ifStated<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess<unknown, z.ZodOptional<Schema>, z.input<Schema> | null | undefined>(
    (value) => (value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value),
    schema.optional(),
  );
}

/** A text of at most `max` characters, without the blanks around it. */
export function text(max: number) {
  return z
    .union([z.string(), z.number()])
    .transform((value) => String(value).trim())
    .pipe(z.string().max(max));
}

/** What a thing is called: a text with a letter or a Chinese character in it. `？？？？`, `——` or `2024001` names nothing. */
export function named(max: number, least: number) {
  return text(max)
    .pipe(z.string().min(least))
    .pipe(z.string().regex(/\p{L}/u, '须含汉字或字母 · with a Chinese character or a letter in it'));
}

export function optionalText(max: number) {
  return ifStated(text(max));
}

/** A list of short texts, from an array or from one cell (`a；b、c`). Blank entries fall out, order stays. */
export function textList(max: number, entries: number) {
  return z
    .union([z.string(), z.array(z.union([z.string(), z.number()]))])
    .transform((value) =>
      Array.isArray(value) ? value.map((entry) => String(entry).trim()) : splitList(value),
    )
    .transform((list) => [...new Set(list.filter((entry) => !isBlank(entry)))])
    .pipe(z.array(z.string().max(max)).max(entries));
}

/** Optional long text, from a string or from paragraphs. */
export function paragraphs(max: number) {
  return z.preprocess((value) => (Array.isArray(value) ? value.join('\n') : value), optionalText(max));
}

const UNITS: Record<string, number> = { 万: 10_000, 亩: 2000 / 3 };

const OF_AREA = /^(?:平方米|平米|m2)?$/iu;
const OF_THINGS = /^[个家人名]?$/u;

/** A non-negative number; `1.2万㎡`, `３５００平方米` and `1,200` are read; `面议`, `/` and blanks are unknown. */
export function quantity(max: number, unit = OF_AREA) {
  return z.preprocess((value) => {
    if (value === null || value === undefined) return undefined;
    if (typeof value !== 'string') return value;
    if (isBlank(value)) return undefined;
    const match = /^(?:约|≥|>=|不少于)?\s*(\d[\d,]*(?:\.\d+)?)\s*(万|亩)?\s*(m2|\D*)$/iu.exec(plain(value));
    if (!match || !unit.test(match[3] ?? '')) return value;
    return Math.round(Number(match[1]!.replaceAll(',', '')) * (UNITS[match[2] ?? ''] ?? 1) * 100) / 100;
  }, z.number().min(0).max(max).optional());
}

/** An amount in 万元 (10,000 yuan): `50`, `50万元`, `1.2亿`, `300000元`; `面议` and blanks are unknown. */
export function moneyWan(max: number) {
  return z.preprocess((value) => {
    if (value === null || value === undefined) return undefined;
    if (typeof value !== 'string') return value;
    if (isBlank(value)) return undefined;
    const match = /^(?:约|人民币)?\s*(\d[\d,]*(?:\.\d+)?)\s*(万元?|亿元?|元)?$/u.exec(plain(value));
    if (!match) return value;
    const factor = match[2]?.startsWith('亿') ? 10_000 : match[2] === '元' ? 1 / 10_000 : 1;
    return Number(match[1]!.replaceAll(',', '')) * factor;
  }, z.number().min(0).max(max).optional());
}

/** A whole number, read like a quantity. */
export function count(max: number) {
  return quantity(max, OF_THINGS).pipe(z.number().int().optional());
}

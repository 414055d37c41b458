/** Keys that a schema would drop without a word: a misspelt one loses what stands under it. */
import { z } from 'zod';
import type { Finding } from './errors.ts';
import { pathName } from './explain-issues.ts';
import type { Bilingual } from './match.ts';
import { nearestName } from './nearest-name.ts';

export interface UnknownKey {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** What is known in its place, in the schema's order. */
  readonly known: readonly string[];
}

type Schema = z.core.$ZodType;

/** Of an input, and of the objects and lists in it, in the order in which they stand there. */
export function unknownKeys(schema: Schema, input: unknown): UnknownKey[] {
  return below([schema], input, []);
}

function below(schemas: readonly Schema[], input: unknown, path: readonly (string | number)[]): UnknownKey[] {
  if (typeof input !== 'object' || input === null) return [];
  const forms = schemas.flatMap(formsOf);
  if (Array.isArray(input)) {
    const entries = forms.flatMap((form) => (form instanceof z.ZodArray ? [form.element] : []));
    return input.flatMap((entry, i) => below(entries, entry, [...path, i]));
  }
  const shapes = forms.flatMap((form) => (form instanceof z.ZodObject ? [form.shape] : []));
  // where no object is expected the schema refuses it, or takes it whatever it holds
  if (shapes.length === 0) return [];
  const known = [...new Set(shapes.flatMap(Object.keys))];
  return Object.entries(input).flatMap(([key, value]) => {
    const here = [...path, key];
    if (!known.includes(key)) return [{ path: here, value, known }];
    return below(
      shapes.flatMap((shape) => shape[key] ?? []),
      value,
      here,
    );
  });
}

/** The objects and lists that a schema takes, behind what is optional, read beforehand or one of several. */
function formsOf(schema: Schema): Schema[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return formsOf(schema.unwrap());
  if (schema instanceof z.ZodPipe) return [...formsOf(schema.in), ...formsOf(schema.out)];
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(formsOf);
  return [schema];
}

/** One finding for each name, however often it occurs in a list; values are not quoted: the record may be secret. */
export function explainUnknownKeys(keys: readonly UnknownKey[]): Finding[] {
  return eachOnce(keys).map(({ path, known, times }) => ({
    field: pathName(path).slice(0, LONGEST_PATH),
    found: `未知字段 · a field that is not known${times === 1 ? '' : `（${times} 处 places）`}`,
    expected: knownNames(path, known),
  }));
}

const LONGEST_PATH = 60;

/** The first of those that differ in nothing but their place in a list, and how many there are. */
export function eachOnce<Key extends Pick<UnknownKey, 'path'>>(
  keys: readonly Key[],
): (Key & { times: number })[] {
  const found = new Map<string, Key & { times: number }>();
  for (const key of keys) {
    const name = JSON.stringify(key.path.filter((step) => typeof step === 'string'));
    const first = found.get(name);
    if (first) first.times++;
    else found.set(name, { ...key, times: 1 });
  }
  return [...found.values()];
}

/** All names that are known, before them what else there is to say, and which one may have been meant. */
export function knownNames(path: UnknownKey['path'], known: readonly string[], also?: Bilingual): string {
  if (known.length === 0) return '没有参数 · nothing';
  const near = nearestName(String(path.at(-1)), known);
  const before = [
    ...(also ? [also] : []),
    ...(near === null ? [] : [{ zh: `疑为 ${near}`, en: `perhaps ${near}` }]),
    { zh: '以下之一', en: 'one of' },
  ];
  const zh = before.map((part) => part.zh).join('；');
  const en = before.map((part) => part.en).join('; ');
  return `${zh} · ${en} ${known.join(', ')}`;
}

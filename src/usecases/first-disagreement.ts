/** Where a document first says something else than it should: fields in their order, hashes last. */

export interface Disagreement {
  /** e.g. `entries[3].matches[0].components[2].contribution`; empty: the document as a whole. */
  readonly path: string;
  /** What the document says there; undefined: nothing. */
  readonly found: unknown;
  /** What follows from the inputs; undefined: nothing should be there. */
  readonly expected: unknown;
}

/** They follow from all the rest: whoever looks for an error wants to see the rest first. */
const LAST = new Set(['hash', 'entriesHash']);

/** Both as JSON would have them: what is undefined is absent. */
export function firstDisagreement(found: unknown, expected: unknown, path = ''): Disagreement | null {
  if (Array.isArray(expected) && Array.isArray(found)) {
    for (let i = 0; i < Math.max(expected.length, found.length); i++) {
      const here = firstDisagreement(found[i], expected[i], `${path}[${i}]`);
      if (here) return here;
    }
    return null;
  }
  if (isObject(expected) && isObject(found)) {
    for (const key of keysOf(expected, found)) {
      const here = firstDisagreement(found[key], expected[key], path === '' ? key : `${path}.${key}`);
      if (here) return here;
    }
    return null;
  }
  return Object.is(found, expected) ? null : { path, found, expected };
}

function keysOf(expected: Record<string, unknown>, found: Record<string, unknown>): string[] {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  return [...keys.filter((key) => !LAST.has(key)), ...keys.filter((key) => LAST.has(key))];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

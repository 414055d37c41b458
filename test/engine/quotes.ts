/** Looks quotes up in the record that they claim to stand in, knowing nothing of how they were made. */
import type { Span } from '../../src/domain/analysis.ts';

/** The text under a path such as `title`, `keywords[0]` or `capabilities[1].detail`; undefined where there is none. */
export function textAt(record: object, path: string): string | undefined {
  let value: unknown = record;
  for (const key of path.split(/[.[\]]+/u).filter((part) => part !== '')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return typeof value === 'string' ? value : undefined;
}

/** What is wrong with a quote in words, or null. */
export function faultOf(record: object, { field, start, end, quote }: Span): string | null {
  const text = textAt(record, field);
  if (text === undefined) return `${field}: the record has no such text, quoted "${quote}"`;
  const found = text.slice(start, end);
  if (found !== quote) return `${field}[${start},${end}): stands "${found}", quoted "${quote}"`;
  return quote.trim() === '' ? `${field}[${start},${end}): an empty quote` : null;
}

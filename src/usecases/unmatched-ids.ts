/** What a file of judgements names and no record has: measured without it, a figure would say less than it seems to. Pure. */
import { DomainError } from '../domain/errors.ts';

export interface Unmatched {
  readonly file: string;
  /** Rows that name an id that no record has, of so many. */
  readonly rows: number;
  readonly of: number;
  /** These ids, each once, in code-unit order. */
  readonly results: readonly string[];
  readonly carriers: readonly string[];
}

/** The records that a row needs. */
export interface Named {
  readonly resultIds: readonly string[];
  readonly carrierIds: readonly string[];
}

export interface KnownIds {
  readonly results: ReadonlySet<string>;
  readonly carriers: ReadonlySet<string>;
}

/** Null where all are known. Throws `record.not_found` where a file has no row whose records are all known. */
export function unmatchedIds(
  file: string,
  rows: readonly Named[],
  { results, carriers }: KnownIds,
): Unmatched | null {
  const unknownIn = ({ resultIds, carrierIds }: Named) => ({
    results: resultIds.filter((id) => !results.has(id)),
    carriers: carrierIds.filter((id) => !carriers.has(id)),
  });
  const missing = rows.map(unknownIn).filter((row) => row.results.length + row.carriers.length > 0);
  const unmatched: Unmatched = {
    file,
    rows: missing.length,
    of: rows.length,
    results: [...new Set(missing.flatMap((row) => row.results))].sort(),
    carriers: [...new Set(missing.flatMap((row) => row.carriers))].sort(),
  };
  if (missing.length === rows.length) throw nothingMatches(unmatched, { results, carriers });
  return missing.length === 0 ? null : unmatched;
}

function nothingMatches({ file, of, ...ids }: Unmatched, known: KnownIds): DomainError {
  return new DomainError(
    'record.not_found',
    `${file}：${of} 行中没有一行的成果、载体在所给文件中 · none of its ${of} rows names records of the files that are given`,
    (['results', 'carriers'] as const)
      .filter((kind) => ids[kind].length > 0)
      .map((kind) => ({
        field: kind === 'results' ? 'resultId' : 'carrierId',
        found: someOf(ids[kind]),
        expected: someOf([...known[kind]]),
      })),
  );
}

/** The first few of a list, and how many more there are. */
export function someOf(ids: readonly string[]): string {
  const more = ids.length > SHOWN ? ` … +${ids.length - SHOWN}` : '';
  return `${ids.slice(0, SHOWN).join('、')}${more}`;
}

const SHOWN = 3;

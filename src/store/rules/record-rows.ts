/** What a call of `save` amounts to: which records it writes, each once, and what is said of every draft. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { plain } from '../../domain/reading/plain.ts';
import type { SavedRecord, Stored } from '../store.ts';
import type { RecordTraits } from './record-kinds.ts';

export interface RecordRow {
  readonly id: string;
  /** sha256 of the content. */
  readonly hash: string;
  /** Canonical JSON, the id included. */
  readonly content: string;
  readonly identity: string;
  readonly searchText: string;
}

export function rowOf<T extends { id: string }, Draft>(
  traits: RecordTraits<T, Draft>,
  id: string,
  draft: Draft,
): RecordRow {
  const content = canonicalJson(traits.withId(draft, id));
  return {
    id,
    hash: createHash('sha256').update(content).digest('hex'),
    content,
    identity: traits.identity(draft),
    searchText: searchable(traits.heading(draft)),
  };
}

/** Places of the drafts that are kept: of several that are the same record the last. */
export function lastPlaces(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, place) => [id, place]));
}

/** The outcomes in the order of the drafts; one that another took the place of is unchanged, with its hash. */
export function outcomesOf(ids: readonly string[], kept: ReadonlyMap<string, SavedRecord>): SavedRecord[] {
  const lastOf = lastPlaces(ids);
  return ids.map((id, place) => {
    const saved = kept.get(id)!;
    return lastOf.get(id) === place ? saved : { ...saved, outcome: 'unchanged' };
  });
}

/** Width, compatibility forms and case do not count in a search. */
export function searchable(words: string): string {
  return plain(words).toLowerCase();
}

/** The words of a search, each of which must occur. */
export function searchWords(search: string | undefined): string[] {
  return searchable(search ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** How a kept record is read. */
export function storedOf<T extends { id: string }>(
  { parse }: Pick<RecordTraits<T, unknown>, 'parse'>,
  row: { content: string; hash: string; createdAt: number; updatedAt: number },
): Stored<T> {
  return {
    record: parse(row.content),
    hash: row.hash,
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}

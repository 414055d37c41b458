/** Which record a draft is: by its own id, else by its identity, else a new one. */
import { createHash } from 'node:crypto';
import type { RecordTraits } from './record-kinds.ts';

/** What the store holds before the write. */
export interface KeptRecords {
  /** Ids of the kept records with this identity, oldest first. */
  withIdentity(identity: string): readonly string[];
  isKept(id: string): boolean;
}

/**
 * Names the records of one call. A later draft sees the identities that earlier ones have brought; of several
 * kept records with one identity the oldest is meant.
 */
export function recordNamer<T extends { id: string }, Draft extends { id?: string | undefined }>(
  { identity, idPrefix }: RecordTraits<T, Draft>,
  kept: KeptRecords,
): (draft: Draft) => string {
  const broughtIdentity = new Map<string, string>();
  const firstBrought = new Map<string, string>();

  const stillHas = (id: string, wanted: string) => (broughtIdentity.get(id) ?? wanted) === wanted;
  const known = (wanted: string) => {
    const id = kept.withIdentity(wanted).find((each) => stillHas(each, wanted));
    if (id !== undefined) return id;
    const brought = firstBrought.get(wanted);
    return brought !== undefined && stillHas(brought, wanted) ? brought : undefined;
  };
  const isFree = (id: string) => !broughtIdentity.has(id) && !kept.isKept(id);

  return (draft) => {
    const wanted = identity(draft);
    const id = draft.id ?? known(wanted) ?? newId(idPrefix, wanted, isFree);
    broughtIdentity.set(id, wanted);
    if (!firstBrought.has(wanted)) firstBrought.set(wanted, id);
    return id;
  };
}

/**
 * An id made from the identity: the same import gives the same ids in every store. It is taken where a record
 * got it and was renamed since; that one is another record now, so the next number is tried.
 */
function newId(prefix: string, identity: string, isFree: (id: string) => boolean): string {
  for (let attempt = 1; ; attempt += 1) {
    const seed = attempt === 1 ? identity : `${identity}|${attempt}`;
    const id = `${prefix}-${createHash('sha256').update(seed).digest('hex').slice(0, 12)}`;
    if (isFree(id)) return id;
  }
}

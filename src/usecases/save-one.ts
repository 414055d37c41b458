import type { FollowUp, RecordStore, SavedRecord } from '../store/store.ts';

/** Saves one draft: one in, one out; anything else is a broken store, and said so. */
export async function saveOne<T extends { id: string }, Draft>(
  records: RecordStore<T, Draft>,
  draft: Draft,
  followUp: FollowUp,
): Promise<SavedRecord> {
  const saved = await records.save([draft], followUp);
  const [first] = saved;
  if (first === undefined || saved.length !== 1)
    throw new Error(`the store returned ${saved.length} records for one draft`);
  return first;
}

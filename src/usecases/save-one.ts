import type { FollowUp, RecordStore, SavedRecord } from '../store/store.ts';
import type { CheckedRecord } from './check-record.ts';

export type TakenRecord = SavedRecord & Pick<CheckedRecord<unknown>, 'warnings'>;

/** Saves one draft: one in, one out; anything else is a broken store, and said so. */
export async function saveOne<T extends { id: string }, Draft>(
  records: RecordStore<T, Draft>,
  { draft, warnings }: CheckedRecord<Draft>,
  followUp: FollowUp,
): Promise<TakenRecord> {
  const saved = await records.save([draft], followUp);
  const [first] = saved;
  if (first === undefined || saved.length !== 1)
    throw new Error(`the store returned ${saved.length} records for one draft`);
  return { ...first, warnings };
}

/** Below SQLite's limit of bound values (32,766), and small enough that a statement is soon compiled. */
const BATCH = 500;

/** Reads rows for many keys, a batch of keys at a time. */
export function inBatches<Row>(keys: readonly string[], read: (batch: string[]) => Row[]): Row[] {
  const rows: Row[] = [];
  for (let start = 0; start < keys.length; start += BATCH)
    rows.push(...read(keys.slice(start, start + BATCH)));
  return rows;
}

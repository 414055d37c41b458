/** Below the protocol's limit of bound values (65,535) for rows of any table, and soon planned. */
const BATCH = 500;

/** Writes many rows, a batch at a time. */
export async function inBatches<Row>(
  rows: readonly Row[],
  write: (batch: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) await write(rows.slice(start, start + BATCH));
}

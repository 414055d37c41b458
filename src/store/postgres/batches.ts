/** Below the protocol's limit of bound values (65,535) for rows of any table, and soon planned. */
const BATCH = 500;

/** Asks for many, a batch at a time. */
export async function inBatches<Item, Row>(
  items: readonly Item[],
  ask: (batch: Item[]) => PromiseLike<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < items.length; start += BATCH)
    for (const row of await ask(items.slice(start, start + BATCH))) rows.push(row);
  return rows;
}

/** Things grouped by a number of theirs, without a list for each group: those of group g stand from start[g] to start[g + 1]. */

/** `groupOf`: by thing. */
export function starts(groups: number, groupOf: ArrayLike<number>): Int32Array {
  const start = new Int32Array(groups + 1);
  for (let thing = 0; thing < groupOf.length; thing++) start[groupOf[thing]! + 1]!++;
  for (let group = 0; group < groups; group++) start[group + 1]! += start[group]!;
  return start;
}

/** The things by group; within one they keep their order. */
export function stableOrder(groupOf: ArrayLike<number>, start: Int32Array): Int32Array {
  const next = start.slice();
  const order = new Int32Array(groupOf.length);
  for (let thing = 0; thing < groupOf.length; thing++) order[next[groupOf[thing]!]!++] = thing;
  return order;
}

export function gathered(from: ArrayLike<number>, places: Int32Array): Int32Array {
  const values = new Int32Array(places.length);
  for (let i = 0; i < places.length; i++) values[i] = from[places[i]!]!;
  return values;
}

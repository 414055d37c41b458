/** Seeded drawing of things: the same seed gives the same corpus on every machine. */
import { mulberry32 } from '../../src/engine/measures.ts';

/** Numbers in [0, 1). */
export type Random = () => number;

export type Draw<T> = (random: Random) => T;

/** A generator of its own for each record, so that record 7 is the same in a small and in a large corpus. */
export function randomOf(kind: string, number: number): Random {
  let seed = 2_166_136_261;
  for (const character of `${kind}${number}`) seed = Math.imul(seed ^ character.charCodeAt(0), 16_777_619);
  return mulberry32(seed);
}

/** Draws in proportion to the weights. Throws for no items: nothing could be drawn. */
export function drawByWeight<T>(items: readonly T[], weights: readonly number[]): Draw<T> {
  if (items.length === 0) throw new RangeError('nothing to draw from');
  const sums = new Float64Array(items.length);
  let total = 0;
  for (let i = 0; i < items.length; i++) sums[i] = total += weights[i]!;
  return (random) => items[firstAbove(sums, random() * total)]!;
}

/** Weight of rank r by Zipf and Mandelbrot: 1 / (r + offset), so that the first ranks do not stand in every text. */
export function drawByRank<T>(items: readonly T[], offset: number): Draw<T> {
  return drawByWeight(
    items,
    items.map((_item, rank) => 1 / (rank + 1 + offset)),
  );
}

/** Every item as likely as the other. */
export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** Fisher and Yates. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = between(0, i, random);
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

/** Whole numbers from `low` to `high`, both included. */
export function between(low: number, high: number, random: Random): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** About `mean`, from half to one and a half of it, the middle more likely than the ends. */
export function around(mean: number, random: Random): number {
  return Math.max(1, Math.round(mean * (0.5 + (random() + random()) / 2)));
}

function firstAbove(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

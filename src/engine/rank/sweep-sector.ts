/** Sector and stage of one result against all carriers; the numbers of `compareSectors` and `stageFit`. */
import { NO_WINDOW } from '../index/carrier-columns.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { endOf } from '../kernel/kernel.ts';
import { stageFitOf } from '../score/components.ts';
import type { ResultNumbers } from '../score/facts.ts';

/** Histogram intersections of the sector distributions, by row. */
export function sectorOverlaps(
  result: ResultNumbers,
  { columns, swept, kernel }: CarrierIndex,
  into: Float32Array,
): void {
  const { size } = columns;
  into.fill(0, 0, size);
  for (let sector = 0; sector < swept.sectors.length; sector++) {
    const share = result.sectors[sector]!;
    if (share > 0)
      kernel.run.addAtMost(swept.sectors[sector]!.byteOffset, share, into.byteOffset, endOf(size));
  }
}

/** So many windows there are, and none. */
export const WINDOWS = 100;

/** How a result fits each window that a carrier can state: they have few different ones, and each is judged once. */
export function stageFits({ trl }: ResultNumbers, assumed: number, into: Float32Array): void {
  into.fill(assumed);
  if (!trl) return;
  for (let stated = 0; stated < WINDOWS; stated++)
    if (stated !== NO_WINDOW) into[stated] = stageFitOf(trl, Math.floor(stated / 10), stated % 10);
}

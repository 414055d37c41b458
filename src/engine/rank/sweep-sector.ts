/** Sector and stage of one result against all carriers; the numbers of `sectorAffinity` and `stageFit`. */
import { type CarrierColumns, NO_WINDOW } from '../index/carrier-columns.ts';
import { sectorValue, stageFitOf } from '../score/components.ts';
import type { ResultNumbers } from '../score/facts.ts';

/** Histogram intersections of the sector distributions, by row. */
export function sectorOverlaps(result: ResultNumbers, columns: CarrierColumns, into: Float64Array): void {
  into.fill(0);
  result.sectors.forEach((share, sector) => {
    if (share === 0) return;
    const column = columns.sectors[sector]!;
    for (let row = 0; row < columns.size; row++) {
      const other = column[row]!;
      into[row]! += other < share ? other : share;
    }
  });
  // as ml-distance has it: one minus the distance, to the last bit
  for (let row = 0; row < columns.size; row++) into[row] = 1 - (1 - into[row]!);
}

export function sweepSector(
  { analysis }: ResultNumbers,
  { sectorTrust, size }: CarrierColumns,
  overlap: Float64Array,
  neutral: number,
  into: Float64Array,
): void {
  const { weights, strength, outside } = analysis.sectors;
  if (weights.length === 0) {
    into.fill(neutral, 0, size);
    return;
  }
  for (let row = 0; row < size; row++) {
    const other = sectorTrust[row]!;
    into[row] = Number.isNaN(other)
      ? neutral
      : sectorValue(overlap[row]!, Math.min(strength, other), neutral, outside?.weight ?? 0);
  }
}

/** Carriers have few different windows: each is judged once. */
export function sweepStage(
  result: ResultNumbers,
  { window, size }: CarrierColumns,
  assumed: number,
  into: Float64Array,
): void {
  const fits = new Float64Array(100).fill(assumed);
  const judged = new Uint8Array(100);
  for (let row = 0; row < size; row++) {
    const stated = window[row]!;
    if (judged[stated] === 0) {
      judged[stated] = 1;
      if (stated !== NO_WINDOW && result.trl)
        fits[stated] = stageFitOf(result.trl, Math.floor(stated / 10), stated % 10);
    }
    into[row] = fits[stated]!;
  }
}

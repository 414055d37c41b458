/** Sector and stage of one result against all carriers; the numbers of `sectorAffinity` and `stageFit`. */
import { type CarrierColumns, NO_WINDOW } from '../index/carrier-columns.ts';
import { sectorValue, stageFitOf } from '../score/components.ts';
import type { ResultNumbers } from '../score/facts.ts';
import { type Column, sameForAll } from './column.ts';

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
  { sectorTrust }: CarrierColumns,
  overlap: Float64Array,
  neutral: number,
): Column {
  const { weights, strength, outside } = analysis.sectors;
  if (weights.length === 0) return sameForAll(neutral);
  const foreign = outside?.weight ?? 0;
  return (from, to, into) => {
    for (let row = from; row < to; row++) {
      const other = sectorTrust[row]!;
      into[row - from] = Number.isNaN(other)
        ? neutral
        : sectorValue(overlap[row]!, other < strength ? other : strength, neutral, foreign);
    }
  };
}

/** Carriers have few different windows: each is judged once. */
export function sweepStage({ trl }: ResultNumbers, { window }: CarrierColumns, assumed: number): Column {
  if (!trl) return sameForAll(assumed);
  const fits = new Float64Array(100);
  for (let stated = 0; stated < fits.length; stated++)
    fits[stated] = stated === NO_WINDOW ? assumed : stageFitOf(trl, Math.floor(stated / 10), stated % 10);
  return (from, to, into) => {
    for (let row = from; row < to; row++) into[row - from] = fits[window[row]!]!;
  };
}

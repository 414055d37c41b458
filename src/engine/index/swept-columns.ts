/**
 * What a sweep reads of every carrier for every result, made out of the columns whenever a row changes: so few and
 * so plain numbers that the sweep takes no branch.
 */
import { PURPOSES, type Purpose } from '../../domain/purpose.ts';
import { LIMIT_FACTORS } from '../settings.ts';
import type { CarrierColumns } from './carrier-columns.ts';

/** Bits of the traits of a row above those of its kind (score/affinity): Chinese, sectors known, capabilities spoken of. */
export const HAN = 16;
/** The same bit, once that of the result is taken from it (`^`). */
export const FOREIGN = HAN;
export const SECTORED = 32;
export const SPEAKING = 64;
/** So many different traits there are. */
export const TRAITS = 128;
/** Those of the kind. */
export const KIND = 15;

export class SweptColumns {
  traits = new Uint8Array(0);
  /** 0 where the sectors are not known. */
  sectorTrust = new Float64Array(0);
  /** 0 also where nothing is said of capabilities. */
  pilotOffer = new Float64Array(0);
  /** Factor of all limits that do not depend on the result; NaN where there is no carrier. */
  readonly standing: Record<Purpose, Float64Array> = {
    transfer: new Float64Array(0),
    pilot: new Float64Array(0),
  };

  /** Of all rows of these columns. */
  static of(columns: CarrierColumns): SweptColumns {
    const swept = new SweptColumns();
    for (let row = 0; row < columns.size; row++) swept.note(columns, row);
    return swept;
  }

  /** The row has been written, or taken out. */
  note(columns: CarrierColumns, row: number): void {
    if (row >= this.traits.length) this.reserve(2 * (row + 8));
    const known = columns.sectorTrust[row]! >= 0;
    const speaks = columns.speaks[row] === 1;
    this.traits[row] =
      columns.kinds[row]! +
      (columns.han[row] === 1 ? HAN : 0) +
      (known ? SECTORED : 0) +
      (speaks ? SPEAKING : 0);
    this.sectorTrust[row] = known ? columns.sectorTrust[row]! : 0;
    this.pilotOffer[row] = speaks ? columns.pilotOffer[row]! : 0;
    const there = columns.present[row] === 1 ? columns.status[row]! : Number.NaN;
    const equipped = columns.pilotOffer[row] === 0 ? LIMIT_FACTORS.noPilotOffer : 1;
    this.standing.transfer[row] = there * columns.slots[row]!;
    this.standing.pilot[row] = there * columns.pilotSlots[row]! * equipped;
  }

  private reserve(rows: number): void {
    const traits = new Uint8Array(rows);
    traits.set(this.traits);
    this.traits = traits;
    this.sectorTrust = widened(this.sectorTrust, rows);
    this.pilotOffer = widened(this.pilotOffer, rows);
    for (const purpose of PURPOSES) this.standing[purpose] = widened(this.standing[purpose], rows);
  }
}

function widened(column: Float64Array, rows: number): Float64Array<ArrayBuffer> {
  const wide = new Float64Array(rows);
  wide.set(column);
  return wide;
}

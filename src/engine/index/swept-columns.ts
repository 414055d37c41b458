/**
 * What a sweep reads of every carrier for every result, made out of the columns whenever a row changes: so few, small
 * and plain numbers that the sweep takes no branch and stays in the processor's cache. Good for bounds, not for scores.
 */
import { PURPOSES, type Purpose } from '../../domain/purpose.ts';
import { widened } from '../model/widened.ts';
import { LIMIT_FACTORS } from '../settings.ts';
import type { CarrierColumns } from './carrier-columns.ts';

/** Bits of the traits of a row above those of its kind (`KIND`): Chinese, sectors known, capabilities spoken of. */
export const HAN = 16;
export const SECTORED = 32;
export const SPEAKING = 64;
/** So many different traits there are. */
export const TRAITS = 128;
/** Those of a carrier's kind (score/weight-tables); whether a pair is English is no trait of a carrier. */
export const KIND = 15;

/** Strengths of offers are kept in so many parts of one, rounded up. */
export const OFFER_PARTS = 100;

export class SweptColumns {
  traits = new Uint8Array(0);
  /** 0 where the sectors are not known. */
  sectorTrust = new Float32Array(0);
  /** By sector number. */
  readonly sectors: Float32Array[];
  /** By capability (or met condition). */
  readonly offers = new Map<string, Uint8Array>();
  /** In parts as offers are; 0 also where nothing is said of capabilities. */
  pilotOffer = new Uint8Array(0);
  /** Factor of all limits that do not depend on the result; NaN where there is no carrier. */
  readonly standing: Record<Purpose, Float32Array> = {
    transfer: new Float32Array(0),
    pilot: new Float32Array(0),
  };

  /** Of all rows of these columns, with room for those expected. */
  constructor(columns: CarrierColumns, expected = 0) {
    this.sectors = columns.sectors.map(() => new Float32Array(0));
    this.reserve(Math.max(columns.size, expected));
    for (let row = 0; row < columns.size; row++) this.note(columns, row);
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
    this.pilotOffer[row] = speaks ? Math.ceil(OFFER_PARTS * columns.pilotOffer[row]!) : 0;
    for (let sector = 0; sector < this.sectors.length; sector++)
      this.sectors[sector]![row] = columns.sectors[sector]![row]!;
    columns.offers.forEach((column, code) => {
      this.offered(code)[row] = Math.ceil(OFFER_PARTS * column[row]!);
    });
    const there = columns.present[row] === 1 ? columns.status[row]! : Number.NaN;
    const equipped = columns.pilotOffer[row] === 0 ? LIMIT_FACTORS.noPilotOffer : 1;
    this.standing.transfer[row] = there * columns.slots[row]!;
    this.standing.pilot[row] = there * columns.pilotSlots[row]! * equipped;
  }

  private offered(code: string): Uint8Array {
    const known = this.offers.get(code);
    if (known) return known;
    const column = new Uint8Array(this.traits.length);
    this.offers.set(code, column);
    return column;
  }

  private reserve(rows: number): void {
    this.traits = widened(this.traits, rows);
    this.sectorTrust = widened(this.sectorTrust, rows);
    this.pilotOffer = widened(this.pilotOffer, rows);
    this.sectors.forEach((column, sector) => {
      this.sectors[sector] = widened(column, rows);
    });
    for (const [code, column] of this.offers) this.offers.set(code, widened(column, rows));
    for (const purpose of PURPOSES) this.standing[purpose] = widened(this.standing[purpose], rows);
  }
}

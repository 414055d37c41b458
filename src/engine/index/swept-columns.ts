/**
 * What a sweep reads of every carrier for every result, made out of the columns whenever a row changes: so few, small
 * and plain numbers that the sweep stays in the processor's cache, in the kernel's memory. Good for bounds, not for scores.
 */
import { PURPOSES, type Purpose } from '../../domain/purpose.ts';
import { inGroups, type Kernel } from '../kernel/kernel.ts';
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
  private readonly kernel: Kernel;
  traits: Uint8Array;
  /** Of readiness, as the columns have it. */
  window: Uint8Array;
  /** 0 where the sectors are not known. */
  sectorTrust: Float32Array;
  /** By sector number. */
  readonly sectors: Float32Array[];
  /** By capability (or met condition). */
  readonly offers = new Map<string, Uint8Array>();
  /** In parts as offers are; 0 also where nothing is said of capabilities. */
  pilotOffer: Uint8Array;
  /** Factor of all limits that do not depend on the result; NaN where there is no carrier. */
  readonly standing: Record<Purpose, Float32Array>;

  /** Of all rows of these columns, with room for those expected. */
  constructor(columns: CarrierColumns, kernel: Kernel, expected = 0) {
    const rows = inGroups(Math.max(columns.size, expected));
    this.kernel = kernel;
    this.traits = kernel.bytes(rows);
    this.window = kernel.bytes(rows);
    this.sectorTrust = kernel.floats(rows);
    this.pilotOffer = kernel.bytes(rows);
    this.standing = { transfer: kernel.floats(rows), pilot: kernel.floats(rows) };
    this.sectors = columns.sectors.map(() => kernel.floats(rows));
    for (let row = 0; row < columns.size; row++) this.note(columns, row, []);
    for (const [code, column] of columns.offers) {
      const offered = this.offered(code);
      for (let row = 0; row < columns.size; row++) offered[row] = inParts(column[row]!);
    }
  }

  /** The row has been written, or taken out; what it offers is looked up under these codes, in a new row all others are 0. */
  note(columns: CarrierColumns, row: number, codes: Iterable<string>): void {
    if (row >= this.traits.length) this.reserve(2 * (row + 8));
    const known = columns.sectorTrust[row]! >= 0;
    const speaks = columns.speaks[row] === 1;
    this.traits[row] =
      columns.kinds[row]! +
      (columns.han[row] === 1 ? HAN : 0) +
      (known ? SECTORED : 0) +
      (speaks ? SPEAKING : 0);
    this.window[row] = columns.window[row]!;
    this.sectorTrust[row] = known ? columns.sectorTrust[row]! : 0;
    this.pilotOffer[row] = speaks ? inParts(columns.pilotOffer[row]!) : 0;
    for (let sector = 0; sector < this.sectors.length; sector++)
      this.sectors[sector]![row] = columns.sectors[sector]![row]!;
    for (const code of codes) this.offered(code)[row] = inParts(columns.offers.get(code)![row]!);
    const there = columns.present[row] === 1 ? columns.status[row]! : Number.NaN;
    const equipped = columns.pilotOffer[row] === 0 ? LIMIT_FACTORS.noPilotOffer : 1;
    this.standing.transfer[row] = there * columns.slots[row]!;
    this.standing.pilot[row] = there * columns.pilotSlots[row]! * equipped;
  }

  private offered(code: string): Uint8Array {
    const known = this.offers.get(code);
    if (known) return known;
    const column = this.kernel.bytes(this.traits.length);
    this.offers.set(code, column);
    return column;
  }

  private reserve(least: number): void {
    const rows = inGroups(least);
    const bytes = (column: Uint8Array) => begunBy(column, this.kernel.bytes(rows));
    const floats = (column: Float32Array) => begunBy(column, this.kernel.floats(rows));
    this.traits = bytes(this.traits);
    this.window = bytes(this.window);
    this.sectorTrust = floats(this.sectorTrust);
    this.pilotOffer = bytes(this.pilotOffer);
    this.sectors.forEach((column, sector) => {
      this.sectors[sector] = floats(column);
    });
    for (const [code, column] of this.offers) this.offers.set(code, bytes(column));
    for (const purpose of PURPOSES) this.standing[purpose] = floats(this.standing[purpose]);
  }
}

function inParts(strength: number): number {
  return Math.ceil(OFFER_PARTS * strength);
}

function begunBy<T extends Uint8Array | Float32Array>(numbers: T, wide: T): T {
  wide.set(numbers);
  return wide;
}

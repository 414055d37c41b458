/** What scoring needs to know of all carriers, one array for each fact, by row: read in one sweep for a result. */

import { slotsFor } from '../../domain/carrier.ts';
import { pilotOffer } from '../score/components.ts';
import type { CarrierFacts } from '../score/facts.ts';
import { kindOf } from '../score/weight-tables.ts';
import { LIMIT_FACTORS } from '../settings.ts';

/** How a carrier speaks of a hard condition. */
export const CONDITION = { unknown: 0, met: 1, refused: 2 } as const;

/** Window of no stated bounds. */
export const NO_WINDOW = 0;

/** Which texts of a carrier can be compared. */
export interface CarrierTexts {
  readonly described: boolean;
  readonly recorded: boolean;
  readonly meaningful: boolean;
  readonly alignable: boolean;
}

type Column = Float64Array | Uint8Array;

/** Columns by name, as they can be kept in a file: all of the same rows. */
export type PackedColumns = Readonly<Record<string, Column>>;

const SECTORS = 'sectors.';
const OFFERS = 'offers.';
const CONDITIONS = 'conditions.';

export class CarrierColumns {
  /** Rows ever written. */
  size = 0;
  /** 0 where the carrier was taken out. */
  present: Uint8Array;
  private capacity: number;
  /** By sector number. */
  readonly sectors: Float64Array[];
  /** NaN where the sectors are not known. */
  sectorTrust: Float64Array;
  /** 1 where the text is Chinese. */
  han: Uint8Array;
  /** 1 where name or description has an index term. */
  described: Uint8Array;
  /** 1 where there is a past project. */
  recorded: Uint8Array;
  /** Which texts there are: `kindOf`. */
  kinds: Uint8Array;
  /** 1 where it says of any capability that it has it or not. */
  speaks: Uint8Array;
  pilotOffer: Float64Array;
  /** `10 × lowest + highest` level of the stated TRL window; NO_WINDOW where none is stated. */
  window: Uint8Array;
  /** Factor of status and of slots; of pilots what lots are there, where they are counted apart. */
  status: Float64Array;
  slots: Float64Array;
  pilotSlots: Float64Array;
  /** Free area in m²; NaN where not stated. */
  area: Float64Array;
  /** By capability (or met condition): strength 0–1. */
  readonly offers = new Map<string, Float64Array>();
  /** By condition: one of CONDITION. */
  readonly conditions = new Map<string, Uint8Array>();

  constructor(sectors: number, capacity: number) {
    this.capacity = Math.max(16, capacity);
    this.sectors = Array.from({ length: sectors }, () => new Float64Array(this.capacity));
    this.present = new Uint8Array(this.capacity);
    this.sectorTrust = new Float64Array(this.capacity);
    this.han = new Uint8Array(this.capacity);
    this.described = new Uint8Array(this.capacity);
    this.recorded = new Uint8Array(this.capacity);
    this.kinds = new Uint8Array(this.capacity);
    this.speaks = new Uint8Array(this.capacity);
    this.pilotOffer = new Float64Array(this.capacity);
    this.window = new Uint8Array(this.capacity);
    this.status = new Float64Array(this.capacity);
    this.slots = new Float64Array(this.capacity);
    this.pilotSlots = new Float64Array(this.capacity);
    this.area = new Float64Array(this.capacity);
  }

  /** Of so many rows, as `packed` gave them; of none there need be no columns, but so many may be expected. */
  static unpacked(sectors: number, rows: number, packed: PackedColumns, expected: number): CarrierColumns {
    const columns = new CarrierColumns(sectors, Math.max(rows, expected));
    if (rows === 0) return columns;
    for (const name of Object.keys(packed)) columns.prepare(name);
    for (const [name, column] of columns.named()) column.set(packed[name]!);
    columns.size = rows;
    return columns;
  }

  /** These rows, one after the other. */
  packed(rows: readonly number[]): PackedColumns {
    return Object.fromEntries(this.named().map(([name, column]) => [name, picked(column, rows)]));
  }

  /** How many of all rows offer each capability. */
  *offered(): Generator<readonly [code: string, carriers: number]> {
    for (const [code, column] of this.offers)
      yield [code, column.reduce((sum, strength) => (strength > 0 ? sum + 1 : sum), 0)];
  }

  private named(): (readonly [string, Column])[] {
    const { present, sectorTrust, han, described, recorded, kinds, speaks, pilotOffer, window } = this;
    const { status, slots, pilotSlots, area } = this;
    const single = { present, sectorTrust, han, described, recorded, kinds, speaks, pilotOffer, window };
    return [
      ...this.sectors.map((column, sector) => [`${SECTORS}${sector}`, column] as const),
      ...Object.entries<Column>({ ...single, status, slots, pilotSlots, area }),
      ...[...this.offers].map(([code, column]) => [`${OFFERS}${code}`, column] as const),
      ...[...this.conditions].map(([code, column]) => [`${CONDITIONS}${code}`, column] as const),
    ];
  }

  /** Makes the column of a capability or condition, where the name is of one. */
  private prepare(name: string): void {
    if (name.startsWith(OFFERS)) this.offers.set(name.slice(OFFERS.length), new Float64Array(this.capacity));
    if (name.startsWith(CONDITIONS))
      this.conditions.set(name.slice(CONDITIONS.length), new Uint8Array(this.capacity));
  }

  /** Writes a row, or the one behind the last. */
  set(row: number, facts: CarrierFacts, texts: CarrierTexts): void {
    if (row >= this.capacity) this.grow();
    if (row < this.size) this.clear(row);
    this.size = Math.max(this.size, row + 1);
    this.present[row] = 1;
    const { record, analysis } = facts;
    const known = analysis.sectors.weights.length > 0;
    for (let sector = 0; sector < this.sectors.length; sector++)
      this.sectors[sector]![row] = facts.sectors[sector]!;
    this.sectorTrust[row] = known ? analysis.sectors.strength : Number.NaN;
    this.han[row] = analysis.language === 'han' ? 1 : 0;
    this.described[row] = texts.described ? 1 : 0;
    this.recorded[row] = texts.recorded ? 1 : 0;
    this.kinds[row] = kindOf(texts.described, texts.recorded, texts.meaningful, texts.alignable);
    this.speaks[row] = facts.offers.size > 0 || facts.denies.size > 0 ? 1 : 0;
    this.pilotOffer[row] = pilotOffer(facts);
    const stated = record.trlMin !== undefined || record.trlMax !== undefined;
    this.window[row] = stated ? 10 * (record.trlMin ?? 1) + (record.trlMax ?? 9) : NO_WINDOW;
    this.status[row] =
      record.status === 'delisted' ? 0 : record.status === 'rectifying' ? LIMIT_FACTORS.rectifying : 1;
    this.slots[row] = slotsFor(record, 'transfer') === 0 ? LIMIT_FACTORS.noSlots : 1;
    this.pilotSlots[row] = slotsFor(record, 'pilot') === 0 ? LIMIT_FACTORS.noSlots : 1;
    this.area[row] = record.areaFreeM2 ?? Number.NaN;
    this.setOffers(row, facts);
    this.setConditions(row, facts);
  }

  private setOffers(row: number, { offers }: CarrierFacts): void {
    offers.forEach((strength, code) => {
      let column = this.offers.get(code);
      if (!column) {
        column = new Float64Array(this.capacity);
        this.offers.set(code, column);
      }
      column[row] = strength;
    });
  }

  private setConditions(row: number, { met, refused }: CarrierFacts): void {
    met.forEach((_, code) => {
      this.setCondition(row, code, CONDITION.met);
    });
    refused.forEach((_, code) => {
      this.setCondition(row, code, CONDITION.refused);
    });
  }

  private setCondition(row: number, code: string, state: number): void {
    let column = this.conditions.get(code);
    if (!column) {
      column = new Uint8Array(this.capacity);
      this.conditions.set(code, column);
    }
    column[row] = state;
  }

  /** What another carrier had in this row. */
  private clear(row: number): void {
    for (const column of this.offers.values()) column[row] = 0;
    for (const column of this.conditions.values()) column[row] = CONDITION.unknown;
  }

  private grow(): void {
    this.capacity *= 2;
    const wide = <T extends Float64Array | Uint8Array>(column: T): T => {
      const larger = new (column.constructor as new (length: number) => T)(this.capacity);
      larger.set(column);
      return larger;
    };
    this.sectors.forEach((column, sector) => {
      this.sectors[sector] = wide(column);
    });
    for (const [code, column] of this.offers) this.offers.set(code, wide(column));
    for (const [code, column] of this.conditions) this.conditions.set(code, wide(column));
    this.present = wide(this.present);
    this.sectorTrust = wide(this.sectorTrust);
    this.han = wide(this.han);
    this.described = wide(this.described);
    this.recorded = wide(this.recorded);
    this.kinds = wide(this.kinds);
    this.speaks = wide(this.speaks);
    this.pilotOffer = wide(this.pilotOffer);
    this.window = wide(this.window);
    this.status = wide(this.status);
    this.slots = wide(this.slots);
    this.pilotSlots = wide(this.pilotSlots);
    this.area = wide(this.area);
  }
}

function picked<T extends Column>(column: T, rows: readonly number[]): T {
  const made = new (column.constructor as new (length: number) => T)(rows.length);
  rows.forEach((row, i) => {
    made[i] = column[row]!;
  });
  return made;
}

/** Where carriers' terms first stand in their texts, packed: quotes without reading a text again. */
import { GrowingInts } from '../model/growing-ints.ts';
import type { NumberedRecord } from '../model/numbered-record.ts';
import { ampleRoom } from './growing-vectors.ts';
import { lastingWords } from './lasting-memory.ts';

/** A quote without whose it is. */
export interface Place {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

const LENGTH_BITS = 8;
const START_BITS = 17;
const MOST_LENGTH = 2 ** LENGTH_BITS;
const MOST_START = 2 ** START_BITS;
/** A packed place is that many times the number of its path, and where it is in it. */
export const PLACES_OF_A_PATH = MOST_START * MOST_LENGTH;
const MOST_PATHS = 2 ** (32 - LENGTH_BITS - START_BITS);
/** All rows in one stretch of memory. */
export interface PackedPlaces {
  readonly paths: readonly string[];
  /** Row r is at offsets[r] .. offsets[r + 1]. */
  readonly offsets: Float64Array;
  readonly places: Uint32Array;
}

export class PlaceStore {
  private readonly paths: string[] = [];
  private readonly pathNumbers = new Map<string, number>();
  /** Of row r from ends[r - 1] to ends[r]: a term's number and its packed place, one after the other. */
  private places: Uint32Array;
  private readonly ends = new GrowingInts();
  /** Rows that were replaced, or that came after those of a file. */
  private readonly aside = new Map<number, Uint32Array>();
  private readonly expected: number;

  /** Of these rows, or of none and so many expected. */
  constructor({ paths, offsets, places }: PackedPlaces, expected = 0) {
    for (const path of paths) this.pathNumber(path);
    this.places = places;
    for (let row = 1; row < offsets.length; row++) this.ends.push(offsets[row]!);
    this.expected = this.ends.length > 0 ? 0 : expected;
  }

  /** These rows, one after the other. */
  packed(rows: readonly number[]): PackedPlaces {
    const offsets = new Float64Array(rows.length + 1);
    rows.forEach((row, i) => {
      offsets[i + 1] = offsets[i]! + this.row(row).length;
    });
    const places = new Uint32Array(offsets[rows.length]!);
    rows.forEach((row, i) => {
      places.set(this.row(row), offsets[i]!);
    });
    return { paths: this.paths, offsets, places };
  }

  /** A term that stands beyond the reach of a packed place is kept without one, and then not quoted. */
  set(row: number, record: NumberedRecord): void {
    let room = 0;
    for (const { terms, places } of record.fields) if (places) room += 2 * terms.length;
    if (row === this.ends.length && this.expected > 0) {
      const begin = this.begin(row);
      if (begin + room > this.places.length) this.reserve(begin + room);
      this.ends.push(this.write(this.places, begin, record));
      return;
    }
    const own = new Uint32Array(room);
    this.aside.set(row, own.slice(0, this.write(own, 0, record)));
  }

  private reserve(places: number): void {
    const wide = lastingWords(ampleRoom(places, this.ends.length + 1, this.expected));
    wide.set(this.places);
    this.places = wide;
  }

  private begin(row: number): number {
    return row === 0 ? 0 : this.ends.at(row - 1);
  }

  private row(row: number): Uint32Array {
    return this.aside.get(row) ?? this.places.subarray(this.begin(row), this.ends.at(row));
  }

  /** Returns where it ends. */
  private write(into: Uint32Array, begin: number, { fields, starts, numbers }: NumberedRecord): number {
    let end = begin;
    for (let f = 0; f < fields.length; f++) {
      const { terms, places } = fields[f]!;
      if (!places) continue;
      const { sources, at } = places;
      const paths = sources.map((source) => this.pathNumber(source));
      const first = starts[f]!;
      for (let i = 0; i < terms.length; i++) {
        const path = paths[at[3 * i]!]!;
        const start = at[3 * i + 1]!;
        const length = at[3 * i + 2]! - start;
        if (path >= MOST_PATHS || start >= MOST_START || length >= MOST_LENGTH) continue;
        into[end++] = numbers[first + i]!;
        into[end++] = ((path * MOST_START + start) * MOST_LENGTH + length) >>> 0;
      }
    }
    return end;
  }

  /** The first place of a term, by its number, in the texts of a row's carrier, which are told by their paths. */
  find(row: number, number: number, textAt: (path: string) => string | undefined): Place | undefined {
    const own = this.aside.get(row);
    const packed = own ?? this.places;
    const end = own ? own.length : this.ends.at(row);
    for (let i = own ? 0 : this.begin(row); i < end; i += 2) {
      if (packed[i] !== number) continue;
      const place = packed[i + 1]!;
      const start = Math.floor(place / MOST_LENGTH) % MOST_START;
      const field = this.paths[Math.floor(place / MOST_LENGTH / MOST_START)]!;
      const behind = start + (place % MOST_LENGTH);
      const text = textAt(field);
      return text === undefined ? undefined : { field, start, end: behind, quote: text.slice(start, behind) };
    }
    return undefined;
  }

  /** Paths of the texts of a row's carrier in which terms first stand, each once. */
  fields(row: number): string[] {
    const packed = this.row(row);
    const fields = new Set<string>();
    for (let i = 1; i < packed.length; i += 2)
      fields.add(this.paths[Math.floor(packed[i]! / MOST_LENGTH / MOST_START)]!);
    return [...fields];
  }

  private pathNumber(path: string): number {
    const known = this.pathNumbers.get(path);
    if (known !== undefined) return known;
    this.pathNumbers.set(path, this.paths.length);
    return this.paths.push(path) - 1;
  }
}

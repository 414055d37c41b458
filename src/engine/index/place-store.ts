/**
 * Where the words of carriers first stand in their texts, a number of 32 bits for each word of a carrier's vector, with
 * which it begins: quotes without reading a text again.
 */
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
const PATH_SHIFT = LENGTH_BITS + START_BITS;
const MOST_LENGTH = 2 ** LENGTH_BITS;
const MOST_START = 2 ** START_BITS;
const MOST_PATHS = 2 ** (32 - PATH_SHIFT);
/** Of a word beyond the reach of a packed place: it is not quoted. No place has length 0. */
const NOWHERE = 0;

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
  /** Of row r from ends[r - 1] to ends[r]. */
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

  /** `origins`: of each word of the vector its place among the record's terms, rising. */
  set(row: number, record: NumberedRecord, origins: Int32Array): void {
    if (row !== this.ends.length || this.expected === 0) {
      const own = new Uint32Array(origins.length);
      this.write(own, 0, record, origins);
      this.aside.set(row, own);
      return;
    }
    const begin = this.begin(row);
    const end = begin + origins.length;
    if (end > this.places.length) this.reserve(end);
    this.write(this.places, begin, record, origins);
    this.ends.push(end);
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

  private write(
    into: Uint32Array,
    begin: number,
    { fields, starts }: NumberedRecord,
    origins: Int32Array,
  ): void {
    let field = -1;
    let behind = 0;
    let at: readonly number[] = [];
    let paths: readonly number[] = [];
    for (let k = 0; k < origins.length; k++) {
      const origin = origins[k]!;
      while (origin >= behind) {
        behind = starts[++field + 1]!;
        if (origin >= behind) continue;
        const { places } = fields[field]!;
        at = places?.at ?? [];
        paths = places?.sources.map((source) => this.pathNumber(source)) ?? [];
      }
      if (at.length === 0) continue;
      const noted = 3 * (origin - starts[field]!);
      into[begin + k] = packedPlace(paths[at[noted]!]!, at[noted + 1]!, at[noted + 2]!);
    }
  }

  /** The place of the `k`th term of a row's vector in the texts of its carrier, which are told by their paths; of words alone. */
  find(row: number, k: number, textAt: (path: string) => string | undefined): Place | undefined {
    const place = this.row(row)[k] ?? NOWHERE;
    if (place === NOWHERE) return undefined;
    const field = this.paths[place >>> PATH_SHIFT]!;
    const start = (place >>> LENGTH_BITS) % MOST_START;
    const end = start + (place % MOST_LENGTH);
    const text = textAt(field);
    return text === undefined ? undefined : { field, start, end, quote: text.slice(start, end) };
  }

  private pathNumber(path: string): number {
    const known = this.pathNumbers.get(path);
    if (known !== undefined) return known;
    this.pathNumbers.set(path, this.paths.length);
    return this.paths.push(path) - 1;
  }
}

function packedPlace(path: number, start: number, end: number): number {
  const length = end - start;
  if (path >= MOST_PATHS || start >= MOST_START || length >= MOST_LENGTH) return NOWHERE;
  return ((path << PATH_SHIFT) | (start << LENGTH_BITS) | length) >>> 0;
}

/** A copy in which each path has the number that `numbers` gives it. */
export function withPaths(places: Uint32Array, numbers: readonly number[]): Uint32Array {
  return places.map((place) => {
    if (place === NOWHERE) return NOWHERE;
    const start = (place >>> LENGTH_BITS) % MOST_START;
    return packedPlace(numbers[place >>> PATH_SHIFT]!, start, start + (place % MOST_LENGTH));
  });
}

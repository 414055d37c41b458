/**
 * The carriers of a pool out of several files, each of some of them, in the order of the pool: as if one had been made
 * of all. Terms that the model has not seen were numbered in each part by itself; first come, first numbered gives the
 * numbers that they have in the whole.
 */
import { type PackedWords, WordTable } from '../../text/word-table.ts';
import type { PackedColumns } from '../index/carrier-columns.ts';
import type { PackedCarriers } from '../index/carrier-index.ts';
import type { PackedMeanings } from '../index/packed-meanings.ts';
import { type PackedPlaces, withPaths } from '../index/place-store.ts';
import type { VectorStore } from '../index/vector-store.ts';
import { joined, offsetsJoined, renumbered } from './joined-arrays.ts';

export interface CarriersPart {
  /** Terms that the model does not know, in the order of their numbers. */
  readonly unseen: PackedWords;
  readonly carriers: PackedCarriers;
}

/** `known`: how many terms the model knows. */
export function joinParts(parts: readonly CarriersPart[], known: number): CarriersPart {
  const unseen = new WordTable();
  const numbers = parts.map((part) => {
    const own = WordTable.unpacked(part.unseen);
    return Int32Array.from({ length: own.size }, (_, i) => known + unseen.add(own.at(i)));
  });
  const carriers = parts.map((part) => part.carriers);
  const vectorsOf = (storeOf: (of: PackedCarriers) => VectorStore): VectorStore =>
    joinVectors(
      carriers.map((of, p) => {
        const store = storeOf(of);
        return { ...store, terms: renumbered(store.terms, known, numbers[p]!) };
      }),
    );
  return {
    unseen: unseen.packed(),
    carriers: {
      ids: carriers.flatMap(({ ids }) => ids),
      carrier: rowOfParts(carriers),
      columns: joinColumns(carriers),
      texts: vectorsOf(({ texts }) => texts),
      portfolios: {
        counts: joined(
          Int32Array,
          carriers.map(({ portfolios }) => portfolios.counts),
        ),
        projects: joined(
          Int32Array,
          carriers.map(({ portfolios }) => portfolios.projects),
        ),
        items: vectorsOf(({ portfolios }) => portfolios.items),
      },
      places: joinPlaces(carriers.map(({ places }) => places)),
      meanings: joinMeanings(carriers.map(({ meanings }) => meanings)),
    },
  };
}

function rowOfParts(parts: readonly PackedCarriers[]): PackedCarriers['carrier'] {
  const starts: number[] = [];
  let rows = 0;
  for (const { ids } of parts) {
    starts.push(rows);
    rows += ids.length;
  }
  return (row) => {
    let p = parts.length - 1;
    while (starts[p]! > row) p--;
    return parts[p]!.carrier(row - starts[p]!);
  };
}

function joinVectors(parts: readonly VectorStore[]): VectorStore {
  return {
    offsets: offsetsJoined(parts.map(({ offsets }) => offsets)),
    terms: joined(
      Int32Array,
      parts.map(({ terms }) => terms),
    ),
    impacts: joined(
      Uint16Array,
      parts.map(({ impacts }) => impacts),
    ),
  };
}

/** A column that a part does not have is one of a thing that none of its carriers speaks of. */
function joinColumns(parts: readonly PackedCarriers[]): PackedColumns {
  const names = new Set(parts.flatMap(({ columns }) => Object.keys(columns)));
  const rows = parts.reduce((sum, { ids }) => sum + ids.length, 0);
  const all: Record<string, PackedColumns[string]> = {};
  for (const name of names) {
    const kind = parts.find(({ columns }) => columns[name])!.columns[name]!;
    const column = kind instanceof Float64Array ? new Float64Array(rows) : new Uint8Array(rows);
    let row = 0;
    for (const { ids, columns } of parts) {
      if (columns[name]) column.set(columns[name], row);
      row += ids.length;
    }
    all[name] = column;
  }
  return all;
}

function joinPlaces(parts: readonly PackedPlaces[]): PackedPlaces {
  const paths = [...new Set(parts.flatMap((part) => part.paths))];
  const places = parts.map((part) =>
    withPaths(
      part.places,
      part.paths.map((path) => paths.indexOf(path)),
    ),
  );
  const offsets = offsetsJoined(parts.map((part) => part.offsets));
  return { paths, offsets, places: joined(Uint32Array, places) };
}

/** A part of which nothing is known has no dimensions of its own. */
function joinMeanings(parts: readonly PackedMeanings[]): PackedMeanings {
  const dimensions = Math.max(0, ...parts.map(({ known, vectors }) => vectors.length / (known.length || 1)));
  return {
    known: joined(
      Uint8Array,
      parts.map(({ known }) => known),
    ),
    vectors: joined(
      Int8Array,
      parts.map(({ known, vectors }) =>
        vectors.length > 0 ? vectors : new Int8Array(known.length * dimensions),
      ),
    ),
  };
}

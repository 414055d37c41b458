/**
 * A pool as a file: the texts of both sides as they stand in the indexes, and what scoring and explaining need. Most of
 * it is what only a carrier asks about, the texts and numbers of results: a file of its own behind the other one, which
 * can stay on the disk for the time being.
 */
import type { Analysis, ConditionMention } from '../../domain/analysis.ts';
import type { Carrier } from '../../domain/carrier.ts';
import type { PackedWords } from '../../text/word-table.ts';
import type { PackedColumns } from '../index/carrier-columns.ts';
import type { PackedCarriers } from '../index/carrier-index.ts';
import type { MeaningSource } from '../index/meanings.ts';
import type { PackedMeanings } from '../index/packed-meanings.ts';
import type { FirstOfResults, LateResults, PackedResults } from '../index/result-index.ts';
import type { VectorStore } from '../index/vector-store.ts';
import type { ResultNumbers } from '../score/facts.ts';
import { type ByteSource, readSectionsAt } from './byte-source.ts';
import {
  digestIn,
  type Numbers,
  notWhole,
  readSections,
  type SectionReader,
  sizeOfSections,
  UnreadableSections,
  writeSections,
} from './sections.ts';

/** Raised whenever files of another form are written. */
export const POOL_FORM = 4;
const FORMAT = `jianyuan-pool/${POOL_FORM}`;
/** Of results read and digested at a time, in bytes: some hundredths of a second. */
const STRETCH = 1 << 25;

export interface StoredPoolHead {
  readonly engine: string;
  readonly model: string;
  readonly meanings: MeaningSource;
  /** Of whoever keeps the file. */
  readonly notes: unknown;
}

export interface PoolContents {
  readonly head: StoredPoolHead;
  /** Terms that the model does not know, in the order of their numbers. */
  readonly unseen: PackedWords;
  readonly results: PackedResults;
  readonly carriers: PackedCarriers;
}

export function writeStoredPool({ head, unseen, results, carriers }: PoolContents): Uint8Array[] {
  const { paths, ...places } = carriers.places;
  const late = writeSections({
    head: {},
    arrays: {
      'results.texts.terms': results.texts.terms,
      'results.texts.impacts': results.texts.impacts,
      'results.asked.terms': results.asked.terms,
      'results.asked.impacts': results.asked.impacts,
    },
    records: { results: plain(results.ids, (_, row) => plainNumbers(results.numbers(row))) },
  });
  const main = writeSections({
    head: {
      format: FORMAT,
      ...head,
      paths,
      late: { digest: digestIn(late), size: sizeOf(late) },
    } satisfies Head,
    arrays: {
      'results.texts.offsets': results.texts.offsets,
      'results.asked.offsets': results.asked.offsets,
      ...named('results.meanings', results.meanings),
      ...named('carriers.texts', carriers.texts),
      ...named('carriers.items', carriers.portfolios.items),
      ...named('unseen', unseen),
      ...named('carriers.columns', carriers.columns),
      'carriers.itemCounts': carriers.portfolios.counts,
      'carriers.itemProjects': carriers.portfolios.projects,
      ...named('carriers.places', places),
      ...named('carriers.meanings', carriers.meanings),
    },
    records: {
      ids: [results.ids, carriers.ids],
      carriers: plain(carriers.ids, (_, row) => {
        const { record, analysis } = carriers.carrier(row);
        return { record, analysis };
      }),
    },
  });
  return [...main, ...late];
}

export interface StoredContents {
  readonly head: StoredPoolHead;
  unseenTerms(): PackedWords;
  results(): FirstOfResults;
  carriers(): PackedCarriers;
}

/** Throws UnreadableSections where the bytes are no file of a pool, not one of this form, or not all of it. */
export function readStoredPool(bytes: Uint8Array): StoredContents {
  const end = sizeOfSections(bytes);
  const reader = readSections(bytes.subarray(0, end));
  const contents = contentsOf(reader, bytes.length - end);
  checkLate(reader, readSections(bytes.subarray(end)));
  return contents;
}

/**
 * The same, of a file of which the texts and numbers of results are read when `readLate` is called, and are not checked
 * before; that the file is as long as it should be is.
 */
export async function openStoredPool(
  source: ByteSource,
): Promise<StoredContents & { readLate(): Promise<LateResults> }> {
  const reader = await readSectionsAt(source, 0);
  const end = sizeOfSections(source.beginning);
  return {
    ...contentsOf(reader, source.size - end),
    readLate: async () => lateResults(checkLate(reader, await readSectionsAt(source, end, STRETCH))),
  };
}

interface Head extends StoredPoolHead {
  readonly format?: string;
  readonly paths: readonly string[];
  /** The file behind this one, by its digest and its size in bytes. */
  readonly late: { readonly digest: string; readonly size: number };
}

function contentsOf(reader: SectionReader, lateSize: number): StoredContents {
  const { format, paths, late, ...head } = reader.head as Head;
  if (format !== FORMAT) throw new UnreadableSections(`its form is ${format}, not ${FORMAT}`);
  if (late.size !== lateSize) throw notWhole();
  const ids = reader.records<readonly string[]>('ids');
  const carriers = reader.records<{ record: Carrier; analysis: Analysis }>('carriers');
  return {
    head,
    unseenTerms: () => ({
      codes: reader.array('unseen.codes', 'Uint16Array'),
      ends: reader.array('unseen.ends', 'Int32Array'),
    }),
    results: () => ({
      ids: ids.at(0),
      offsets: {
        texts: reader.array('results.texts.offsets', 'Float64Array'),
        asked: reader.array('results.asked.offsets', 'Float64Array'),
      },
      meanings: meanings(reader, 'results.meanings'),
    }),
    carriers: () => ({
      ids: ids.at(1),
      carrier: (row) => carriers.at(row),
      columns: reader.arraysUnder('carriers.columns.') as PackedColumns,
      texts: vectors(reader, 'carriers.texts'),
      portfolios: {
        counts: reader.array('carriers.itemCounts', 'Int32Array'),
        projects: reader.array('carriers.itemProjects', 'Int32Array'),
        items: vectors(reader, 'carriers.items'),
      },
      places: {
        paths,
        offsets: reader.array('carriers.places.offsets', 'Float64Array'),
        places: reader.array('carriers.places.places', 'Uint32Array'),
      },
      meanings: meanings(reader, 'carriers.meanings'),
    }),
  };
}

/** The file behind must be the one that was written with the first. */
function checkLate(reader: SectionReader, late: SectionReader): SectionReader {
  if ((reader.head as Head).late.digest !== late.digest) throw notWhole();
  return late;
}

function lateResults(late: SectionReader): LateResults {
  const results = late.records<PlainNumbers>('results');
  return {
    numbers: (row) => numbersFrom(results.at(row)),
    texts: termsAndImpacts(late, 'results.texts'),
    asked: termsAndImpacts(late, 'results.asked'),
  };
}

/** What several files of one pool have in common. Throws UnreadableSections where they are of different pools. */
export function commonHead(heads: readonly StoredPoolHead[]): Omit<StoredPoolHead, 'notes'> {
  const [first] = heads;
  if (!first) throw new UnreadableSections('it has no parts');
  const { engine, model, meanings } = first;
  if (heads.some((head) => head.engine !== engine || head.model !== model || head.meanings !== meanings))
    throw new UnreadableSections('its parts are of different pools');
  return { engine, model, meanings };
}

function vectors(reader: SectionReader, name: string): VectorStore {
  return { offsets: reader.array(`${name}.offsets`, 'Float64Array'), ...termsAndImpacts(reader, name) };
}

function termsAndImpacts(reader: SectionReader, name: string): Omit<VectorStore, 'offsets'> {
  return {
    terms: reader.array(`${name}.terms`, 'Int32Array'),
    impacts: reader.array(`${name}.impacts`, 'Uint16Array'),
  };
}

function meanings(reader: SectionReader, name: string): PackedMeanings {
  return {
    known: reader.array(`${name}.known`, 'Uint8Array'),
    vectors: reader.array(`${name}.vectors`, 'Int8Array'),
  };
}

/** Numbers of a result as JSON can hold them. */
type PlainNumbers = Omit<ResultNumbers, 'sectors' | 'asked' | 'needed'> & {
  readonly sectors: readonly number[];
  readonly asked: readonly (readonly [string, number])[];
  readonly needed: readonly (readonly [string, ConditionMention])[];
};

function plainNumbers(numbers: ResultNumbers): PlainNumbers {
  const { sectors, asked, needed } = numbers;
  return { ...numbers, sectors: [...sectors], asked: [...asked], needed: [...needed] };
}

function numbersFrom(numbers: PlainNumbers): ResultNumbers {
  const { sectors, asked, needed } = numbers;
  return {
    ...numbers,
    sectors: Float64Array.from(sectors),
    asked: new Map(asked),
    needed: new Map(needed),
  };
}

function sizeOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function named(name: string, arrays: object): Record<string, Numbers> {
  return Object.fromEntries(
    Object.entries(arrays).map(([key, array]) => [`${name}.${key}`, array as Numbers]),
  );
}

function* plain<To>(ids: readonly string[], of: (id: string, row: number) => To): Generator<To> {
  for (let row = 0; row < ids.length; row++) yield of(ids[row]!, row);
}

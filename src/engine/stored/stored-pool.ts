/** A pool as a file: the texts of both sides as they stand in the indexes, and what scoring and explaining need. */
import type { Analysis, ConditionMention } from '../../domain/analysis.ts';
import type { Carrier } from '../../domain/carrier.ts';
import type { PackedWords } from '../../text/word-table.ts';
import type { PackedColumns } from '../index/carrier-columns.ts';
import type { PackedCarriers } from '../index/carrier-index.ts';
import type { MeaningSource } from '../index/meanings.ts';
import type { PackedMeanings } from '../index/packed-meanings.ts';
import type { PackedResults } from '../index/result-index.ts';
import type { VectorStore } from '../index/vector-store.ts';
import type { ResultNumbers } from '../score/facts.ts';
import {
  type Numbers,
  readSections,
  type SectionReader,
  UnreadableSections,
  writeSections,
} from './sections.ts';

const FORMAT = 'jianyuan-pool/3';

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
  return writeSections({
    head: { format: FORMAT, ...head, paths },
    arrays: {
      ...named('results.texts', results.texts),
      ...named('results.asked', results.asked),
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
      results: plain(results.ids, (_, row) => plainNumbers(results.numbers(row))),
    },
  });
}

export interface StoredContents {
  readonly head: StoredPoolHead;
  unseenTerms(): PackedWords;
  results(): PackedResults;
  carriers(): PackedCarriers;
}

/** Throws UnreadableSections where the file is no pool, or not one of this form. */
export function readStoredPool(bytes: Uint8Array): StoredContents {
  const reader = readSections(bytes);
  const { format, paths, ...head } = reader.head as StoredPoolHead & { format?: string; paths: string[] };
  if (format !== FORMAT) throw new UnreadableSections(`its form is ${format}, not ${FORMAT}`);
  const ids = reader.records<readonly string[]>('ids');
  const results = reader.records<PlainNumbers>('results');
  const carriers = reader.records<{ record: Carrier; analysis: Analysis }>('carriers');
  return {
    head,
    unseenTerms: () => ({
      codes: reader.array('unseen.codes', 'Uint16Array'),
      ends: reader.array('unseen.ends', 'Int32Array'),
    }),
    results: () => ({
      ids: ids.at(0),
      numbers: (row) => numbersFrom(results.at(row)),
      texts: vectors(reader, 'results.texts'),
      asked: vectors(reader, 'results.asked'),
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
  return {
    offsets: reader.array(`${name}.offsets`, 'Float64Array'),
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

function named(name: string, arrays: object): Record<string, Numbers> {
  return Object.fromEntries(
    Object.entries(arrays).map(([key, array]) => [`${name}.${key}`, array as Numbers]),
  );
}

function* plain<To>(ids: readonly string[], of: (id: string, row: number) => To): Generator<To> {
  for (let row = 0; row < ids.length; row++) yield of(ids[row]!, row);
}

/** All carriers, ready to be compared with any result: texts, facts, portfolios, meanings. Rows may change. */
import type { Analysis, SectorReading } from '../../domain/analysis.ts';
import type { Carrier } from '../../domain/carrier.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Analysed } from '../engine.ts';
import { Kernel } from '../kernel/kernel.ts';
import type { CorpusModel } from '../model/corpus-model.ts';
import { NumberedRecord } from '../model/numbered-record.ts';
import { lengthOf } from '../model/word-vectors.ts';
import { type CarrierFacts, carrierFacts } from '../score/facts.ts';
import { OfferedCapabilities, type Rarity } from '../score/rarity.ts';
import type { Trust } from '../score/weight-tables.ts';
import { CARRIER_FIELD_WEIGHTS } from '../settings.ts';
import { CarrierColumns, type PackedColumns } from './carrier-columns.ts';
import { CarrierHeavyWords } from './heavy-words.ts';
import { ImpactIndex } from './impact-index.ts';
import { VectorMaker } from './impact-vector.ts';
import { CarrierKeyWords } from './key-words.ts';
import { MeaningRows } from './meaning-rows.ts';
import type { Meanings } from './meanings.ts';
import { type PackedMeanings, packMeanings } from './packed-meanings.ts';
import { type PackedPlaces, PlaceStore } from './place-store.ts';
import { type PackedPortfolios, PortfolioIndex } from './portfolio-index.ts';
import { RefusedTopics } from './refused-topics.ts';
import { Rows } from './rows.ts';
import { SweptColumns } from './swept-columns.ts';
import { pack, type VectorStore } from './vector-store.ts';

/** How many words of a side are quoted for its sectors. */
export const SECTOR_QUOTES = 2;

/** A carrier as it is kept: its analysis without terms, and of each sector as many words as are quoted. */
type KeptCarrier = Pick<CarrierFacts, 'record' | 'analysis'>;

/** What an index is made from, carrier after carrier. */
export interface PackedCarriers {
  readonly ids: readonly string[];
  carrier(row: number): KeptCarrier;
  readonly columns: PackedColumns;
  readonly texts: VectorStore;
  readonly portfolios: PackedPortfolios;
  readonly places: PackedPlaces;
  readonly meanings: PackedMeanings;
}

export class CarrierIndex {
  readonly kernel = new Kernel();
  readonly rows: Rows<CarrierFacts>;
  readonly texts: ImpactIndex;
  readonly portfolios: PortfolioIndex;
  readonly places: PlaceStore;
  readonly columns: CarrierColumns;
  readonly swept: SweptColumns;
  readonly meanings: MeaningRows;
  /** Length of the longest of all meanings that ever were here. */
  longestMeaning = 0;
  /** Null where the model has no vectors of words. */
  readonly keyWords: CarrierKeyWords | null;
  readonly heavyWords: CarrierHeavyWords | null;
  readonly refused: RefusedTopics;
  /** How far meanings count. */
  readonly trust: Trust;
  /** Raised by every change: what was computed before is of another state. */
  revision = 0;
  readonly model: CorpusModel;
  private readonly profile: Profile;
  private readonly maker: VectorMaker;
  private readonly meaningOf: Meanings['of'];
  private readonly packedCarrier: PackedCarriers['carrier'];
  /** By row: what was put in since; facts are made of it when somebody asks, for a round asks for few of them. */
  private readonly given: (KeptCarrier | undefined)[];
  private readonly offered = new OfferedCapabilities();
  private readonly numbered = new NumberedRecord();

  /** Of these carriers, or of none and so many expected. */
  constructor(
    profile: Profile,
    model: CorpusModel,
    meanings: Meanings,
    { packed = NO_CARRIERS, expected = 0 }: { packed?: PackedCarriers; expected?: number } = {},
  ) {
    this.meaningOf = meanings.of;
    this.trust = meanings.trust;
    this.profile = profile;
    this.model = model;
    this.maker = new VectorMaker(model.lexicon);
    this.rows = new Rows({
      ids: packed.ids,
      read: (row) => {
        const { record, analysis } = this.carrier(row);
        return carrierFacts(profile, record, analysis);
      },
    });
    this.packedCarrier = packed.carrier;
    this.given = packed.ids.map(() => undefined);
    const texts = new ImpactIndex(packed.texts, expected, this.kernel);
    this.texts = texts;
    this.keyWords = meanings.aligner && new CarrierKeyWords(meanings.aligner, (row) => texts.stretch(row));
    this.heavyWords = model.words && new CarrierHeavyWords(model.words, (row) => texts.stretch(row));
    this.refused = new RefusedTopics(model.lexicon, (row) => this.carrier(row).analysis.refusals);
    this.portfolios = new PortfolioIndex(packed.portfolios, expected);
    this.places = new PlaceStore(packed.places, expected);
    this.meanings = new MeaningRows(packed.meanings);
    for (const meaning of this.meanings.rows) this.noteLength(meaning);
    this.columns = CarrierColumns.unpacked(profile.sectors.length, this.rows.size, packed.columns, expected);
    this.swept = new SweptColumns(this.columns, this.kernel, expected);
    this.offered.addAll(this.rows.size, this.columns.offered());
  }

  /** Makes the postings of what was put in, before the first question would. */
  settle(): void {
    this.texts.settle();
  }

  /** Those that are there. */
  packed(): PackedCarriers {
    const rows = this.rows.present();
    return {
      ids: rows.map((row) => this.rows.id(row)),
      carrier: (i) => this.carrier(rows[i]!),
      columns: this.columns.packed(rows),
      texts: this.texts.packedRows(rows),
      portfolios: this.portfolios.packed(rows),
      places: this.places.packed(rows),
      meanings: this.meanings.packed(rows),
    };
  }

  /** Puts a carrier in place of the one with its id, or adds it; the next ranking sees it. */
  put(carrier: Analysed<Carrier>): void {
    const { record, analysis } = carrier;
    const kept = { record: matched(record), analysis: quotable(analysis) };
    const facts = carrierFacts(this.profile, kept.record, kept.analysis);
    const before = this.rows.byId(record.id);
    if (before) this.offered.remove(before);
    this.offered.add(facts);
    const known = this.rows.size;
    const row = this.rows.put(record.id);
    this.given[row] = kept;
    const { language } = analysis;
    const numbered = this.numbered;
    this.model.lexicon.read(analysis.terms, numbered);
    const vector = this.maker.make(language, numbered, fieldWeight);
    this.places.set(row, numbered, this.maker.wordOrigins());
    this.texts.replace(row, vector);
    this.keyWords?.forget(row);
    this.heavyWords?.forget(row);
    this.refused.forget(row);
    const described = vector.end > vector.start;
    const meaning = this.meaningOf(carrier, vector);
    this.meanings.set(row, meaning);
    this.noteLength(meaning);
    // the next vector is made where this one lies
    this.portfolios.set(row, language, numbered, this.maker);
    this.columns.set(row, facts, {
      described,
      recorded: this.portfolios.has(row),
      meaningful: meaning !== null,
      alignable: this.keyWords !== null && described,
    });
    this.swept.note(this.columns, row, row === known ? facts.offers.keys() : this.columns.offers.keys());
    this.revision++;
  }

  private carrier(row: number): KeptCarrier {
    return this.given[row] ?? this.packedCarrier(row);
  }

  private noteLength(meaning: Int8Array | null): void {
    if (meaning) this.longestMeaning = Math.max(this.longestMeaning, lengthOf(meaning));
  }

  /** Takes a carrier out of all rankings from now on. */
  remove(id: string): void {
    const row = this.rows.row(id);
    this.offered.remove(this.rows.at(row));
    this.columns.present[row] = 0;
    this.swept.note(this.columns, row, []);
    this.rows.remove(id);
    this.given[row] = undefined;
    this.revision++;
  }

  /** How much each capability distinguishes among the carriers that are there. */
  rarity(): Rarity {
    return this.offered.rarity;
  }
}

function fieldWeight(path: string): number {
  return CARRIER_FIELD_WEIGHTS[path] ?? 0;
}

const NO_TERMS: readonly never[] = [];

/** Whom to ask, and what was noted, plays no part in a match. */
function matched(carrier: Carrier): Carrier {
  if (!('contact' in carrier || 'remarks' in carrier)) return carrier;
  const { contact, remarks, ...record } = carrier;
  return record;
}

function quotable(analysis: Analysis): Analysis {
  const { sectors } = analysis;
  const kept: SectorReading['evidence'][number][] = [];
  for (const word of sectors.evidence) {
    let others = 0;
    for (const { code } of kept) if (code === word.code) others++;
    if (others < SECTOR_QUOTES) kept.push(word);
  }
  return { ...analysis, sectors: { ...sectors, evidence: kept }, terms: NO_TERMS };
}

const NO_VECTORS = pack([]);
const NO_CARRIERS: PackedCarriers = {
  ids: [],
  carrier: none,
  columns: {},
  texts: NO_VECTORS,
  portfolios: { counts: new Int32Array(0), projects: new Int32Array(0), items: NO_VECTORS },
  places: { paths: [], offsets: new Float64Array(1), places: new Uint32Array(0) },
  meanings: packMeanings([]),
};

function none(): never {
  throw new RangeError('there are no carriers');
}

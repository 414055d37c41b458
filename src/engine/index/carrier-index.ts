/** All carriers, ready to be compared with any result: texts, facts, portfolios, meanings. Rows may change. */
import type { Carrier } from '../../domain/carrier.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Analysed } from '../engine.ts';
import type { CorpusModel } from '../model/corpus-model.ts';
import { embed } from '../model/word-vectors.ts';
import { type Rarity, rarityOf } from '../score/components.ts';
import { type CarrierFacts, carrierFacts } from '../score/facts.ts';
import { CARRIER_FIELD_WEIGHTS } from '../settings.ts';
import { CarrierColumns } from './carrier-columns.ts';
import { ImpactIndex } from './impact-index.ts';
import { type ImpactVector, VectorMaker } from './impact-vector.ts';
import { PlaceStore } from './place-store.ts';
import { PortfolioIndex, portfolioVectors } from './portfolio-index.ts';
import { Rows } from './rows.ts';

export class CarrierIndex {
  readonly rows = new Rows<CarrierFacts>();
  readonly texts: ImpactIndex;
  readonly portfolios: PortfolioIndex;
  readonly places: PlaceStore;
  readonly columns: CarrierColumns;
  /** By row; null where no word has a meaning. */
  readonly meanings: (Int8Array | null)[];
  /** Raised by every change: what was computed before is of another state. */
  revision = 0;
  readonly model: CorpusModel;
  private readonly profile: Profile;
  private readonly maker: VectorMaker;
  private known: { readonly revision: number; readonly rarity: Rarity } | null = null;

  constructor(profile: Profile, model: CorpusModel, carriers: Iterable<Analysed<Carrier>>) {
    this.profile = profile;
    this.model = model;
    this.maker = new VectorMaker(model.lexicon);
    this.places = new PlaceStore(model.lexicon);
    const vectors: ImpactVector[] = [];
    const portfolios: ImpactVector[][] = [];
    for (const { record, analysis } of carriers) {
      const row = this.rows.add(record.id, withoutTerms(carrierFacts(profile, record, analysis)));
      this.places.set(row, analysis.terms);
      vectors.push(this.maker.make(analysis, fieldWeight));
      portfolios.push(portfolioVectors(this.maker, analysis));
    }
    this.texts = ImpactIndex.of(vectors);
    this.portfolios = new PortfolioIndex(portfolios);
    this.meanings = vectors.map((vector) => model.words && embed(model.words, vector));
    this.columns = new CarrierColumns(profile.sectors.length, vectors.length);
    vectors.forEach((vector, row) => {
      this.columns.set(row, this.rows.at(row), this.textsOf(row, vector));
    });
  }

  /** Puts a carrier in place of the one with its id, or adds it; the next ranking sees it. */
  put({ record, analysis }: Analysed<Carrier>): void {
    const facts = withoutTerms(carrierFacts(this.profile, record, analysis));
    const row = this.rows.put(record.id, facts);
    this.places.set(row, analysis.terms);
    const vector = this.maker.make(analysis, fieldWeight);
    this.texts.replace(row, vector);
    this.portfolios.replace(row, portfolioVectors(this.maker, analysis));
    this.meanings[row] = this.model.words && embed(this.model.words, vector);
    this.columns.set(row, facts, this.textsOf(row, vector));
    this.revision++;
  }

  private textsOf(row: number, vector: ImpactVector) {
    return {
      described: vector.terms.length > 0,
      recorded: this.portfolios.has(row),
      meaningful: this.meanings[row] !== null,
    };
  }

  /** Takes a carrier out of all rankings from now on. */
  remove(id: string): void {
    this.columns.present[this.rows.row(id)] = 0;
    this.rows.remove(id);
    this.revision++;
  }

  /** How much each capability distinguishes among the carriers that are there. */
  rarity(): Rarity {
    if (this.known?.revision !== this.revision)
      this.known = { revision: this.revision, rarity: rarityOf(this.rows.all()) };
    return this.known.rarity;
  }
}

function fieldWeight(path: string): number {
  return CARRIER_FIELD_WEIGHTS[path] ?? 0;
}

/** The index holds the terms in its own form; a second copy would be the larger part of the memory. */
function withoutTerms(facts: CarrierFacts): CarrierFacts {
  return { ...facts, analysis: { ...facts.analysis, terms: [] } };
}

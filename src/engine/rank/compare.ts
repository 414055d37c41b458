/** A result in question, and what there is to tell about it and any carrier; prepared once for all of them. */
import type { TextField } from '../../domain/record-text.ts';
import type { PhraseCutter } from '../explain/phrases.ts';
import { type FindPlace, ResultReading } from '../explain/result-reading.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { ImpactTable } from '../index/impact-table.ts';
import type { ImpactVector } from '../index/impact-vector.ts';
import type { Knowledge } from '../knowledge.ts';
import type { CarrierFacts } from '../score/facts.ts';
import { type HeavyWords, KindredWords, type WordPair } from './kindred-words.ts';
import type { ResultQuery } from './result-query.ts';

/** A term that both texts have, and what it brings. */
export interface SharedTerm {
  readonly term: string;
  readonly product: number;
}

/** A shared term is worth telling if it brings this share of what the strongest brings. */
const LEAST_SHARE = 0.15;

/** A past project of a carrier, by its place among those that have words, and what it shares with the result. */
export interface NearProject {
  readonly item: number;
  readonly items: number;
  readonly shared: readonly SharedTerm[];
}

/** Of carriers that were explained before. Facts are made anew with every change and every pool. */
const heavyWords = new WeakMap<CarrierFacts, HeavyWords>();

export class Comparison {
  readonly query: ResultQuery;
  private readonly knowledge: Knowledge;
  private readonly cutter: PhraseCutter;
  private readonly carriers: CarrierIndex;
  private readonly text: ImpactTable;
  private readonly asked: ImpactTable;
  /** Terms that a carrier shares and what they bring, while the strongest are chosen. */
  private readonly numbers: number[] = [];
  private readonly products: number[] = [];
  private read: ResultReading | undefined;
  private kin: KindredWords | undefined;

  constructor(knowledge: Knowledge, cutter: PhraseCutter, query: ResultQuery, carriers: CarrierIndex) {
    this.knowledge = knowledge;
    this.cutter = cutter;
    this.query = query;
    this.carriers = carriers;
    this.text = new ImpactTable(query.text);
    this.asked = new ImpactTable(query.asked);
  }

  /** The terms that make the pair alike, the strongest first. */
  shared(row: number): { readonly subject: SharedTerm[]; readonly needs: SharedTerm[] } {
    const other = this.carriers.texts.vector(row);
    return { subject: this.strongest(this.text, other), needs: this.strongest(this.asked, other) };
  }

  /** The past project that is nearest to the result; null where none shares a term with it. */
  nearestProject(row: number): NearProject | null {
    const projects = this.carriers.portfolios.vectors(row);
    let best = { item: -1, sum: 0 };
    projects.forEach(({ terms, impacts }, item) => {
      let sum = 0;
      for (let i = 0; i < terms.length; i++) sum += impacts[i]! * this.text.of(terms[i]!);
      if (sum > best.sum) best = { item, sum };
    });
    if (best.item < 0) return null;
    const shared = this.strongest(this.text, projects[best.item]!);
    return { item: best.item, items: projects.length, shared };
  }

  /** Different words of both texts that mean nearly the same, those that bring most first. */
  kindred(row: number): WordPair[] {
    const { model, texts, rows } = this.carriers;
    if (!model.words) return [];
    this.kin ??= new KindredWords(model.words, model.lexicon, this.query.text);
    const carrier = rows.at(row);
    let theirs = heavyWords.get(carrier);
    if (!theirs) {
      theirs = this.kin.heaviest(texts.vector(row));
      heavyWords.set(carrier, theirs);
    }
    return this.kin.pairs(theirs);
  }

  /** The result's text, read when the first quote is asked for. */
  get reading(): ResultReading {
    this.read ??= new ResultReading(this.knowledge, this.cutter, this.query.facts);
    return this.read;
  }

  /** Where the terms of a carrier stand in its texts. */
  places(row: number, texts: readonly TextField[]): FindPlace {
    const { places } = this.carriers;
    return (term) => places.find(row, term, texts);
  }

  private strongest(own: ImpactTable, { terms, impacts }: ImpactVector): SharedTerm[] {
    if (own.isEmpty) return [];
    const { numbers, products } = this;
    let count = 0;
    let most = 0;
    for (let i = 0; i < terms.length; i++) {
      const mine = own.of(terms[i]!);
      if (mine === 0) continue;
      const product = mine * impacts[i]!;
      if (product > most) most = product;
      if (product < LEAST_SHARE * most) continue;
      numbers[count] = terms[i]!;
      products[count++] = product;
    }
    const { lexicon } = this.carriers.model;
    const found: SharedTerm[] = [];
    for (let i = 0; i < count; i++) {
      const product = products[i]!;
      if (product < LEAST_SHARE * most) continue;
      let to = found.length;
      while (to > 0 && found[to - 1]!.product < product) to--;
      const shared = { term: lexicon.term(numbers[i]!), product };
      if (to === found.length) found.push(shared);
      else found.splice(to, 0, shared);
    }
    return found;
  }
}

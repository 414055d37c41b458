/** A result in question, and what there is to tell about it and any carrier; prepared once for all of them. */
import { carrierTexts, resultTexts } from '../../domain/record-text.ts';
import { type FindPlace, termPlaces } from '../explain/text-evidence.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { impactTable, sharedWith } from '../index/impact-vector.ts';
import type { Knowledge } from '../knowledge.ts';
import type { ResultQuery } from './result-query.ts';

/** A term that both texts have, and what it brings. */
export interface SharedTerm {
  readonly term: string;
  readonly product: number;
}

export class Comparison {
  readonly query: ResultQuery;
  private readonly knowledge: Knowledge;
  private readonly carriers: CarrierIndex;
  private readonly text: ReadonlyMap<number, number>;
  private readonly asked: ReadonlyMap<number, number>;
  private read: FindPlace | undefined;

  constructor(knowledge: Knowledge, query: ResultQuery, carriers: CarrierIndex) {
    this.knowledge = knowledge;
    this.query = query;
    this.carriers = carriers;
    this.text = impactTable(query.text);
    this.asked = impactTable(query.asked);
  }

  /** The terms that make the pair alike, the strongest first. */
  shared(row: number): { readonly subject: SharedTerm[]; readonly needs: SharedTerm[] } {
    const { lexicon } = this.carriers.model;
    const other = this.carriers.texts.vector(row);
    const named = (table: ReadonlyMap<number, number>) =>
      sharedWith(table, other).map(({ number, product }) => ({ term: lexicon.term(number), product }));
    return { subject: named(this.text), needs: named(this.asked) };
  }

  /** Where terms stand; the result's text is read when the first quote is asked for. */
  places(row: number): { readonly result: FindPlace; readonly carrier: FindPlace } {
    const { places, rows } = this.carriers;
    const texts = carrierTexts(rows.at(row).record);
    this.read ??= termPlaces(this.knowledge, resultTexts(this.query.facts.record));
    return { result: this.read, carrier: (term) => places.find(row, term, texts) };
  }
}

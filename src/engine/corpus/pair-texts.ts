/** The text side of a pool: vectors of both sides, their indexes, and the cosines that scoring asks for. */
import { ASKED_PATH } from '../analyse/field-terms.ts';
import type { TextScores } from '../score/affinity.ts';
import type { CarrierFacts, ResultFacts } from '../score/facts.ts';
import { CARRIER_FIELD_WEIGHTS, RESULT_FIELD_WEIGHTS } from '../settings.ts';
import { InvertedIndex } from './inverted-index.ts';
import { Portfolios } from './portfolios.ts';
import { cosine, type SparseVector, sharedTerms, toVector } from './sparse-vector.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

export interface SharedTerm {
  readonly term: string;
  readonly product: number;
}

export class PairTexts {
  private readonly vocabulary: Vocabulary;
  private readonly results: readonly SparseVector[];
  private readonly asked: readonly SparseVector[];
  private readonly carriers: readonly SparseVector[];
  private readonly portfolios: Portfolios;
  private readonly resultIndex: InvertedIndex;
  private readonly askedIndex: InvertedIndex;
  private readonly carrierIndex: InvertedIndex;

  constructor(results: readonly ResultFacts[], carriers: readonly CarrierFacts[]) {
    const analyses = [...results, ...carriers].map((facts) => facts.analysis.terms);
    this.vocabulary = buildVocabulary(analyses);
    const { vocabulary } = this;
    this.results = results.map(({ analysis }) => toVector(vocabulary, analysis.terms, (path) => RESULT_FIELD_WEIGHTS[path] ?? 0));
    this.asked = results.map(({ analysis }) => toVector(vocabulary, analysis.terms, (path) => (path === ASKED_PATH ? 1 : 0)));
    this.carriers = carriers.map(({ analysis }) => toVector(vocabulary, analysis.terms, (path) => CARRIER_FIELD_WEIGHTS[path] ?? 0));
    this.portfolios = new Portfolios(vocabulary, carriers, this.results);
    const size = vocabulary.terms.length;
    this.resultIndex = new InvertedIndex(this.results, size);
    this.askedIndex = new InvertedIndex(this.asked, size);
    this.carrierIndex = new InvertedIndex(this.carriers, size);
  }

  /** Scores of one result with every carrier. */
  ofResult(r: number): (c: number) => TextScores {
    const subject = this.carrierIndex.cosines(this.results[r]!);
    const needs = this.carrierIndex.cosines(this.asked[r]!);
    const record = this.portfolios.ofResult(r);
    return (c) => this.scores(r, c, subject[c]!, needs[c]!, record[c]!);
  }

  /** Scores of one carrier with every result. */
  ofCarrier(c: number): (r: number) => TextScores {
    const subject = this.resultIndex.cosines(this.carriers[c]!);
    const needs = this.askedIndex.cosines(this.carriers[c]!);
    const record = this.portfolios.ofCarrier(c);
    return (r) => this.scores(r, c, subject[r]!, needs[r]!, record[r]!);
  }

  ofPair(r: number, c: number): TextScores {
    const record = this.portfolios.ofPair(r, c);
    return this.scores(r, c, cosine(this.results[r]!, this.carriers[c]!), cosine(this.asked[r]!, this.carriers[c]!), record);
  }

  /** The terms that make a pair alike, the strongest first. */
  shared(r: number, c: number): { subject: SharedTerm[]; needs: SharedTerm[] } {
    const named = (vector: SparseVector) =>
      sharedTerms(vector, this.carriers[c]!).map(({ id, product }) => ({ term: this.vocabulary.terms[id]!, product }));
    return { subject: named(this.results[r]!), needs: named(this.asked[r]!) };
  }

  private scores(r: number, c: number, subject: number, needs: number, record: number): TextScores {
    return {
      subject: this.carriers[c]!.ids.length > 0 ? subject : null,
      needs: this.asked[r]!.ids.length > 0 ? needs : null,
      record: this.portfolios.has(c) ? record : null,
      semantics: null,
    };
  }
}

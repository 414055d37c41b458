/** The text side of a pool: how alike results and carriers are, by each way of comparing texts. */
import type { Language } from '../../domain/analysis.ts';
import { ASKED_PATH } from '../analyse/field-terms.ts';
import type { TextScores } from '../score/affinity.ts';
import type { CarrierFacts, ResultFacts } from '../score/facts.ts';
import { Embeddings } from '../semantics/embeddings.ts';
import { trainSemantics } from '../semantics/semantic-model.ts';
import { CARRIER_FIELD_WEIGHTS, RESULT_FIELD_WEIGHTS } from '../settings.ts';
import { expand } from './expansion.ts';
import { InvertedIndex } from './inverted-index.ts';
import { Portfolios } from './portfolios.ts';
import { sharedTerms, toVector } from './sparse-vector.ts';
import { TextChannel } from './text-channel.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

export interface SharedTerm {
  readonly term: string;
  readonly product: number;
}

export class PairTexts {
  private readonly vocabulary: Vocabulary;
  private readonly subject: TextChannel;
  private readonly needs: TextChannel;
  private readonly widened: TextChannel;
  private readonly portfolios: Portfolios;
  private readonly embeddings: Embeddings | null;
  private readonly resultLanguages: readonly Language[];
  private readonly carrierLanguages: readonly Language[];

  constructor(results: readonly ResultFacts[], carriers: readonly CarrierFacts[]) {
    const documents = [...results, ...carriers].map((facts) => facts.analysis);
    const vocabulary = buildVocabulary(documents);
    const size = vocabulary.terms.length;
    const vectors = (facts: readonly (ResultFacts | CarrierFacts)[], weight: (path: string) => number) =>
      facts.map(({ analysis }) => toVector(vocabulary, analysis, weight));
    const ofResults = vectors(results, (path) => RESULT_FIELD_WEIGHTS[path] ?? 0);
    const ofCarriers = vectors(carriers, (path) => CARRIER_FIELD_WEIGHTS[path] ?? 0);
    const neighbours = new InvertedIndex(ofResults, size);
    this.vocabulary = vocabulary;
    this.subject = new TextChannel(ofResults, ofCarriers, size);
    this.needs = new TextChannel(
      vectors(results, (path) => (path === ASKED_PATH ? 1 : 0)),
      ofCarriers,
      size,
    );
    this.widened = new TextChannel(
      ofResults.map((vector, r) => expand(vector, ofResults, neighbours, r)),
      ofCarriers.map((vector) => expand(vector, ofResults, neighbours, -1)),
      size,
    );
    this.portfolios = new Portfolios(vocabulary, carriers, ofResults);
    this.resultLanguages = results.map(({ analysis }) => analysis.language);
    this.carrierLanguages = carriers.map(({ analysis }) => analysis.language);
    const model = trainSemantics(
      vocabulary,
      documents.map(({ terms }) => terms),
    );
    this.embeddings = model && new Embeddings(model, ofResults, ofCarriers);
  }

  /** How far the semantic component may count, 0–1; 0 where nothing could be learnt. */
  get semanticTrust(): number {
    return this.embeddings?.trust ?? 0;
  }

  /** Scores of one result with every carrier. */
  ofResult(r: number): (c: number) => TextScores {
    const [subject, needs, widened] = [this.subject, this.needs, this.widened].map((channel) =>
      channel.ofResult(r),
    );
    return (c) => this.scores(r, c, subject![c]!, needs![c]!, widened![c]!);
  }

  /** Scores of one carrier with every result. */
  ofCarrier(c: number): (r: number) => TextScores {
    const [subject, needs, widened] = [this.subject, this.needs, this.widened].map((channel) =>
      channel.ofCarrier(c),
    );
    return (r) => this.scores(r, c, subject![r]!, needs![r]!, widened![r]!);
  }

  ofPair(r: number, c: number): TextScores {
    return this.scores(r, c, this.subject.ofPair(r, c), this.needs.ofPair(r, c), this.widened.ofPair(r, c));
  }

  /** The terms that make a pair alike, the strongest first. */
  shared(r: number, c: number): { subject: SharedTerm[]; needs: SharedTerm[] } {
    const named = (channel: TextChannel) =>
      sharedTerms(channel.results[r]!, channel.carriers[c]!).map(({ id, product }) => ({
        term: this.vocabulary.terms[id]!,
        product,
      }));
    return { subject: named(this.subject), needs: named(this.needs) };
  }

  private scores(r: number, c: number, subject: number, needs: number, neighbourhood: number): TextScores {
    const described = this.subject.carriers[c]!.ids.length > 0;
    const foreign = this.resultLanguages[r] !== this.carrierLanguages[c];
    const asked = this.needs.results[r]!.ids.length > 0;
    return {
      foreign,
      subject: described ? subject : null,
      neighbourhood: described ? neighbourhood : null,
      needs: asked ? needs : null,
      record: this.portfolios.has(c) ? this.portfolios.ofPair(r, c) : null,
      semantics: this.embeddings?.ofPair(r, c) ?? null,
    };
  }
}

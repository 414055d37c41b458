/**
 * The engine's face: records in, analyses and ranked, explained matches out. Pure: no files, no clock, no
 * randomness; the same records, profile and version give the same bytes.
 */
import type { Analysis } from '../domain/analysis.ts';
import type { Carrier, CarrierDraft } from '../domain/carrier.ts';
import type { Match, NoFit, Verdict } from '../domain/match.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { ResearchResult, ResearchResultDraft } from '../domain/research-result.ts';
import type { CorpusModel } from './model/corpus-model.ts';
import type { TermDocument } from './model/term-statistics.ts';

export interface Analysed<T> {
  readonly record: T;
  readonly analysis: Analysis;
  /** The embedder's vector of the record, of unit length; all records of a pool have one, or none has. */
  readonly embedding?: Float32Array;
}

export interface PoolInput {
  readonly carriers: readonly Analysed<Carrier>[];
  readonly results: readonly Analysed<ResearchResult>[];
  /** What was learnt before from a corpus; learnt from these records where it is not given. */
  readonly model?: CorpusModel | undefined;
}

/** A candidate with its score, not yet explained. */
export interface RankedId {
  readonly id: string;
  readonly affinity: number;
  readonly verdict: Verdict;
}

/** Records brought together, so that they can be compared: corpus statistics, index, scores. */
export interface MatchPool {
  /** Fingerprint of the model that it compares with. */
  readonly model: string;
  /** The best `top` carriers of one result, best first, and, where none is recommended, why. */
  carriersFor(resultId: string, purpose: Purpose, top: number): { matches: Match[]; noFit: NoFit | null };
  /** The best `top` results of one carrier, best first. */
  resultsFor(carrierId: string, purpose: Purpose, top: number): Match[];
  /** One pair with everything; rank 0. */
  explain(resultId: string, carrierId: string, purpose: Purpose): Match;
  /** Carriers of one result (all of them unless told), best first, ties in the order of ids; scores only. */
  rankCarriers(resultId: string, purpose: Purpose, top?: number): RankedId[];
  /** Results of one carrier (all of them unless told), best first, ties in the order of ids; scores only. */
  rankResults(carrierId: string, purpose: Purpose, top?: number): RankedId[];
  /** Puts a record in place of the one with its id, or adds it: the next ranking sees it, nothing is built again. */
  putCarrier(carrier: Analysed<Carrier>): void;
  putResult(result: Analysed<ResearchResult>): void;
  removeCarrier(id: string): void;
  removeResult(id: string): void;
}

export interface Engine {
  /** Name and version of the engine, its weights and the profile: part of every report. */
  readonly version: string;
  /** Name and version of the reading of texts: analyses of another version are made again. */
  readonly analyser: string;
  analyseResult(result: ResearchResultDraft): Analysis;
  analyseCarrier(carrier: CarrierDraft): Analysis;
  /** Learns how common terms are and what words mean; `background` are texts that are in no pool. */
  train(documents: readonly TermDocument[], background?: readonly TermDocument[]): CorpusModel;
  pool(input: PoolInput): MatchPool;
}

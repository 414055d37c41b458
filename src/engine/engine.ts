/**
 * The engine's face: records in, analyses and ranked, explained matches out. Pure: no files, no clock, no
 * randomness; the same records, profile and version give the same bytes.
 */
import type { Analysis } from '../domain/analysis.ts';
import type { Carrier, CarrierDraft } from '../domain/carrier.ts';
import type { Match, NoFit, Verdict } from '../domain/match.ts';
import type { BackgroundSource, ModelDescription } from '../domain/model-description.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { TextField } from '../domain/record-text.ts';
import type { ResearchResult, ResearchResultDraft } from '../domain/research-result.ts';
import type { MeaningSource } from './index/meanings.ts';
import type { Background, CorpusModel } from './model/corpus-model.ts';
import type { Steps } from './model/steps.ts';
import type { TermCorpus } from './model/term-corpus.ts';
import type { TermDocument } from './model/term-statistics.ts';
import type { ByteSource } from './stored/byte-source.ts';

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
  /** Where meanings come from, also of records that are put in later; where not said, as these records allow. */
  readonly meanings?: MeaningSource | undefined;
  /** false: of results the numbers alone are kept; each is handed in with its texts when it is asked about. */
  readonly keepTexts?: boolean | undefined;
}

/** A result that is asked about: by its id where the pool keeps its texts, else with them. */
export type AskedResult = string | Analysed<ResearchResult>;

/** The best results of a carrier, found but not yet explained. */
export interface ResultsFound {
  /** Best first. */
  readonly ids: readonly string[];
  /** Takes them with their texts, in the same order. */
  explain(results: readonly Analysed<ResearchResult>[]): Match[];
}

/** A candidate with its score, not yet explained. */
export interface RankedId {
  readonly id: string;
  readonly affinity: number;
  readonly verdict: Verdict;
}

/** The best carriers of one result: some explained, more of them with their scores only. */
export interface CarriersRanked {
  readonly matches: Match[];
  /** Where none of the explained is recommended: why. */
  readonly noFit: NoFit | null;
  /** Best first, ties in the order of ids. */
  readonly ranked: RankedId[];
}

/** Records brought together, so that they can be compared: corpus statistics, index, scores. */
export interface MatchPool {
  /** Fingerprint of the model that it compares with. */
  readonly model: string;
  /**
   * Reads what of its file is not read yet: before that nothing is found, ranked or written of its results, all else
   * goes on. Throws UnreadableSections where that part of the file is damaged: then as often as it is called.
   */
  complete(): Promise<void>;
  /** The best `top` carriers of one result, best first, and, where none is recommended, why. */
  carriersFor(result: AskedResult, purpose: Purpose, top: number): { matches: Match[]; noFit: NoFit | null };
  /** `carriersFor`, and `rankCarriers` of the best `most`, out of one ranking. */
  carriersRanked(result: AskedResult, purpose: Purpose, top: number, most: number): CarriersRanked;
  /** The best `top` results of one carrier, best first; their texts must be kept. */
  resultsFor(carrierId: string, purpose: Purpose, top: number): Match[];
  /** The same in two steps, for texts that are fetched in between. */
  findResults(carrierId: string, purpose: Purpose, top: number): ResultsFound;
  /** One pair with everything; rank 0. */
  explain(result: AskedResult, carrierId: string, purpose: Purpose): Match;
  /** Carriers of one result (all of them unless told), best first, ties in the order of ids; scores only. */
  rankCarriers(result: AskedResult, purpose: Purpose, top?: number): RankedId[];
  /** Results of one carrier (all of them unless told), best first, ties in the order of ids; scores only. */
  rankResults(carrierId: string, purpose: Purpose, top?: number): RankedId[];
  /** Puts a record in place of the one with its id, or adds it: the next ranking sees it, nothing is built again. */
  putCarrier(carrier: Analysed<Carrier>): void;
  putResult(result: Analysed<ResearchResult>): void;
  removeCarrier(id: string): void;
  removeResult(id: string): void;
  /** The pool without the texts of its results as a file, in pieces; `notes` are the caller's own, plain JSON. */
  write(notes: unknown): Uint8Array[];
}

/** A pool in a file. */
export interface StoredPool {
  /** Version of the engine that wrote it; another one computes other scores. */
  readonly engine: string;
  /** Fingerprint of the model that it compares with. */
  readonly model: string;
  readonly notes: unknown;
  /** The pool as it was, results without texts. Throws where the model is another one. */
  restore(model: CorpusModel): MatchPool;
}

export interface Engine {
  /** Name and version of the engine, its weights and the profile: part of every report. */
  readonly version: string;
  /** Name and version of the reading of texts: analyses of another version are made again. */
  readonly analyser: string;
  /** Makes the vocabulary ready, which takes about a second: else whoever first has a text read waits for it. */
  prepare(): void;
  /** Lets go of what texts are read with, a hundred megabytes; whoever next has one read waits for it. Pools keep theirs. */
  release(): void;
  analyseResult(result: ResearchResultDraft): Analysis;
  analyseCarrier(carrier: CarrierDraft): Analysis;
  /** The terms of a text that is no record, e.g. one to learn from; fields are named as those of a result. */
  readText(fields: readonly TextField[]): TermDocument;
  /** Reads what of the profile is learnt from; else learning does: who wants to `release` before it calls this. */
  prepareLearning(): Steps<void>;
  /** Learns how common terms are and what words mean; `background` are texts that are in no pool. */
  train(records: Iterable<TermDocument>, background?: Iterable<TermDocument>): CorpusModel;
  /** The same in steps of a fraction of a second; `lost` is background that could not be used. */
  trainingSteps(
    records: TermCorpus,
    background: Background | null,
    lost?: readonly BackgroundSource[],
  ): Steps<CorpusModel>;
  describeModel(model: CorpusModel): ModelDescription;
  /** A model as a file. */
  writeModel(model: CorpusModel): Uint8Array;
  /** Throws `model.unreadable`, or `model.other_analyser` where its texts were read in another way. */
  readModel(bytes: Uint8Array): CorpusModel;
  pool(input: PoolInput): MatchPool;
  /**
   * Leaves texts and numbers of results, most of the file, where they are until the pool is to be complete; the source
   * must stay open as long. Throws UnreadableSections where the file is none of a pool, cut short, or damaged in what is
   * read now.
   */
  readPool(source: ByteSource): Promise<StoredPool>;
  /**
   * A pool of carriers alone out of several files of pools, each of some of them, in the order of ids: the same as if
   * it had been built of all. Its notes are those of the files. Throws UnreadableSections where one is not whole.
   */
  joinPools(parts: readonly Uint8Array[]): StoredPool;
}

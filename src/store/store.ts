/**
 * The store port. Every method is one atomic step. A write takes the jobs that follow from it and keeps them
 * in the same step (outbox); no transaction object crosses the port. Ids, hashes and times are the store's.
 */
import type { Analysis } from '../domain/analysis.ts';
import type { Carrier, CarrierDraft } from '../domain/carrier.ts';
import type { ImportReport, RecordKind } from '../domain/import-report.ts';
import type { JobLedger, JobProgress, JobRequest } from '../domain/job.ts';
import type { Match } from '../domain/match.ts';
import type { ModelDescription } from '../domain/model-description.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { ResearchResult, ResearchResultDraft } from '../domain/research-result.ts';
import type { Decision, KeptDecision, Pair } from '../domain/review.ts';
import type {
  Candidates,
  FrozenRecord,
  ReportHead,
  Round,
  RoundChunk,
  RoundPartName,
  RoundParts,
  RoundPlan,
} from '../domain/round.ts';

export interface SavedRecord extends FrozenRecord {
  readonly outcome: 'created' | 'updated' | 'unchanged';
}

export interface Stored<T> {
  readonly record: T;
  /** sha256 of the record's canonical JSON, its id included. */
  readonly hash: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A page in the order of ids; `after` is the last id of the page before. */
export interface PageQuery {
  readonly after?: string | undefined;
  readonly limit: number;
  /** Words that must occur in title or name (case-insensitive substring). */
  readonly search?: string | undefined;
}

/** Decides the follow-up jobs inside the write, from what has really changed. Pure: it may run more than once. */
export type FollowUp = (saved: readonly SavedRecord[]) => readonly JobRequest[];

/** The records of one kind. Every content ever saved stays readable under its hash. */
export interface RecordStore<T extends { id: string }, Draft> {
  /**
   * Inserts or replaces, by id, or by identity (see domain/identity.ts) where a draft has no id. In one step.
   * Outcomes are in the order given. Of several drafts of one record the last is kept; the others are reported
   * as unchanged, with its hash, so that each record counts once.
   */
  save(drafts: readonly Draft[], followUp: FollowUp): Promise<SavedRecord[]>;
  find(id: string): Promise<Stored<T> | null>;
  list(query: PageQuery): Promise<Stored<T>[]>;
  /** Every current record, in the order of ids. */
  refs(): Promise<FrozenRecord[]>;
  /** Contents by hash; hashes that were never saved are absent. */
  versions(hashes: readonly string[]): Promise<Map<string, T>>;
  count(): Promise<number>;
  /** Grows by one with every created or updated record of this kind. */
  revision(): Promise<number>;
  /** What was created or updated since the kind stood at this revision, in the order of ids, and where it stands. */
  changes(since: number): Promise<{ revision: number; records: FrozenRecord[] }>;
}

export interface ImportRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly filename: string;
  readonly state: 'queued' | 'running' | 'finished' | 'failed';
  readonly progress: JobProgress | null;
  readonly report: ImportReport | null;
  readonly error: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface UploadedImport {
  readonly id: string;
  readonly kind: RecordKind;
  readonly filename: string;
  readonly bytes: Uint8Array;
}

export interface ImportStore {
  /** Takes the bytes over: the caller's may be gone afterwards. */
  create(file: UploadedImport, jobs: readonly JobRequest[]): Promise<void>;
  find(id: string): Promise<ImportRecord | null>;
  list(query: { after?: string; limit: number }): Promise<ImportRecord[]>;
  /** The uploaded bytes, until the import has ended. */
  bytes(id: string): Promise<Uint8Array | null>;
  progress(id: string, progress: JobProgress): Promise<void>;
  /** Ends the import and drops the bytes. */
  finish(id: string, report: ImportReport): Promise<void>;
  fail(id: string, error: string): Promise<void>;
}

export interface AnalysisStore {
  save(analyses: readonly { hash: string; analysis: Analysis }[]): Promise<void>;
  /** By content hash, of one analyser version; those not yet analysed are absent. */
  find(hashes: readonly string[], analyser: string): Promise<Map<string, Analysis>>;
}

export interface TextEmbedding {
  /** sha256 of the text, as hex. */
  readonly textHash: string;
  /** Of unit length. */
  readonly vector: Float32Array;
}

/** What embedders have said of texts, by the text's hash and the model's name. A vector that is kept never changes. */
export interface EmbeddingStore {
  /**
   * Keeps vectors of one model; of a text that has one already the old one stays. Throws DimensionsDiffer, and keeps
   * none, where they are not all as long as each other and as those kept of this model.
   */
  save(model: string, embeddings: readonly TextEmbedding[]): Promise<void>;
  /** Vectors by text hash; those that are not kept are absent. */
  find(textHashes: readonly string[], model: string): Promise<Map<string, Float32Array>>;
  /** Which of these texts have a vector. */
  known(textHashes: readonly string[], model: string): Promise<Set<string>>;
  /** Vectors kept of a model: grows whenever one is added. */
  count(model: string): Promise<number>;
}

/** Vectors of two lengths under one name are of two models: they cannot be compared. */
export class DimensionsDiffer extends Error {
  override readonly name = 'DimensionsDiffer';
}

export interface KeptModel extends ModelDescription {
  /** Bytes of its file. */
  readonly size: number;
  readonly createdAt: string;
}

/** Corpus models as files: what terms and words mean, learnt from records and background texts. */
export interface ModelStore {
  /**
   * Keeps a model and makes it the current one of its analyser; one that is kept already becomes current again.
   * In the same step drops what is older than the last three, but for models that a round names. With `replaces`
   * only where the current model of the analyser is still that one (null: there is none); else false, and nothing
   * has changed.
   */
  save(model: ModelDescription, bytes: Uint8Array, replaces?: string | null): Promise<boolean>;
  /** The model that was saved last, of those learnt with this analyser. */
  current(analyser: string): Promise<KeptModel | null>;
  /** All that are kept, of any analyser, newest first. */
  list(): Promise<KeptModel[]>;
  /** The file of a model. */
  bytes(fingerprint: string): Promise<Uint8Array | null>;
}

export interface MatchQuery {
  readonly resultId?: string | undefined;
  readonly carrierId?: string | undefined;
  readonly purpose?: Purpose | undefined;
  readonly limit: number;
}

export interface RoundStore {
  /** Throws where the plan names a model that is not kept. */
  create(plan: RoundPlan, jobs: readonly JobRequest[]): Promise<void>;
  find(id: string): Promise<Round | null>;
  list(query: { after?: string; limit: number }): Promise<Round[]>;
  /**
   * Keeps what one chunk brought; saving the same chunk again replaces it with the same. Ignored once the round
   * is finished or cancelled; a failed round still takes chunks, since its jobs can be revived.
   */
  saveChunk(chunk: RoundChunk): Promise<void>;
  /** Numbers of the chunks that are kept. */
  chunks(id: string): Promise<number[]>;
  /** What one chunk brought, as saved; null where it is not kept. */
  chunk(id: string, chunk: number): Promise<RoundChunk | null>;
  /** The candidates of one chunk alone; none where it is not kept. */
  candidates(id: string, chunk: number): Promise<readonly Candidates[]>;
  /** The corpus models that the chunks were matched with, each once. */
  models(id: string): Promise<string[]>;
  /** Keeps a part that follows the matching; ignored like a chunk once the round is finished or cancelled. */
  savePart<Name extends RoundPartName>(id: string, name: Name, part: RoundParts[Name]): Promise<void>;
  part<Name extends RoundPartName>(id: string, name: Name): Promise<RoundParts[Name] | null>;
  /** Names of the parts that are kept, those of single chunks (`explained.n`) among them, in code-unit order. */
  parts(id: string): Promise<RoundPartName[]>;
  /** Matches of one round, best affinity first, ties by carrier id, then result id. */
  matches(id: string, query: MatchQuery): Promise<Match[]>;
  finish(id: string, report: ReportHead): Promise<void>;
  end(id: string, state: 'failed' | 'cancelled'): Promise<void>;
  /** Null where the round has none, or one of an earlier format. */
  report(id: string): Promise<ReportHead | null>;
  /** The round that was finished last; null where there is none. */
  lastFinished(): Promise<Round | null>;
}

/** What reviewers decided of pairs: one decision for each pair, the last one counts. */
export interface DecisionStore {
  /** Keeps decisions, each in place of the pair's earlier one. */
  save(decisions: readonly Decision[]): Promise<void>;
  /** All that count, in the order of result, carrier, purpose. */
  list(): Promise<KeptDecision[]>;
  /** Takes a decision back; false where there was none. */
  remove(pair: Pair): Promise<boolean>;
}

export interface Store {
  readonly results: RecordStore<ResearchResult, ResearchResultDraft>;
  readonly carriers: RecordStore<Carrier, CarrierDraft>;
  readonly analyses: AnalysisStore;
  readonly embeddings: EmbeddingStore;
  readonly models: ModelStore;
  readonly imports: ImportStore;
  readonly rounds: RoundStore;
  readonly decisions: DecisionStore;
  readonly jobs: JobLedger;
  /** Throws where the store cannot be read. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

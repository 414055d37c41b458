/**
 * The pool of all records as they are now. It follows the store: what was saved since is read and put in, nothing
 * else is touched. Of results it holds what scoring needs; their texts are fetched when one is shown.
 */
import type { RecordKind } from '../domain/import-report.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { FrozenRecord } from '../domain/round.ts';
import type { Analysed, MatchPool } from '../engine/engine.ts';
import type { OpenFile } from '../store/pool-files.ts';
import { getResult } from './get-record.ts';
import { type LoadTerms, loadCarriers, loadResults, type Sources } from './load-records.ts';
import { pause } from './pause.ts';

/** What a pool compares by; where that changes, another pool must take its place. */
export interface Yardstick {
  /** Fingerprint of the corpus model in the store; null: learnt from the records themselves. */
  readonly model: string | null;
  /** The embedder's model whose vectors are used; null: none. */
  readonly embedding: string | null;
}

/** Which records a pool holds. */
export interface Holdings {
  /** How far each kind was read (`RecordStore.revision`). */
  readonly revisions: Readonly<Record<RecordKind, number>>;
  readonly results: readonly FrozenRecord[];
  readonly carriers: readonly FrozenRecord[];
}

const KINDS = ['carriers', 'results'] as const satisfies readonly RecordKind[];
/** Records put in between two looks at what else is to be done. */
const BATCH = 100;
/** So many texts of a kind are read on the way to an answer; where more are unread, a job is about to read them. */
const FEW = 20;

export class LivePool {
  yardstick: Yardstick;
  /** Records put in or taken out since it was written to its file. */
  changes = 0;
  private readonly sources: Sources;
  private readonly pool: MatchPool;
  private readonly revisions: Record<RecordKind, number>;
  /** Content hashes of what is in the pool, by id. */
  private readonly held: Readonly<Record<RecordKind, Map<string, string>>>;
  /** Content hashes of what is to be put in. */
  private readonly pending = { results: new Map<string, string>(), carriers: new Map<string, string>() };
  /** Ids of records that came without a vector though vectors are used. */
  private readonly vectorless = { results: new Set<string>(), carriers: new Set<string>() };
  private vectors: number | null = null;
  private readonly learntFrom: number;
  private readonly file: Pick<OpenFile, 'close'> | null;
  private completing: Promise<void> | null = null;

  /**
   * `learntFrom`: how many records the model was learnt from, where it is its own; 0 where those were too few to go by.
   * `file`: of which a part may still have to be read.
   */
  constructor(
    sources: Sources,
    pool: MatchPool,
    yardstick: Yardstick,
    {
      holdings = NOTHING,
      learntFrom = 0,
      file = null,
    }: { holdings?: Holdings; learntFrom?: number; file?: Pick<OpenFile, 'close'> | null },
  ) {
    this.learntFrom = learntFrom;
    this.file = file;
    this.sources = sources;
    this.pool = pool;
    this.yardstick = yardstick;
    this.revisions = { ...holdings.revisions };
    this.held = { results: hashesById(holdings.results), carriers: hashesById(holdings.carriers) };
  }

  /**
   * Reads what of its file is not read yet, the texts of results, before one is looked for or the pool is written. Throws
   * UnreadableSections, UnusableFolder: then it must be built anew, and answers till then all but what needs them.
   */
  complete(): Promise<void> {
    this.completing ??= this.pool.complete().finally(() => this.close());
    return this.completing;
  }

  /** Nothing more will be asked of it. */
  close(): void {
    this.file?.close();
  }

  /** To ask, not to change. */
  get questions(): Pick<MatchPool, 'carriersFor' | 'findResults' | 'explain'> {
    return this.pool;
  }

  /** Fingerprint of the corpus model that it compares with, wherever that came from. */
  get model(): string {
    return this.pool.model;
  }

  /** The model that it learnt by itself is now the one of the store. */
  adoptModel(): void {
    this.yardstick = { ...this.yardstick, model: this.pool.model };
  }

  /** Records that are in it. */
  get size(): number {
    return this.held.results.size + this.held.carriers.size;
  }

  /** Records that it will hold when all that was noticed is put in. */
  get sizeToBe(): number {
    const added = KINDS.flatMap((kind) =>
      [...this.pending[kind].keys()].filter((id) => !this.held[kind].has(id)),
    );
    return this.size + added.length;
  }

  /** Whether something was noticed and not put in: its text is not read yet. */
  get isBehind(): boolean {
    return KINDS.some((kind) => this.pending[kind].size > 0);
  }

  /** Whether it holds so many times the records that its model was learnt from; never where that came from the store. */
  hasGrown(times: number): boolean {
    return this.yardstick.model === null && this.size >= times * this.learntFrom;
  }

  get holdings(): Holdings {
    const { results, carriers } = this.held;
    return { revisions: { ...this.revisions }, results: refsOf(results), carriers: refsOf(carriers) };
  }

  /** The pool as a file; what changes from now on is not in it. */
  write(notes: unknown): Uint8Array[] {
    this.changes = 0;
    return this.pool.write(notes);
  }

  /** Notes what has changed since the store was last asked. Whether anything is to be put in. */
  async notice(): Promise<boolean> {
    for (const kind of KINDS) {
      const { revision, records } = await this.sources.store[kind].changes(this.revisions[kind]);
      for (const record of records) this.note(kind, record);
      this.revisions[kind] = revision;
    }
    await this.noticeVectors();
    return this.isBehind;
  }

  /** The same by comparing with all records of the store: for a pool that may be of another past. */
  async compare(): Promise<void> {
    for (const kind of KINDS) {
      const revision = await this.sources.store[kind].revision();
      const now = hashesById(await this.sources.store[kind].refs());
      for (const id of [...this.held[kind].keys()]) if (!now.has(id)) this.remove(kind, id);
      for (const [id, hash] of now) this.note(kind, { id, hash });
      this.revisions[kind] = revision;
    }
  }

  /** Puts in what was noticed; of texts that nobody has read only `mostRead` of each kind, the others later. */
  async putPending(mostRead = FEW): Promise<void> {
    for (const kind of KINDS) {
      const refs = refsOf(this.pending[kind]);
      for (let start = 0; start < refs.length; start += BATCH) {
        const allowed = start === 0 || mostRead > FEW ? mostRead : 0;
        await this.putBatch(kind, refs.slice(start, start + BATCH), allowed);
        await pause();
      }
    }
  }

  /** Puts in what is asked about, where it is among what comes later. */
  async putNow(kind: RecordKind, id: string): Promise<void> {
    const hash = this.pending[kind].get(id);
    if (hash !== undefined) await this.putBatch(kind, [{ id, hash }], 1);
  }

  /** Results as they are now, with their texts. Throws `record.not_found`. */
  async texts(ids: readonly string[]): Promise<Analysed<ResearchResult>[]> {
    const refs: FrozenRecord[] = [];
    for (const id of ids) refs.push({ id, hash: (await getResult(this.sources, id)).hash });
    return loadResults(this.sources, refs, this.terms(Number.POSITIVE_INFINITY));
  }

  private note(kind: RecordKind, { id, hash }: FrozenRecord): void {
    if (this.held[kind].get(id) === hash) this.pending[kind].delete(id);
    else this.pending[kind].set(id, hash);
  }

  private async noticeVectors(): Promise<void> {
    const { embedding } = this.yardstick;
    if (embedding === null) return;
    const vectors = await this.sources.store.embeddings.count(embedding);
    if (vectors === this.vectors) return;
    this.vectors = vectors;
    for (const kind of KINDS) {
      for (const id of this.vectorless[kind])
        if (!this.pending[kind].has(id)) this.pending[kind].set(id, this.held[kind].get(id)!);
    }
  }

  private async putBatch(kind: RecordKind, refs: readonly FrozenRecord[], mostRead: number): Promise<void> {
    const terms = this.terms(mostRead);
    if (kind === 'results') {
      for (const result of await loadResults(this.sources, refs, terms)) {
        this.pool.putResult(result);
        this.putIn(kind, result);
      }
    } else {
      for (const carrier of await loadCarriers(this.sources, refs, terms)) {
        this.pool.putCarrier(carrier);
        this.putIn(kind, carrier);
      }
    }
  }

  private putIn(kind: RecordKind, { record, embedding }: Analysed<{ readonly id: string }>): void {
    const { id } = record;
    this.held[kind].set(id, this.pending[kind].get(id)!);
    this.pending[kind].delete(id);
    if (this.yardstick.embedding !== null && !embedding) this.vectorless[kind].add(id);
    else this.vectorless[kind].delete(id);
    this.changes++;
  }

  private remove(kind: RecordKind, id: string): void {
    if (kind === 'results') this.pool.removeResult(id);
    else this.pool.removeCarrier(id);
    this.held[kind].delete(id);
    this.changes++;
  }

  private terms(mostRead: number): LoadTerms {
    return { vectorsOf: this.yardstick.embedding, vectorsRequired: false, mostRead };
  }
}

const NOTHING: Holdings = { revisions: { results: 0, carriers: 0 }, results: [], carriers: [] };

function hashesById(refs: readonly FrozenRecord[]): Map<string, string> {
  return new Map(refs.map(({ id, hash }) => [id, hash]));
}

function refsOf(hashes: ReadonlyMap<string, string>): FrozenRecord[] {
  return [...hashes].map(([id, hash]) => ({ id, hash }));
}

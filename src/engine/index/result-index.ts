/** All results, ready to be compared with any carrier that asks for them. Rows may change. */
import type { Profile } from '../../domain/profile.ts';
import type { ResearchResult } from '../../domain/research-result.ts';
import type { Analysed } from '../engine.ts';
import type { CorpusModel } from '../model/corpus-model.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { createQueryMaker, ownTexts, type ResultQuery, type SweptQuery } from '../rank/result-query.ts';
import { numbersOf, type ResultFacts, type ResultNumbers } from '../score/facts.ts';
import { ImpactIndex } from './impact-index.ts';
import { stretchOf } from './impact-vector.ts';
import { MeaningRows } from './meaning-rows.ts';
import type { Meanings } from './meanings.ts';
import { type PackedMeanings, packMeanings } from './packed-meanings.ts';
import { ResultKeyWords } from './result-key-words.ts';
import { Rows } from './rows.ts';
import { pack, type VectorStore } from './vector-store.ts';

/** What an index of numbers alone is made from, result after result. */
export interface PackedResults {
  readonly ids: readonly string[];
  numbers(row: number): ResultNumbers;
  readonly texts: VectorStore;
  readonly asked: VectorStore;
  readonly meanings: PackedMeanings;
}

/** What of it is not needed to put results in place of others, but before any of them is asked about. */
export type LateResults = Pick<PackedResults, 'numbers'> &
  Readonly<Record<'texts' | 'asked', Omit<VectorStore, 'offsets'>>>;

/** What there is of them before: whoever asks for more is told so. */
export interface FirstOfResults extends Pick<PackedResults, 'ids' | 'meanings'> {
  readonly offsets: Readonly<Record<'texts' | 'asked', Float64Array>>;
}

export function awaited({ ids, meanings, offsets }: FirstOfResults): PackedResults {
  return {
    ids,
    meanings,
    numbers: notYet,
    texts: awaitedVectors(offsets.texts),
    asked: awaitedVectors(offsets.asked),
  };
}

export class ResultIndex {
  readonly rows: Rows<ResultNumbers>;
  readonly texts: ImpactIndex;
  readonly asked: ImpactIndex;
  readonly meanings: MeaningRows;
  /** Null where the model has no vectors of words. */
  readonly keyWords: ResultKeyWords | null;
  /** What it takes to explain them, by row; null where that is handed in with each question. */
  private readonly facts: Map<number, ResultFacts> | null;
  private readonly lexicon: Lexicon;
  private numbersAt: PackedResults['numbers'];
  private readonly queryOf: (result: Analysed<ResearchResult>) => ResultQuery;

  constructor(
    profile: Profile,
    model: CorpusModel,
    meanings: Meanings,
    {
      keepTexts,
      packed = NO_RESULTS,
      expected = 0,
    }: { keepTexts: boolean; packed?: PackedResults; expected?: number },
  ) {
    this.queryOf = createQueryMaker(profile, model, meanings);
    this.lexicon = model.lexicon;
    this.facts = keepTexts ? new Map() : null;
    this.numbersAt = packed.numbers;
    this.rows = new Rows({ ids: packed.ids, read: (row) => this.numbersAt(row) });
    this.texts = new ImpactIndex(packed.texts, expected);
    this.asked = new ImpactIndex(packed.asked, expected);
    this.meanings = new MeaningRows(packed.meanings);
    this.keyWords = meanings.aligner && new ResultKeyWords(meanings.aligner, (row) => this.texts.vector(row));
  }

  /** Of the results that it was made from. */
  complete({ numbers, texts, asked }: LateResults): void {
    this.numbersAt = numbers;
    this.texts.complete(texts);
    this.asked.complete(asked);
  }

  /** The numbers of those that are there. */
  packed(): PackedResults {
    const rows = this.rows.present();
    return {
      ids: rows.map((row) => this.rows.id(row)),
      numbers: (i) => this.rows.glance(rows[i]!),
      texts: this.texts.packedRows(rows),
      asked: this.asked.packedRows(rows),
      meanings: this.meanings.packed(rows),
    };
  }

  /** Puts a result in place of the one with its id, or adds it. */
  put(result: Analysed<ResearchResult>): void {
    const { facts, text, asked, meaning } = this.queryOf(result);
    const row = this.rows.put(result.record.id, numbersOf(facts));
    this.facts?.set(row, { ...facts, analysis: { ...facts.analysis, terms: [] } });
    this.keyWords?.forget(row);
    this.texts.replace(row, stretchOf(text));
    this.asked.replace(row, stretchOf(asked));
    this.meanings.set(row, meaning);
  }

  remove(id: string): void {
    this.rows.remove(id);
  }

  /** A result as a question to the carriers: one that is here, by its id, or any that is handed in. */
  question(result: string | Analysed<ResearchResult>): ResultQuery {
    if (typeof result !== 'string') return this.queryOf(result);
    const row = this.rows.row(result);
    const facts = this.facts?.get(row);
    if (!facts) throw new Error(`the texts of result ${result} are not kept in this pool: hand it in`);
    return { ...this.swept(row), facts, fields: null };
  }

  /** The result in a row as a question that needs no texts. */
  swept(row: number): SweptQuery {
    const facts = this.rows.at(row);
    const texts = { text: this.texts.vector(row), asked: this.asked.vector(row) };
    return {
      facts,
      ...texts,
      own: ownTexts(this.lexicon, facts.analysis.language, texts),
      meaning: this.meanings.rows[row]!,
    };
  }
}

const NO_RESULTS: PackedResults = {
  ids: [],
  numbers: none,
  texts: pack([]),
  asked: pack([]),
  meanings: packMeanings([]),
};

function none(): never {
  throw new RangeError('there are no results');
}

function awaitedVectors(offsets: Float64Array): VectorStore {
  return {
    offsets,
    get terms() {
      return notYet();
    },
    get impacts() {
      return notYet();
    },
  };
}

function notYet(): never {
  throw new Error('the results of this pool are not read yet');
}

/** All results, ready to be compared with any carrier that asks for them. Rows may change. */
import type { Profile } from '../../domain/profile.ts';
import type { ResearchResult } from '../../domain/research-result.ts';
import type { Analysed } from '../engine.ts';
import type { CorpusModel } from '../model/corpus-model.ts';
import { createQueryMaker, type ResultQuery } from '../rank/result-query.ts';
import type { ResultFacts } from '../score/facts.ts';
import { ImpactIndex } from './impact-index.ts';
import { Rows } from './rows.ts';

export class ResultIndex {
  readonly rows = new Rows<ResultFacts>();
  readonly texts: ImpactIndex;
  readonly asked: ImpactIndex;
  readonly meanings: (Int8Array | null)[];
  private readonly queryOf: (result: Analysed<ResearchResult>) => ResultQuery;

  constructor(profile: Profile, model: CorpusModel, results: Iterable<Analysed<ResearchResult>>) {
    this.queryOf = createQueryMaker(profile, model);
    const queries: ResultQuery[] = [];
    for (const result of results) {
      const query = this.queryOf(result);
      this.rows.add(result.record.id, withoutTerms(query.facts));
      queries.push(query);
    }
    this.texts = ImpactIndex.of(queries.map((query) => query.text));
    this.asked = ImpactIndex.of(queries.map((query) => query.asked));
    this.meanings = queries.map((query) => query.meaning);
  }

  /** Puts a result in place of the one with its id, or adds it. */
  put(result: Analysed<ResearchResult>): void {
    const query = this.queryOf(result);
    const row = this.rows.put(result.record.id, withoutTerms(query.facts));
    this.texts.replace(row, query.text);
    this.asked.replace(row, query.asked);
    this.meanings[row] = query.meaning;
  }

  remove(id: string): void {
    this.rows.remove(id);
  }

  /** The result as a question to the carriers. */
  query(row: number): ResultQuery {
    return {
      facts: this.rows.at(row),
      text: this.texts.vector(row),
      asked: this.asked.vector(row),
      meaning: this.meanings[row]!,
    };
  }
}

function withoutTerms(facts: ResultFacts): ResultFacts {
  return { ...facts, analysis: { ...facts.analysis, terms: [] } };
}

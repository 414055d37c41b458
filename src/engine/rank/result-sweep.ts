/** The affinity of one carrier with every result: the texts in one pass, the rest pair by pair. */
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { COSINE_UNIT } from '../index/impact-vector.ts';
import { pooled } from '../index/portfolio-index.ts';
import type { ResultIndex } from '../index/result-index.ts';
import { closeness } from '../model/word-vectors.ts';
import { type PairScore, type PoolKnowledge, scorePair, type TextScores } from '../score/affinity.ts';
import { TopRows } from './top-rows.ts';

export class ResultSweep {
  private readonly results: ResultIndex;
  private readonly carriers: CarrierIndex;

  constructor(results: ResultIndex, carriers: CarrierIndex) {
    this.results = results;
    this.carriers = carriers;
  }

  /** The `limit` best results for the carrier in row `c` with their scores, best first, ties in the order of ids. */
  top(
    c: number,
    purpose: Purpose,
    limit: number,
    knowledge: PoolKnowledge,
  ): { readonly row: number; readonly found: PairScore }[] {
    const { results, carriers } = this;
    const carrier = carriers.rows.at(c);
    const textsOf = this.compare(c);
    const best = new TopRows<PairScore>(limit, (row, other) => results.rows.isBefore(row, other));
    for (let row = 0; row < results.rows.size; row++) {
      const result = results.rows.find(row);
      if (!result) continue;
      const found = scorePair(result, carrier, purpose, textsOf(row), knowledge);
      best.offer(row, found.score, found);
    }
    return best.sorted();
  }

  private compare(c: number): (row: number) => TextScores {
    const { results, carriers } = this;
    const text = carriers.texts.vector(c);
    const { language } = carriers.rows.at(c).analysis;
    const sums = (index: ResultIndex['texts'], query = text) => {
      const into = new Int32Array(results.rows.size);
      index.accumulate(query, into);
      return into;
    };
    const subjects = sums(results.texts);
    const asked = sums(results.asked);
    const items = carriers.portfolios.vectors(c).map((item) => sums(results.texts, item));
    const meaning = carriers.meanings[c]!;
    const aligner = carriers.keyWords?.aligner;
    const align = aligner && text.terms.length > 0 ? aligner.against(aligner.keyWords(text)) : null;
    return (row) => {
      const theirs = results.meanings[row]!;
      const other = results.texts.vector(row);
      return {
        foreign: results.rows.at(row).analysis.language !== language,
        subject: text.terms.length > 0 ? subjects[row]! / COSINE_UNIT : null,
        needs: results.asked.vector(row).terms.length > 0 ? asked[row]! / COSINE_UNIT : null,
        record: items.length > 0 ? pooled(items.map((item) => item[row]! / COSINE_UNIT)) : null,
        semantics: meaning && theirs ? closeness(meaning, theirs) : null,
        alignment: align && other.terms.length > 0 ? align(aligner!.keyWords(other)) : null,
      };
    };
  }
}

/**
 * The best results of one carrier. What their texts say is compared in a few passes over all of them and bounds what
 * each can score; the facts of a result are read, and its words aligned, only where it could be among the best.
 */
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import type { ResultIndex } from '../index/result-index.ts';
import { type PairScore, type PoolKnowledge, scorePair } from '../score/affinity.ts';
import { CarrierQuestion } from './carrier-question.ts';
import { TopRows } from './top-rows.ts';

/** More than a score can exceed the same sum by, added up in another order and rounded. */
const SLACK = 1e-6;
/** Below everything that a score can reach. */
const DONE = -1;

export interface FoundResult {
  readonly row: number;
  readonly found: PairScore;
}

export class ResultSweep {
  private readonly results: ResultIndex;
  private readonly carriers: CarrierIndex;

  constructor(results: ResultIndex, carriers: CarrierIndex) {
    this.results = results;
    this.carriers = carriers;
  }

  /** The `limit` best results for the carrier in row `c` with their scores, best first, ties in the order of ids. */
  top(c: number, purpose: Purpose, limit: number, knowledge: PoolKnowledge): FoundResult[] {
    const { size } = this.results.rows;
    const question = new CarrierQuestion(this.results, this.carriers, c);
    const table = knowledge.weights[purpose];
    const most = new Float64Array(size);
    const first = this.noneYet<null>(limit);
    for (let row = 0; row < size; row++) {
      most[row] = question.most(row, purpose, table) + SLACK;
      first.offer(row, most[row]!, null);
    }
    const best = this.noneYet<PairScore>(limit);
    const look = (row: number) => {
      const found = this.score(question, row, { c, purpose, knowledge, least: best.threshold });
      if (found) best.offer(row, found.score, found);
    };
    // those that can reach most are the best or nearly so: what they reach leaves little else to look at
    for (const { row } of first.sorted()) {
      look(row);
      most[row] = DONE;
    }
    for (let row = 0; row < size; row++) if (most[row]! >= best.threshold && most[row] !== DONE) look(row);
    return best.sorted();
  }

  /** Null where there is no result, or none that scores `least`. */
  private score(
    question: CarrierQuestion,
    row: number,
    {
      c,
      purpose,
      knowledge,
      least,
    }: { c: number; purpose: Purpose; knowledge: PoolKnowledge; least: number },
  ): PairScore | null {
    const result = this.results.rows.find(row);
    if (!result) return null;
    const carrier = this.carriers.rows.at(c);
    const texts = question.texts(row);
    if (question.isAlignable(row)) {
      const { mostAligned } = question;
      const most = scorePair(result, carrier, purpose, { ...texts, alignment: mostAligned }, knowledge);
      if (most.score < least) return null;
    }
    return scorePair(result, carrier, purpose, { ...texts, alignment: question.alignment(row) }, knowledge);
  }

  private noneYet<Found>(limit: number): TopRows<Found> {
    return new TopRows<Found>(limit, (row, other) => this.results.rows.isBefore(row, other));
  }
}

/** Records brought together: vectors and indexes over both sides, facts, scores, rankings. */
import type { Carrier } from '../domain/carrier.ts';
import type { Match } from '../domain/match.ts';
import { DomainError } from '../domain/errors.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import { PairTexts } from './corpus/pair-texts.ts';
import type { Analysed, MatchPool, PoolInput } from './engine.ts';
import { explainMatch } from './explain/explain-match.ts';
import { whyNoFit } from './explain/no-fit.ts';
import type { Knowledge } from './knowledge.ts';
import { type PairScore, scorePair } from './score/affinity.ts';
import { type CarrierFacts, carrierFacts, type ResultFacts, resultFacts } from './score/facts.ts';
import { topRanked } from './score/top-ranked.ts';

export function createPool(knowledge: Knowledge, input: PoolInput): MatchPool {
  const { profile } = knowledge;
  const results = sortedById(input.results).map(({ record, analysis }) => resultFacts(profile, record, analysis));
  const carriers = sortedById(input.carriers).map(({ record, analysis }) => carrierFacts(profile, record, analysis));
  const resultNumbers = numbers(results);
  const carrierNumbers = numbers(carriers);
  const texts = new PairTexts(results, carriers);

  const score = (r: number, c: number, purpose: Purpose, pair = texts.ofPair(r, c)): PairScore =>
    scorePair(results[r]!, carriers[c]!, purpose, pair, knowledge.conditionByCode);
  const match = (r: number, c: number, purpose: Purpose, rank: number): Match =>
    explainMatch(knowledge, { result: results[r]!, carrier: carriers[c]!, purpose, rank, score: score(r, c, purpose), shared: texts.shared(r, c) });

  return {
    carriersFor(resultId, purpose, top) {
      const r = numberOf(resultNumbers, resultId);
      const pairs = texts.ofResult(r);
      const ranked = topRanked(carriers.length, top, (c) => score(r, c, purpose, pairs(c)).affinity);
      const matches = ranked.map((c, i) => match(r, c, purpose, i + 1));
      const served = matches.some((m) => m.verdict === 'recommended');
      return { matches, noFit: served ? null : whyNoFit(profile, results[r]!, purpose, matches) };
    },
    resultsFor(carrierId, purpose, top) {
      const c = numberOf(carrierNumbers, carrierId);
      const pairs = texts.ofCarrier(c);
      const ranked = topRanked(results.length, top, (r) => score(r, c, purpose, pairs(r)).affinity);
      return ranked.map((r, i) => match(r, c, purpose, i + 1));
    },
    explain(resultId, carrierId, purpose) {
      return match(numberOf(resultNumbers, resultId), numberOf(carrierNumbers, carrierId), purpose, 0);
    },
    affinity(resultId, carrierId, purpose) {
      return score(numberOf(resultNumbers, resultId), numberOf(carrierNumbers, carrierId), purpose).affinity;
    },
  };
}

/** Ids in code-unit order: ties end at the id, wherever the records came from. */
function sortedById<T extends ResearchResult | Carrier>(records: readonly Analysed<T>[]): Analysed<T>[] {
  return [...records].sort((a, b) => (a.record.id < b.record.id ? -1 : a.record.id > b.record.id ? 1 : 0));
}

function numbers(facts: readonly (ResultFacts | CarrierFacts)[]): Map<string, number> {
  return new Map(facts.map((fact, i) => [fact.record.id, i]));
}

function numberOf(table: ReadonlyMap<string, number>, id: string): number {
  const found = table.get(id);
  if (found === undefined) throw new DomainError('record.not_found', `no record ${id} in this pool`);
  return found;
}

/** Records brought together: vectors and indexes over both sides, facts, scores, rankings. */
import type { Carrier } from '../domain/carrier.ts';
import { DomainError } from '../domain/errors.ts';
import type { Match } from '../domain/match.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import { PairTexts } from './corpus/pair-texts.ts';
import type { Analysed, MatchPool, PoolInput, RankedId } from './engine.ts';
import { explainMatch, verdictOf } from './explain/explain-match.ts';
import { whyNoFit } from './explain/no-fit.ts';
import type { Knowledge } from './knowledge.ts';
import { type PairScore, type PoolKnowledge, scorePair, type TextScores } from './score/affinity.ts';
import { capabilityRarity } from './score/components.ts';
import { type CarrierFacts, carrierFacts, type ResultFacts, resultFacts } from './score/facts.ts';

export function createPool(knowledge: Knowledge, input: PoolInput): MatchPool {
  const { profile } = knowledge;
  const results = sortedById(input.results).map(({ record, analysis }) =>
    resultFacts(profile, record, analysis),
  );
  const carriers = sortedById(input.carriers).map(({ record, analysis }) =>
    carrierFacts(profile, record, analysis),
  );
  const resultNumbers = numbers(results);
  const carrierNumbers = numbers(carriers);
  const texts = new PairTexts(results, carriers);
  const shared: PoolKnowledge = {
    conditions: knowledge.conditionByCode,
    semanticTrust: texts.semanticTrust,
    rarity: capabilityRarity(carriers),
  };

  const score = (r: number, c: number, purpose: Purpose, pair: TextScores): PairScore =>
    scorePair(results[r]!, carriers[c]!, purpose, pair, shared);
  const match = (r: number, c: number, purpose: Purpose, rank: number): Match =>
    explainMatch(knowledge, {
      result: results[r]!,
      carrier: carriers[c]!,
      purpose,
      rank,
      score: score(r, c, purpose, texts.ofPair(r, c)),
      shared: texts.shared(r, c),
    });
  const rankedCarriers = (r: number, purpose: Purpose): Ranked[] => {
    const pair = texts.ofResult(r);
    return ranked(carriers.map((_carrier, c) => score(r, c, purpose, pair(c))));
  };
  const rankedResults = (c: number, purpose: Purpose): Ranked[] => {
    const pair = texts.ofCarrier(c);
    return ranked(results.map((_result, r) => score(r, c, purpose, pair(r))));
  };

  return {
    carriersFor(resultId, purpose, top) {
      const r = numberOf(resultNumbers, resultId);
      const matches = rankedCarriers(r, purpose)
        .slice(0, Math.max(1, top))
        .map(({ number }, i) => match(r, number, purpose, i + 1));
      const served = matches.some((candidate) => candidate.verdict === 'recommended');
      return {
        matches: matches.slice(0, top),
        noFit: served ? null : whyNoFit(profile, results[r]!, purpose, matches),
      };
    },
    resultsFor(carrierId, purpose, top) {
      const c = numberOf(carrierNumbers, carrierId);
      return rankedResults(c, purpose)
        .slice(0, top)
        .map(({ number }, i) => match(number, c, purpose, i + 1));
    },
    explain(resultId, carrierId, purpose) {
      return match(numberOf(resultNumbers, resultId), numberOf(carrierNumbers, carrierId), purpose, 0);
    },
    rankCarriers(resultId, purpose) {
      return named(rankedCarriers(numberOf(resultNumbers, resultId), purpose), carriers);
    },
    rankResults(carrierId, purpose) {
      return named(rankedResults(numberOf(carrierNumbers, carrierId), purpose), results);
    },
  };
}

interface Ranked {
  readonly number: number;
  readonly score: PairScore;
}

/** Best first; equal affinities in the order of numbers, which is the order of ids. */
function ranked(scores: readonly PairScore[]): Ranked[] {
  return scores
    .map((score, number) => ({ number, score }))
    .sort((a, b) => b.score.affinity - a.score.affinity || a.number - b.number);
}

function named(list: readonly Ranked[], facts: readonly (ResultFacts | CarrierFacts)[]): RankedId[] {
  return list.map(({ number, score }) => ({
    id: facts[number]!.record.id,
    affinity: score.affinity,
    verdict: verdictOf(score),
  }));
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

/** One pair, compared directly: what a sweep finds for it, and what there is to explain. */
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { cosine, type ImpactVector, sharedImpacts } from '../index/impact-vector.ts';
import { pooled } from '../index/portfolio-index.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { closeness } from '../model/word-vectors.ts';
import { type PairScore, type PoolKnowledge, scorePair, type TextScores } from '../score/affinity.ts';
import type { ResultQuery } from './result-query.ts';

/** A term that both texts have, and what it brings. */
export interface SharedTerm {
  readonly term: string;
  readonly product: number;
}

export function compareTexts(
  { facts, text, asked, meaning }: ResultQuery,
  carriers: CarrierIndex,
  row: number,
): TextScores {
  const other = carriers.texts.vector(row);
  const theirs = carriers.meanings[row]!;
  const items = carriers.portfolios.vectors(row);
  return {
    foreign: facts.analysis.language !== carriers.rows.at(row).analysis.language,
    subject: other.terms.length > 0 ? cosine(text, other) : null,
    needs: asked.terms.length > 0 ? cosine(asked, other) : null,
    record: items.length > 0 ? pooled(items.map((item) => cosine(item, text))) : null,
    semantics: meaning && theirs ? closeness(meaning, theirs) : null,
  };
}

export function comparePair(
  query: ResultQuery,
  carriers: CarrierIndex,
  row: number,
  purpose: Purpose,
  knowledge: PoolKnowledge,
): PairScore {
  const texts = compareTexts(query, carriers, row);
  return scorePair(query.facts, carriers.rows.at(row), purpose, texts, knowledge);
}

/** The terms that make the pair alike, the strongest first. */
export function sharedTerms(a: ImpactVector, b: ImpactVector, lexicon: Lexicon): SharedTerm[] {
  return sharedImpacts(a, b).map(({ number, product }) => ({ term: lexicon.term(number), product }));
}

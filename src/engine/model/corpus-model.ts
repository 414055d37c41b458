/**
 * What is learnt from a corpus of records and used on any record after: how common each term is, and what words
 * mean by the company they keep. A model does not change; a better one is trained beside it and takes its place.
 */
import { createHash } from 'node:crypto';
import { Lexicon } from './lexicon.ts';
import { countTermStatistics, type TermDocument, type TermStatistics } from './term-statistics.ts';
import { learnWordVectors, type WordVectors } from './word-vectors.ts';

export interface CorpusModel {
  /** Over everything in it: the same numbers have the same fingerprint. Sixteen digits. */
  readonly fingerprint: string;
  readonly statistics: TermStatistics;
  /** Null where there was too little to learn from. */
  readonly words: WordVectors | null;
  readonly lexicon: Lexicon;
}

/**
 * Learns from the records, and from background texts about what words mean. The same documents in the same
 * order give the same model.
 */
export function trainModel(
  documents: readonly TermDocument[],
  background: readonly TermDocument[] = [],
): CorpusModel {
  const all = [...documents, ...background];
  const statistics = countTermStatistics(all);
  return createModel(statistics, learnWordVectors(statistics, all));
}

export function createModel(statistics: TermStatistics, words: WordVectors | null): CorpusModel {
  return {
    fingerprint: fingerprint(statistics, words),
    statistics,
    words,
    lexicon: new Lexicon(statistics),
  };
}

function fingerprint({ terms, records, frequency }: TermStatistics, words: WordVectors | null): string {
  const hash = createHash('sha256');
  hash.update(`${records.han} ${records.latin}\n`).update(terms.join('\n'));
  hash.update(frequency.han).update(frequency.latin);
  if (words) hash.update(`${words.dimensions} ${words.trust}`).update(words.rows).update(words.vectors);
  return hash.digest('hex').slice(0, 16);
}

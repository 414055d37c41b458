/**
 * What is learnt from a corpus of records and used on any record after: how common each term is, and what words
 * mean by the company they keep. A model does not change; a better one is trained beside it and takes its place.
 */
import { createHash } from 'node:crypto';
import type { BackgroundSource } from '../../domain/model-description.ts';
import { learnWordVectors } from './learn-word-vectors.ts';
import { Lexicon } from './lexicon.ts';
import { finish, part, type Steps } from './steps.ts';
import { summedVectors } from './summed-vectors.ts';
import { collectTerms, type TermCorpus, thinned } from './term-corpus.ts';
import type { TermDocument, TermStatistics } from './term-statistics.ts';
import type { Thesaurus } from './thesaurus-corpus.ts';
import { uniteStatistics } from './unite-statistics.ts';
import type { WordVectors } from './word-vectors.ts';

/** Texts that are in no record, kept with the model that was learnt from them for the training of its successor. */
export interface Background {
  readonly sources: readonly BackgroundSource[];
  readonly corpus: TermCorpus;
}

export interface CorpusModel {
  /** Over everything in it: the same numbers have the same fingerprint. Sixteen digits. */
  readonly fingerprint: string;
  /** Records that it was learnt from, background texts not counted. */
  readonly records: number;
  /** Null where it was learnt from records alone. */
  readonly background: Background | null;
  /** Background that its predecessor had and it could not use. */
  readonly lost: readonly BackgroundSource[];
  readonly statistics: TermStatistics;
  /** Null where there was too little to learn from. */
  readonly words: WordVectors | null;
  readonly lexicon: Lexicon;
}

/** Of more documents than this what words mean is learnt from so many, evenly spaced; terms are counted in all. */
const MOST_DOCUMENTS = 100_000;
/** A term that one document holds weighs as one that none does (see Lexicon): it need not be kept. */
const LEAST_DOCUMENTS = 2;

/**
 * Learns from the records, and from background texts about what words mean. The same documents in the same
 * order give the same model.
 */
export function trainModel(
  records: Iterable<TermDocument>,
  background?: Iterable<TermDocument>,
  thesaurus: Thesaurus | null = null,
): CorpusModel {
  const texts = background && { sources: [], corpus: collectTerms(background) };
  return finish(trainingSteps(collectTerms(records), texts ?? null, [], thesaurus));
}

export function* trainingSteps(
  records: TermCorpus,
  background: Background | null,
  lost: readonly BackgroundSource[] = [],
  thesaurus: Thesaurus | null = null,
): Steps<CorpusModel> {
  const given = background !== null && documentsIn(background.corpus) > 0;
  const kept = given ? { ...background, corpus: thinned(background.corpus, MOST_DOCUMENTS) } : null;
  const corpora = [thinned(records, MOST_DOCUMENTS), ...(kept ? [kept.corpus] : [])];
  const united = uniteStatistics(corpora, LEAST_DOCUMENTS);
  yield 0.05;
  const words = yield* part(0.05, 0.9, learnWordVectors(corpora, united, thesaurus));
  const { statistics } = united;
  return createModel({ records: documentsIn(records), background: kept, lost, statistics, words });
}

type Learnt = Omit<CorpusModel, 'fingerprint' | 'lexicon'>;

export function createModel(learnt: Learnt): CorpusModel {
  // from the beginning where they are added up: an index then needs no copy
  const words = learnt.words && {
    ...learnt.words,
    vectors: summedVectors(learnt.words.vectors, learnt.words.dimensions).vectors,
  };
  return { ...learnt, words, fingerprint: fingerprint(learnt), lexicon: new Lexicon(learnt.statistics) };
}

/** The model with a lexicon of its own: terms that it has not seen get their numbers in the order of one pool. */
export function withOwnLexicon(model: CorpusModel): CorpusModel {
  return { ...model, lexicon: model.lexicon.fork() };
}

export function documentsIn({ records }: TermStatistics): number {
  return records.han + records.latin;
}

function fingerprint({ records, background, statistics, words }: Learnt): string {
  const hash = createHash('sha256').update(`${records}\n`);
  hashStatistics(hash, statistics);
  if (words) hash.update(`${words.dimensions} ${words.trust}`).update(words.rows).update(words.vectors);
  if (background) {
    hashStatistics(hash, background.corpus);
    const { words: texts, fieldEnds, documentEnds } = background.corpus;
    hash.update(texts).update(fieldEnds).update(documentEnds);
  }
  return hash.digest('hex').slice(0, 16);
}

function hashStatistics(
  hash: ReturnType<typeof createHash>,
  { terms, records, frequency }: TermStatistics,
): void {
  hash.update(`${records.han} ${records.latin}\n`).update(terms.join('\n'));
  hash.update(frequency.han).update(frequency.latin);
}

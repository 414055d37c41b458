/** The thesaurus of a profile as texts to learn from: words of one concept stand together. */
import { countedTerms } from '../../domain/analysis.ts';
import { foldText } from '../../text/fold.ts';
import { createWordTerms } from '../../text/word-terms.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Steps } from './steps.ts';
import { TermCollector, type TermCorpus } from './term-corpus.ts';

/** Words that stand for the same concept, a concept a document; asked for where there is enough to learn from. */
export type Thesaurus = () => Steps<TermCorpus>;

/** Between two terms: they are no neighbours. */
const APART = '；';
/** Concepts between two looks at what else is to be done: some ten milliseconds. */
const AT_A_TIME = 100;

/** Read once, when a model is first learnt. */
export function thesaurusOf(knowledge: () => Knowledge): Thesaurus {
  let read: TermCorpus | undefined;
  return function* () {
    read ??= yield* thesaurusSteps(knowledge());
    return read;
  };
}

function* thesaurusSteps({ profile: { thesaurus }, segmenter }: Knowledge): Steps<TermCorpus> {
  const termsOf = createWordTerms(segmenter);
  const collector = new TermCollector();
  for (const [i, concept] of thesaurus.entries()) {
    const counts = new Map<string, number>();
    for (const token of segmenter.segment(foldText(concept.join(APART))))
      for (const { term, count } of termsOf(token).terms) counts.set(term, (counts.get(term) ?? 0) + count);
    collector.add({ language: 'han', terms: [{ path: 'title', ...countedTerms(counts) }] });
    if (i % AT_A_TIME === 0) yield i / thesaurus.length;
  }
  return collector.corpus();
}

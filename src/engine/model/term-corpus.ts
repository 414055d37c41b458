/**
 * Documents as a training sees them: in how many of them each term stands, and which words stand together in a
 * field. Four bytes a word, so that a hundred thousand documents take tens of megabytes; a document can be
 * forgotten once it is collected.
 */
import { termsOf } from '../../domain/analysis.ts';
import { GrowingInts } from './growing-ints.ts';
import { countedFields, TermCounter, type TermDocument, type TermStatistics } from './term-statistics.ts';

export interface TermCorpus extends TermStatistics {
  /** Numbers of the words of one field after the other. */
  readonly words: Int32Array;
  /** Where each field ends in `words`. */
  readonly fieldEnds: Int32Array;
  /** Where each document ends in `fieldEnds`. */
  readonly documentEnds: Int32Array;
}

export class TermCollector {
  private readonly counter = new TermCounter();
  private readonly words = new GrowingInts();
  private readonly fieldEnds = new GrowingInts();
  private readonly documentEnds = new GrowingInts();

  /** Documents collected. */
  get size(): number {
    return this.documentEnds.length;
  }

  add(document: TermDocument): void {
    this.counter.begin(document.language);
    for (const field of countedFields(document)) {
      for (const term of termsOf(field)) {
        const number = this.counter.count(term);
        if (isWord(term)) this.words.push(number);
      }
      this.fieldEnds.push(this.words.length);
    }
    this.documentEnds.push(this.fieldEnds.length);
  }

  /** Without copying: good until the next document. */
  corpus(): TermCorpus {
    return {
      ...this.counter.statistics(),
      words: this.words.view(),
      fieldEnds: this.fieldEnds.view(),
      documentEnds: this.documentEnds.view(),
    };
  }
}

export function collectTerms(documents: Iterable<TermDocument>): TermCorpus {
  const collector = new TermCollector();
  for (const document of documents) collector.add(document);
  return collector.corpus();
}

/** All terms with their frequencies, and the words of at most `most` documents, evenly spaced. */
export function thinned(corpus: TermCorpus, most: number): TermCorpus {
  const { documentEnds, fieldEnds } = corpus;
  const all = documentEnds.length;
  if (all <= most) return corpus;
  const words = new GrowingInts();
  const ends = { field: new GrowingInts(), document: new GrowingInts() };
  for (let taken = 0; taken < most; taken++) {
    const document = Math.floor((taken * all) / most);
    for (let field = documentEnds[document - 1] ?? 0; field < documentEnds[document]!; field++) {
      for (let at = fieldEnds[field - 1] ?? 0; at < fieldEnds[field]!; at++) words.push(corpus.words[at]!);
      ends.field.push(words.length);
    }
    ends.document.push(ends.field.length);
  }
  return { ...corpus, words: words.view(), fieldEnds: ends.field.view(), documentEnds: ends.document.view() };
}

/** Pairs of characters and single characters have no meaning of their own. */
function isWord(term: string): boolean {
  return term.length > 1 && !term.startsWith('#');
}

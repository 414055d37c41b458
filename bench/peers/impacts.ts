/**
 * The engine's table of impacts alone, from the words that everybody gets: how common each is, weights, postings. The
 * characters of Chinese words are in it too, as always. No fields, no facts, no meanings, no reasons: what the engine's
 * index takes beyond this is for those.
 */
import { countedTerms, type FieldTerms } from '../../src/domain/analysis.ts';
import { ImpactIndex } from '../../src/engine/index/impact-index.ts';
import { VectorMaker, type VectorStretch, vectorOf } from '../../src/engine/index/impact-vector.ts';
import { pack } from '../../src/engine/index/vector-store.ts';
import { inGroups, Kernel } from '../../src/engine/kernel/kernel.ts';
import { Lexicon } from '../../src/engine/model/lexicon.ts';
import { NumberedRecord } from '../../src/engine/model/numbered-record.ts';
import { TermCounter } from '../../src/engine/model/term-statistics.ts';
import { generalChinese } from '../../src/text/background.ts';
import { best, wordCounts } from './floor.ts';
import type { Peer } from './peer.ts';

export function createImpacts(): Peer {
  // of no carrier, and read once in a process, as profiles and dictionaries are
  generalChinese();
  let index = new ImpactIndex(pack([]));
  let vectorFor: (words: readonly string[]) => VectorStretch = none;
  let sums: Int32Array = new Int32Array(0);
  return {
    build(texts) {
      vectorFor = vectorsOver(texts);
      const kernel = new Kernel();
      index = new ImpactIndex(pack([]), texts.length, kernel);
      texts.forEach((words, row) => {
        index.replace(row, vectorFor(words));
      });
      index.settle();
      sums = kernel.ints(inGroups(texts.length)).subarray(0, texts.length);
    },
    search(words, top) {
      index.accumulate(vectorOf(vectorFor(words)), sums);
      return best(sums, top);
    },
  };
}

/** Makes vectors in memory that the next one overwrites, by how common words are in these texts. */
function vectorsOver(texts: readonly (readonly string[])[]): (words: readonly string[]) => VectorStretch {
  const counter = new TermCounter();
  for (const words of texts) {
    counter.begin('han');
    for (const word of words) counter.count(word);
  }
  const lexicon = new Lexicon(counter.statistics());
  const maker = new VectorMaker(lexicon);
  const numbered = new NumberedRecord();
  return (words) => {
    const field: FieldTerms = { path: 'words', ...countedTerms(wordCounts(words)) };
    lexicon.read([field], numbered);
    return maker.make('han', numbered, () => 1);
  };
}

function none(): never {
  throw new Error('nothing was built yet');
}

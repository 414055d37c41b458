/**
 * What records mean, as vectors of small whole numbers: those of a configured embedder where every record of a
 * pool came with one, else sums of the word vectors that the model has learnt. Never both: they cannot be compared.
 */
import type { CorpusModel } from '../model/corpus-model.ts';
import { trustIn } from '../model/learn-word-vectors.ts';
import { WordAligner } from '../model/word-alignment.ts';
import { embedder, quantisedEmbedding } from '../model/word-vectors.ts';
import type { Trust } from '../score/weight-tables.ts';
import type { VectorStretch } from './impact-vector.ts';

/** A record with the vector of a configured embedder, where there is one. */
export interface MaybeEmbedded {
  readonly embedding?: Float32Array | undefined;
}

export interface Meanings {
  readonly source: MeaningSource;
  readonly trust: Trust;
  /** Null where nothing is known of a record's meaning; else in memory that the next one may overwrite. */
  of(record: MaybeEmbedded, text: VectorStretch): Int8Array | null;
  /** Aligns words; null where the model has no vectors of words. */
  readonly aligner: WordAligner | null;
}

export type MeaningSource = 'embedder' | 'words';

/** By an embedder where all of these records have its vectors. */
export function sourceOfMeanings(records: readonly MaybeEmbedded[]): MeaningSource {
  const embedded = records.length > 0 && records.every((record) => record.embedding !== undefined);
  return embedded ? 'embedder' : 'words';
}

export function meaningsOf({ words, lexicon }: CorpusModel, source: MeaningSource): Meanings {
  const aligner = words && new WordAligner(lexicon, words);
  const embed = words && embedder(words);
  const learnt = words?.trust ?? 0;
  // English words stand beside each other in English records alone
  const english = words ? trustIn(lexicon.englishRecords) : 0;
  return source === 'embedder'
    ? {
        source,
        trust: { meaning: 1, words: learnt, english: { meaning: 1, words: english } },
        aligner,
        of: ({ embedding }) => (embedding ? quantisedEmbedding(embedding) : null),
      }
    : {
        source,
        trust: { meaning: learnt, words: learnt, english: { meaning: english, words: english } },
        aligner,
        of: (_record, text) => (embed ? embed(text) : null),
      };
}

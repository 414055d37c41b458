/** Records as they stood when a round was started. */
import type { EmbeddingUse } from '../domain/embedding-use.ts';
import type { FrozenRecord } from '../domain/round.ts';
import type { LoadTerms } from './load-records.ts';

/** Whatever nobody has read yet is read now; a vector that is wanted and gone is an error. */
export const FROZEN_TERMS: Omit<LoadTerms, 'vectorsOf'> = {
  vectorsRequired: true,
  mostRead: Number.POSITIVE_INFINITY,
};

export interface FrozenInputs {
  readonly results: readonly FrozenRecord[];
  readonly carriers: readonly FrozenRecord[];
  /** The model whose vectors every record comes with; null: none does. */
  readonly embedding: Pick<EmbeddingUse, 'model'>;
}

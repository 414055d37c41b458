/** Whether records are compared by the vectors of an embedder: all records of a pool, or none. */
import type { Bilingual } from './match.ts';

export type EmbeddingUse =
  /** Every record has a vector of this model, and they are used. */
  | { readonly model: string }
  | { readonly model: null; readonly reason: 'not_configured' }
  /** `missing` of `records` have no vector of the `configured` model yet: none is used. */
  | {
      readonly model: null;
      readonly reason: 'incomplete';
      readonly configured: string;
      readonly missing: number;
      readonly records: number;
    };

export const NO_EMBEDDER: EmbeddingUse = { model: null, reason: 'not_configured' };

export const EMBEDDER_STATES = ['not_configured', 'answering', 'unavailable'] as const;
/** How an embedder stands at this moment. */
export type EmbedderState = (typeof EMBEDDER_STATES)[number];

/** For a report: which model, or why none. */
export function sayEmbeddingUse(use: EmbeddingUse): Bilingual {
  if (use.model !== null) return { zh: use.model, en: use.model };
  if (use.reason === 'not_configured')
    return { zh: '未配置，未使用', en: 'none configured: matched without one' };
  const { configured, missing, records } = use;
  return {
    zh: `未使用：${records} 条记录中有 ${missing} 条尚无 ${configured} 的向量`,
    en: `not used: ${missing} of ${records} records have no vector of ${configured} yet`,
  };
}

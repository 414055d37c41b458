/**
 * The words of an English text without the Chinese that stands beside them for Chinese texts: between two English
 * texts the Chinese says everything a second time, less surely (shell is 贝壳 and 炮击).
 */
import type { Language } from '../../domain/analysis.ts';
import { isChinese } from '../model/han.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { ImpactVector } from './impact-vector.ts';

/** What a text is compared by with texts of its own language: of a Chinese one all of it. */
export function ownWords(lexicon: Lexicon, language: Language, vector: ImpactVector): ImpactVector {
  if (language === 'han') return vector;
  const { terms, impacts } = vector;
  const own = Array.from(terms, (_, i) => i).filter((i) => !isChinese(lexicon.term(terms[i]!)));
  return {
    terms: Int32Array.from(own, (i) => terms[i]!),
    impacts: Uint16Array.from(own, (i) => impacts[i]!),
  };
}

import type { Bilingual, Evidence } from '../../domain/match.ts';

/** What a component or limit has to say for itself. */
export interface Explained {
  readonly why: Bilingual;
  readonly evidence: readonly Evidence[];
}

/** Where nothing is known and a neutral value counts. */
export function unknown(why: Bilingual): Explained {
  return { why: { zh: `${why.zh}（按中性值计）`, en: `${why.en} (neutral value)` }, evidence: [] };
}

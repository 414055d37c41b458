/**
 * Which capabilities a text asks for, by what was learnt of others (`learn-asks.ts`): it knows the wordings that no list
 * of phrases holds. What the phrases found is weighed together with it in `weigh-asks.ts`.
 */
import { KnownFeatures } from './ask-features.ts';
import { AskTexts } from './ask-texts.ts';
import type { LearntAsks } from './learn-asks.ts';
import { LinearClasses } from './linear-classes.ts';

export interface AskClassifier extends Pick<LearntAsks, 'codes' | 'leanings'> {
  /** By place of the code: above 0 where the text asks for it; undefined where the text holds nothing that it has learnt. */
  scores(folded: string): Float64Array | undefined;
  /** Where in the text each learnt feature stands, with what it says for a code. */
  grounds(folded: string, code: string): { readonly start: number; readonly weight: number }[];
}

export function createAskClassifier({
  codes,
  features: names,
  idf,
  weights,
  leanings,
}: LearntAsks): AskClassifier {
  const features = new KnownFeatures(names);
  const texts = new AskTexts(features, idf);
  const classes = new LinearClasses(weights, codes.length);
  return {
    codes,
    leanings,
    scores(folded) {
      const vector = texts.vector(folded);
      return vector.at.length === 0 ? undefined : classes.scores(vector);
    },
    grounds(folded, code) {
      const of = codes.indexOf(code);
      if (of < 0) return [];
      const grounds: { start: number; weight: number }[] = [];
      features.find(folded, (feature, start) => {
        grounds.push({ start, weight: idf[feature]! * classes.weight(feature, of) });
      });
      return grounds;
    },
  };
}

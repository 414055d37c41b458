/**
 * Which capabilities a text asks for, learnt from the profile's texts with their asks (`asks.csv`): it knows the
 * wordings that no list of phrases holds. What the phrases found is weighed together with it in `weigh-asks.ts`.
 */
import type { AskExample } from '../../domain/profile.ts';
import { foldText } from '../../text/fold.ts';
import { askFeatures, KnownFeatures } from './ask-features.ts';
import { LinearClasses, type SparseVector } from './linear-classes.ts';

export interface AskClassifier {
  /** Codes that it has examples of; none where the profile has no examples. */
  readonly codes: readonly string[];
  /** By code: above 0 where the text asks for it; undefined where the text holds nothing that it has learnt. */
  scores(folded: string): ReadonlyMap<string, number> | undefined;
  /** Where in the text each learnt feature stands, with what it says for a code. */
  grounds(folded: string, code: string): { readonly start: number; readonly weight: number }[];
}

/** A feature of one example alone says nothing about others. */
const LEAST_EXAMPLES = 2;

export function createAskClassifier(examples: readonly AskExample[]): AskClassifier {
  const codes = [...new Set(examples.flatMap((example) => example.codes))].sort();
  const numbers = new Map(codes.map((code, i) => [code, i]));
  const texts = examples.map(({ text }) => foldText(text).text);
  const vocabulary = learnVocabulary(texts);
  const classes = new LinearClasses(
    texts.map((text, i) => ({
      vector: vocabulary.vector(text),
      classes: new Set(examples[i]!.codes.map((code) => numbers.get(code)!)),
    })),
    vocabulary.size,
    codes.length,
  );
  return {
    codes,
    scores(folded) {
      const vector = vocabulary.vector(folded);
      if (vector.at.length === 0) return undefined;
      const scores = classes.scores(vector);
      return new Map(codes.map((code, c) => [code, scores[c]!]));
    },
    grounds(folded, code) {
      const of = numbers.get(code);
      if (of === undefined) return [];
      const grounds: { start: number; weight: number }[] = [];
      vocabulary.features.find(folded, (feature, start) => {
        grounds.push({ start, weight: vocabulary.idf[feature]! * classes.weight(feature, of) });
      });
      return grounds;
    },
  };
}

interface Vocabulary {
  readonly size: number;
  readonly features: KnownFeatures;
  /** Inverse document frequency by feature. */
  readonly idf: Float64Array;
  /** The features that a text holds by their inverse document frequency, of length 1. */
  vector(folded: string): SparseVector;
}

function learnVocabulary(texts: readonly string[]): Vocabulary {
  const frequency = countFeatures(texts);
  const features = new KnownFeatures(frequency.keys());
  const idf = Float64Array.from(frequency.values(), (n) => 1 + Math.log((texts.length + 1) / (n + 1)));
  /** The last text that held a feature, counted from 1. */
  const lastIn = new Float64Array(idf.length);
  let read = 0;
  return {
    size: idf.length,
    features,
    idf,
    vector(folded) {
      const found: number[] = [];
      read++;
      features.find(folded, (feature) => {
        if (lastIn[feature] !== read) found.push(feature);
        lastIn[feature] = read;
      });
      const length = Math.sqrt(found.reduce((sum, feature) => sum + idf[feature]! * idf[feature]!, 0));
      return {
        at: Int32Array.from(found),
        values: Float64Array.from(found, (feature) => idf[feature]! / length),
      };
    },
  };
}

/** In how many texts each feature stands, of those that say something about others. */
function countFeatures(texts: readonly string[]): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  for (const text of texts)
    for (const name of askFeatures(text)) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  return new Map([...frequency].filter(([, n]) => n >= LEAST_EXAMPLES));
}

/**
 * Which capabilities a text asks for, learnt from the profile's texts with their asks (`asks.csv`): it knows the
 * wordings that no list of phrases holds. What the phrases found is weighed together with it in `weigh-asks.ts`.
 */
import type { AskExample } from '../../domain/profile.ts';
import { foldText } from '../../text/fold.ts';
import { askFeatures, KnownFeatures } from './ask-features.ts';
import { LinearClasses, type SparseVector, trainClasses } from './linear-classes.ts';

export interface AskClassifier {
  /** Codes that it has examples of; none where the profile has no examples. */
  readonly codes: readonly string[];
  /** By place of the code: above 0 where the text asks for it; undefined where the text holds nothing that it has learnt. */
  scores(folded: string): Float64Array | undefined;
  /** By place of the code: what being asked for more often in records than in the examples, or less, adds to the logarithm of its odds. */
  readonly leanings: Float64Array;
  /** Where in the text each learnt feature stands, with what it says for a code. */
  grounds(folded: string, code: string): { readonly start: number; readonly weight: number }[];
}

/** A feature of one example alone says nothing about others. */
const LEAST_EXAMPLES = 2;
/** How far the shares are believed: they come from few records, and a clear ask must not drown in them. */
const TRUST_IN_SHARES = 0.5;

/** `shares`: by code, how large a share of all asks of records is for it. */
export function createAskClassifier(
  examples: readonly AskExample[],
  shares: ReadonlyMap<string, number>,
): AskClassifier {
  const codes = [...new Set(examples.flatMap((example) => example.codes))].sort();
  const numbers = new Map(codes.map((code, i) => [code, i]));
  const texts = examples.map(({ text }) => foldText(text).text);
  const vocabulary = learnVocabulary(texts);
  const weights = trainClasses(
    texts.map((text, i) => ({
      vector: vocabulary.vector(text),
      classes: new Set(examples[i]!.codes.map((code) => numbers.get(code)!)),
    })),
    vocabulary.size,
    codes.length,
  );
  const classes = new LinearClasses(weights, codes.length);
  return {
    codes,
    scores(folded) {
      const vector = vocabulary.vector(folded);
      return vector.at.length === 0 ? undefined : classes.scores(vector);
    },
    leanings: leaningsOf(codes, examples, shares),
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

/**
 * Examples are written for every capability alike; records ask for pilot production most and for mentoring seldom.
 * The scores are corrected for that (Saerens et al. 2002).
 */
function leaningsOf(
  of: readonly string[],
  examples: readonly AskExample[],
  shares: ReadonlyMap<string, number>,
): Float64Array {
  const counts = new Map<string, number>();
  let asks = 0;
  for (const { codes } of examples)
    for (const code of codes) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
      asks++;
    }
  return Float64Array.from(of, (code) => {
    const share = shares.get(code);
    return share === undefined ? 0 : TRUST_IN_SHARES * Math.log((share * asks) / counts.get(code)!);
  });
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
      let square = 0;
      read++;
      features.find(folded, (feature) => {
        if (lastIn[feature] === read) return;
        lastIn[feature] = read;
        found.push(feature);
        square += idf[feature]! * idf[feature]!;
      });
      const length = Math.sqrt(square);
      const values = new Float64Array(found.length);
      for (let i = 0; i < found.length; i++) values[i] = idf[found[i]!]! / length;
      return { at: new Int32Array(found), values };
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

/**
 * What tells asks apart, learnt from the profile's texts with their asks (`asks.csv`): by feature of a text, what it
 * says for each capability.
 */
import type { AskExample, Profile } from '../../domain/profile.ts';
import { foldText } from '../../text/fold.ts';
import { askFeatures, KnownFeatures } from './ask-features.ts';
import { AskTexts } from './ask-texts.ts';
import { trainClasses } from './linear-classes.ts';

/** Learnt once from a profile: nothing of it changes by reading texts. */
export interface LearntAsks {
  /** Codes that there are examples of; none where the profile has no examples. */
  readonly codes: readonly string[];
  /** In the order of their numbers. */
  readonly features: readonly string[];
  /** Inverse document frequency by feature. */
  readonly idf: Float64Array;
  /** As `trainClasses` learns them. */
  readonly weights: Float64Array;
  /** By place of the code: what being asked for more often in records than in the examples, or less, adds to the logarithm of its odds. */
  readonly leanings: Float64Array;
}

/** A feature of one example alone says nothing about others. */
const LEAST_EXAMPLES = 2;
/** Half of a character beyond the first plane (𠮷): no feature, for it cannot be written to a file and read again. */
const HALF = /\p{Surrogate}/u;

export function learnAsks({
  asks: examples,
  capabilities,
}: Pick<Profile, 'asks' | 'capabilities'>): LearntAsks {
  const codes = [...new Set(examples.flatMap((example) => example.codes))].sort();
  const numbers = new Map(codes.map((code, i) => [code, i]));
  const texts = examples.map(({ text }) => foldText(text).text);
  const frequency = countFeatures(texts);
  const features = [...frequency.keys()];
  const idf = Float64Array.from(frequency.values(), (n) => 1 + Math.log((texts.length + 1) / (n + 1)));
  const vectors = new AskTexts(new KnownFeatures(features), idf);
  const weights = trainClasses(
    texts.map((text, i) => ({
      vector: vectors.vector(text),
      classes: new Set(examples[i]!.codes.map((code) => numbers.get(code)!)),
    })),
    features.length,
    codes.length,
  );
  return { codes, features, idf, weights, leanings: leaningsOf(codes, examples, capabilities) };
}

/**
 * Examples are written for every capability alike; records ask for pilot production most and for mentoring seldom.
 * The scores are corrected for that (Saerens et al. 2002).
 */
function leaningsOf(
  of: readonly string[],
  examples: readonly AskExample[],
  capabilities: Profile['capabilities'],
): Float64Array {
  const shares = new Map(capabilities.map(({ code, asked }) => [code, asked]));
  const counts = new Map<string, number>();
  let asks = 0;
  for (const { codes } of examples)
    for (const code of codes) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
      asks++;
    }
  return Float64Array.from(of, (code) => {
    const share = shares.get(code);
    return share === undefined ? 0 : Math.log((share * asks) / counts.get(code)!);
  });
}

/** In how many texts each feature stands, of those that say something about others. */
function countFeatures(texts: readonly string[]): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  for (const text of texts)
    for (const name of askFeatures(text)) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  return new Map([...frequency].filter(([name, n]) => n >= LEAST_EXAMPLES && !HALF.test(name)));
}

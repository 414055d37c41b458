/**
 * A sector classifier learnt from labelled texts and from the profile's vocabulary, by two learners that err in
 * different places: the mean direction of each class, which needs few examples, and a linear machine that looks at
 * what tells classes apart. (Alone 0.586 and 0.589 right among 67 classes of some fifty texts, together 0.596,
 * and 0.605 since words of few classes weigh more; naive Bayes, its complement and nearest neighbours were behind,
 * alone and as a third.)
 */
import type { Profile } from '../../domain/profile.ts';
import type { Knowledge } from '../knowledge.ts';
import { Lexicon } from '../model/lexicon.ts';
import type { TermStatistics } from '../model/term-statistics.ts';
import { concentrations } from './class-concentration.ts';
import { ClassFeatures } from './class-features.ts';
import { trainClasses } from './linear-classes.ts';
import { type Directions, learnDirections } from './mean-directions.ts';
import { sectorTexts } from './sector-texts.ts';
import { type Tally, TermTally } from './term-tally.ts';

/** Learnt once from a profile: nothing of it changes by reading texts. */
export interface LearntSectors {
  /** Sectors and outside fields. */
  readonly codes: readonly string[];
  /** In the order of their numbers. */
  readonly terms: readonly string[];
  /** By number of the term, for each learner: what it weighs in a text; 0 where it is no feature. */
  readonly weights: { readonly mean: Float64Array; readonly machine: Float64Array };
  readonly directions: Directions;
  /** As `trainClasses` learns it. */
  readonly machine: Float64Array;
}

/**
 * Exponents on the inverse document frequency: mean directions are told apart by rare words, the machine finds its
 * own weights. Chosen among 1, 1.3 and 1.6 by cross-validation inside the training part of 4,104 papers of 67
 * disciplines, as what follows.
 */
const RARITY = { mean: 1.6, machine: 1 } as const;
/** Half of what the machine takes otherwise: its start is waited for, and the vocabulary is thousands of texts. */
const ROUNDS = 5;
/** A term of one text alone tells the machine nothing of others. */
const LEAST_TEXTS = { mean: 1, machine: 2 } as const;

/** `examples`: those of the profile, unless it is to be seen how others are read. */
export function learnSectors(
  knowledge: Knowledge,
  examples: Profile['examples'] = knowledge.profile.examples,
): LearntSectors {
  const tally = new TermTally();
  const labelled = [...sectorTexts({ ...knowledge.profile, examples })];
  const codes = [...new Set(labelled.flatMap((text) => text.shares.map(([code]) => code)))].sort();
  const numbers = new Map(codes.map((code, i) => [code, i]));
  const texts = labelled.map(({ text, shares, weight }) => ({
    tally: tallyOf(knowledge, tally, text),
    shares: shares.map(([code, share]) => [numbers.get(code)!, share] as const),
    weight,
  }));
  const statistics = countTexts(
    tally.names,
    texts.map((text) => text.tally),
  );
  const gains = concentrations(texts, tally.names.length, codes.length);
  const weightsOf = (learner: 'mean' | 'machine') =>
    weigh(statistics, LEAST_TEXTS[learner], RARITY[learner]).map((weight, number) => weight * gains[number]!);
  const weights = { mean: weightsOf('mean'), machine: weightsOf('machine') };
  const wide = new ClassFeatures(weights.mean);
  const directions = learnDirections(
    texts.map((text) => ({ ...text, vector: wide.vector(text.tally) })),
    wide.size,
    codes.length,
  );
  const narrow = new ClassFeatures(weights.machine);
  const machine = trainClasses(
    texts.map(({ tally: held, shares: own, weight }) => ({
      vector: narrow.vector(held),
      classes: new Set(own.map(([c]) => c)),
      weight,
    })),
    narrow.size,
    codes.length,
    ROUNDS,
  );
  return { codes, terms: tally.names, weights, directions, machine };
}

function tallyOf({ reader, terms }: Knowledge, tally: TermTally, text: string): Tally {
  const read = reader.read(text);
  tally.begin();
  tally.learn(read.folded.text, terms.extract(read));
  return tally.tally();
}

/** In how many of the texts each term stands. */
function countTexts(terms: readonly string[], tallies: readonly Tally[]): TermStatistics {
  const han = new Int32Array(terms.length);
  for (const { numbers } of tallies) for (const number of numbers) han[number]!++;
  return {
    records: { han: tallies.length, latin: 0 },
    terms,
    frequency: { han, latin: new Int32Array(terms.length) },
  };
}

/** By number of the term: its inverse document frequency to the power of `rarity`; 0 where fewer than `least` texts hold it. */
function weigh(statistics: TermStatistics, least: number, rarity: number): Float64Array {
  const lexicon = new Lexicon(statistics);
  return Float64Array.from(statistics.terms, (_, number) =>
    statistics.frequency.han[number]! < least ? 0 : lexicon.idf(number, 'han') ** rarity,
  );
}

/**
 * A sector classifier learnt from labelled texts and from the profile's vocabulary, by two learners that err in
 * different places: the mean direction of each class, which needs few examples, and a linear machine that looks at
 * what tells classes apart. (Alone 0.586 and 0.589 right among 67 classes of some fifty texts, together 0.596;
 * naive Bayes, its complement and nearest neighbours were behind, alone and as a third.)
 */
import type { Knowledge } from '../knowledge.ts';
import { Lexicon } from '../model/lexicon.ts';
import type { TermStatistics } from '../model/term-statistics.ts';
import { SECTOR_FIELD_WEIGHTS } from '../settings.ts';
import { ClassFeatures } from './class-features.ts';
import { indexedTerms } from './field-terms.ts';
import { LinearClasses } from './linear-classes.ts';
import { MeanDirections } from './mean-directions.ts';
import type { ReadField } from './read-field.ts';
import { sectorTexts } from './sector-texts.ts';
import { type Tally, TermTally } from './term-tally.ts';

export interface SectorClassifier {
  /** Shares by sector and outside field, summing to at most 1; empty where the text says nothing to any. */
  classify(fields: readonly ReadField[]): Map<string, number>;
}

/**
 * Exponents on the inverse document frequency: mean directions are told apart by rare words, the machine finds its
 * own weights. Chosen among 1, 1.3 and 1.6 by cross-validation inside the training part of 4,104 papers of 67
 * disciplines, as what follows.
 */
const RARITY = { mean: 1.6, machine: 1 } as const;
/** What a difference of 1 in the cosine, and in the machine's score, adds to the logarithm of a share. */
const EVIDENCE = { mean: 30, machine: 3 } as const;
/** A text whose best cosine stands by this much above the mean of all classes is certain. */
const CERTAIN_LEAD = 0.1;
/** Half of what the machine takes otherwise: its start is waited for, and the vocabulary is thousands of texts. */
const ROUNDS = 5;
/** A term of one text alone tells the machine nothing of others. */
const LEAST_TEXTS = { mean: 1, machine: 2 } as const;

export function createSectorClassifier(knowledge: Knowledge): SectorClassifier {
  const tally = new TermTally();
  const texts = [...sectorTexts(knowledge.profile)].map((text) => ({
    ...text,
    tally: learn(knowledge, tally, text.text),
  }));
  const codes = [...new Set(texts.flatMap((text) => text.shares.map(([code]) => code)))].sort();
  const numbers = new Map(codes.map((code, i) => [code, i]));
  const statistics = countTexts(
    tally.names,
    texts.map((text) => text.tally),
  );
  const wide = new ClassFeatures(weigh(statistics, LEAST_TEXTS.mean, RARITY.mean));
  const narrow = new ClassFeatures(weigh(statistics, LEAST_TEXTS.machine, RARITY.machine));
  const means = new MeanDirections(
    texts.map((text) => ({
      vector: wide.vector(text.tally),
      shares: text.shares.map(([code, share]) => [numbers.get(code)!, share] as const),
      weight: text.weight,
    })),
    wide.size,
    codes.length,
  );
  const machine = new LinearClasses(
    texts.map((text) => ({
      vector: narrow.vector(text.tally),
      classes: new Set(text.shares.map(([code]) => numbers.get(code)!)),
      weight: text.weight,
    })),
    narrow.size,
    codes.length,
    ROUNDS,
  );
  /** By number of the term. */
  const isWord = tally.names.map((term, number) => !term.startsWith('#') && wide.has(number));
  return {
    classify(fields) {
      tally.begin();
      for (const field of fields) {
        const weight = SECTOR_FIELD_WEIGHTS[field.base] ?? 0.5;
        tally.count(field.read.folded.text, indexedTerms(knowledge, field), weight);
      }
      const held = tally.tally();
      // characters tell more of words that are known; alone they tell nothing
      if (!held.numbers.some((number) => isWord[number])) return new Map();
      const cosines = means.cosines(wide.vector(held));
      const scores = machine.scores(narrow.vector(held));
      return shares(cosines, scores, codes);
    },
  };
}

function learn({ reader, terms }: Knowledge, tally: TermTally, text: string): Tally {
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

/** A softmax over what both say, times how far the best cosine stands out. */
function shares(cosines: Float64Array, scores: Float64Array, codes: readonly string[]): Map<string, number> {
  const best = Math.max(...cosines);
  if (best <= 0) return new Map();
  const mean = cosines.reduce((a, b) => a + b, 0) / cosines.length;
  const certainty = Math.min(1, (best - mean) / CERTAIN_LEAD);
  const said = codes.map((_, c) => EVIDENCE.mean * cosines[c]! + EVIDENCE.machine * scores[c]!);
  const top = Math.max(...said);
  const exp = said.map((value) => Math.exp(value - top));
  const all = exp.reduce((a, b) => a + b, 0);
  return new Map(codes.map((code, c) => [code, (certainty * exp[c]!) / all]));
}

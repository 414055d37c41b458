/**
 * A sector classifier learnt from labelled texts and from the profile's vocabulary, by two learners that err in
 * different places: the mean direction of each class, which needs few examples, and a linear machine that looks at
 * what tells classes apart. (Alone 0.586 and 0.589 right among 67 classes of some fifty texts, together 0.596;
 * naive Bayes, its complement and nearest neighbours were behind, alone and as a third.)
 */
import type { Knowledge } from '../knowledge.ts';
import { SECTOR_FIELD_WEIGHTS } from '../settings.ts';
import { ClassFeatures } from './class-features.ts';
import { indexedTerms } from './field-terms.ts';
import { LinearClasses } from './linear-classes.ts';
import { MeanDirections } from './mean-directions.ts';
import type { ReadField } from './read-field.ts';
import { sectorTexts, withCharacters } from './sector-texts.ts';

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
  const texts = [...sectorTexts(knowledge)];
  const codes = [...new Set(texts.flatMap((text) => text.shares.map(([code]) => code)))].sort();
  const numbers = new Map(codes.map((code, i) => [code, i]));
  const all = texts.map(({ counts }) => counts);
  const wide = new ClassFeatures(all, LEAST_TEXTS.mean);
  const narrow = new ClassFeatures(all, LEAST_TEXTS.machine);
  const means = new MeanDirections(
    texts.map(({ counts, shares, weight }) => ({
      vector: wide.vector(counts, RARITY.mean),
      shares: shares.map(([code, share]) => [numbers.get(code)!, share] as const),
      weight,
    })),
    wide.size,
    codes.length,
  );
  const machine = new LinearClasses(
    texts.map(({ counts, shares, weight }) => ({
      vector: narrow.vector(counts, RARITY.machine),
      classes: new Set(shares.map(([code]) => numbers.get(code)!)),
      weight,
    })),
    narrow.size,
    codes.length,
    ROUNDS,
  );
  return {
    classify(fields) {
      const counts = countsOf(knowledge, fields);
      // characters tell more of words that are known; alone they tell nothing
      if (![...counts.keys()].some((term) => !term.startsWith('#') && wide.has(term))) return new Map();
      const cosines = means.cosines(wide.vector(counts, RARITY.mean));
      const scores = machine.scores(narrow.vector(counts, RARITY.machine));
      return shares(cosines, scores, codes);
    },
  };
}

function countsOf(knowledge: Knowledge, fields: readonly ReadField[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const field of fields) {
    const weight = SECTOR_FIELD_WEIGHTS[field.base] ?? 0.5;
    for (const [term, count] of withCharacters(field.read, indexedTerms(knowledge, field)))
      counts.set(term, (counts.get(term) ?? 0) + weight * count);
  }
  return counts;
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

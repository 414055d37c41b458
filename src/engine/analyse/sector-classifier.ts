/** Reads the sectors of a text, as far as its terms were learnt (`learn-sectors.ts`). */
import type { Knowledge } from '../knowledge.ts';
import { SECTOR_FIELD_WEIGHTS } from '../settings.ts';
import { ClassFeatures } from './class-features.ts';
import { indexedTerms } from './field-terms.ts';
import type { LearntSectors } from './learn-sectors.ts';
import { LinearClasses } from './linear-classes.ts';
import { MeanDirections } from './mean-directions.ts';
import type { ReadField } from './read-field.ts';
import { TermTally } from './term-tally.ts';

export interface SectorClassifier {
  /** Shares by sector and outside field, summing to at most 1; empty where the text says nothing to any. */
  classify(fields: readonly ReadField[]): Map<string, number>;
}

/** What a difference of 1 in the cosine, and in the machine's score, adds to the logarithm of a share. */
const EVIDENCE = { mean: 30, machine: 3 } as const;
/** A text whose best cosine stands by this much above the mean of all classes is certain. */
const CERTAIN_LEAD = 0.1;

export function createSectorClassifier(knowledge: Knowledge, learnt: LearntSectors): SectorClassifier {
  const { codes, terms } = learnt;
  const tally = new TermTally(terms);
  const wide = new ClassFeatures(learnt.weights.mean);
  const narrow = new ClassFeatures(learnt.weights.machine);
  const means = new MeanDirections(learnt.directions, codes.length);
  const machine = new LinearClasses(learnt.machine, codes.length);
  /** By number of the term. */
  const isWord = terms.map((term, number) => !term.startsWith('#') && wide.has(number));
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

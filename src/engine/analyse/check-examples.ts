/** The examples of a profile, each read by a classifier that has learnt from the others and the vocabulary alone. */
import type { Profile } from '../../domain/profile.ts';
import { createKnowledge, type Knowledge } from '../knowledge.ts';
import { learnSectors } from './learn-sectors.ts';
import { readFields } from './read-field.ts';
import { createSectorClassifier } from './sector-classifier.ts';
import type { CheckedReading } from './sector-confidence.ts';
import { readSectors } from './sectors.ts';

/** Each part is read by what the others teach: a classifier of four fifths is nearly the one of all. */
const PARTS = 5;

type Example = Profile['examples'][number];

/** What the profile has learnt of its confidence is left out: this is what it is learnt from. */
export function checkExamples({ confidence: _, ...profile }: Profile): CheckedReading[] {
  const knowledge = createKnowledge(profile);
  const parts = inParts(profile.examples);
  return parts.flatMap((part) => {
    const others = parts.filter((other) => other !== part).flat();
    const classifier = createSectorClassifier(knowledge, learnSectors(knowledge, others));
    return part.flatMap((example) => readingOf(knowledge, classifier, example));
  });
}

/** Where it says nothing there is nothing to be sure of. */
function readingOf(
  knowledge: Knowledge,
  classifier: ReturnType<typeof createSectorClassifier>,
  { text, sectors }: Example,
): CheckedReading[] {
  const fields = readFields(knowledge, [{ path: 'abstract', text }]);
  const { weights, confidence } = readSectors(knowledge, classifier, 'result', fields, []);
  if (weights.length === 0) return [];
  return [{ confidence, right: weights[0]!.code === sectors[0] }];
}

/** Each part has its share of every sector. */
function inParts(examples: readonly Example[]): Example[][] {
  const seen = new Map<string, number>();
  const parts = Array.from({ length: PARTS }, (): Example[] => []);
  for (const example of examples) {
    const sector = example.sectors[0]!;
    const number = seen.get(sector) ?? 0;
    seen.set(sector, number + 1);
    parts[number % PARTS]!.push(example);
  }
  return parts;
}

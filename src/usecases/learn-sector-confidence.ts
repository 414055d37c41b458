/** What a profile says of its own sureness, learnt from its examples; takes as long as five classifiers. Pure. */
import type { Profile } from '../domain/profile.ts';
import { checkExamples } from '../engine/analyse/check-examples.ts';
import { fitCorrection } from '../engine/analyse/sector-confidence.ts';

export function learnSectorConfidence(profile: Profile): Profile {
  return { ...profile, confidence: fitCorrection(checkExamples(profile)) };
}

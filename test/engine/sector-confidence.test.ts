import { expect, it } from 'vitest';
import { ProfileSchema } from '../../src/domain/profile.ts';
import { type CheckedReading, corrected, fitCorrection } from '../../src/engine/analyse/sector-confidence.ts';

function readings(confidence: number, right: number, wrong: number): CheckedReading[] {
  return Array.from({ length: right + wrong }, (_, i) => ({ confidence, right: i < right }));
}

it('a profile that is too sure believes itself less, one without examples stays as it is', () => {
  const correction = fitCorrection([...readings(0.95, 60, 40), ...readings(0.6, 30, 70)]);
  expect(corrected(0.95, correction)).toBeCloseTo(0.6, 1);
  expect(corrected(0.6, correction)).toBeCloseTo(0.3, 1);
  expect(fitCorrection([])).toEqual({ shift: 0, slope: 1 });
});

it('where the surest readings are wrong most all are told nearly the same, and a profile may say so', () => {
  const correction = fitCorrection([...readings(0.95, 10, 90), ...readings(0.6, 90, 10)]);
  expect(ProfileSchema.shape.confidence.parse(correction)).toEqual(correction);
  expect(corrected(0.95, correction)).toBeGreaterThan(corrected(0.6, correction));
  expect(corrected(0.95, correction)).toBeCloseTo(0.5, 1);
  expect(corrected(0.6, correction)).toBeCloseTo(0.5, 1);
});

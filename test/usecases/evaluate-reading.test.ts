/** How readings are measured against labels. */
import { expect, test } from 'vitest';
import type { Analysis, SectorReading } from '../../src/domain/analysis.ts';
import { evaluateReading } from '../../src/usecases/evaluate-reading.ts';

const reading = (
  first: string | undefined,
  outside?: number,
): Pick<Analysis, 'sectors' | 'capabilities' | 'trl'> => {
  const sectors: SectorReading = {
    weights: first === undefined ? [] : [{ code: first, weight: 1 }],
    confidence: 0.5,
    strength: 0.5,
    source: 'inferred',
    outside: outside === undefined ? undefined : { code: 'AGR', weight: outside, flag: undefined },
    evidence: [],
  };
  return { sectors, capabilities: [], trl: null };
};

test.each([
  ['a sector', 'INM', reading('INM'), [1, 1]],
  ['another sector', 'INM', reading('NGI'), [0, 0]],
  ['a sector, and read as mainly outside', 'INM', reading('INM', 0.6), [1, 0]],
  ['outside, and read so', undefined, reading('INM', 0.6), [0, 1]],
  ['outside, and no sector read', undefined, reading(undefined), [0, 1]],
  ['outside, and read as a sector', undefined, reading('INM', 0.4), [0, 0]],
])('%s', (_, sector, read, right) => {
  const { sector: strict, sectorOrOutside } = evaluateReading(
    [{ resultId: 'r', sector, asked: [], trl: undefined }],
    () => read,
  );
  expect([strict.mean, sectorOrOutside.mean]).toEqual(right);
});

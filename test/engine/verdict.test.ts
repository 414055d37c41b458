import { beforeAll, describe, expect, it } from 'vitest';
import { PURPOSES } from '../../src/domain/purpose.ts';
import { BEST_RECOMMENDED_FROM, OUTSTANDING, RECOMMENDED_FROM } from '../../src/engine/settings.ts';
import { type Demonstration, readDemonstration } from './demonstration.ts';

describe('who is recommended, over the demonstration data', () => {
  let data: Demonstration;
  beforeAll(async () => {
    data = await readDemonstration();
  });

  it('the best carrier needs less than the others, and some are recommended for it', () => {
    let lenient = 0;
    let outstanding = 0;
    for (const purpose of PURPOSES) {
      for (const { record } of data.results) {
        const { matches } = data.pool.carriersFor(record.id, purpose, 5);
        const asks = matches[0]!.components.some(
          ({ name, value }) => name === 'capability' && (value ?? 0) > 0,
        );
        const stands = asks && matches[0]!.score - matches[1]!.score >= OUTSTANDING.lead;
        const fromBest = stands ? OUTSTANDING.from : BEST_RECOMMENDED_FROM;
        matches.forEach(({ verdict, affinity, summary }, i) => {
          if (verdict !== 'recommended') return;
          expect(affinity).toBeGreaterThanOrEqual(i === 0 ? fromBest : RECOMMENDED_FROM);
          if (affinity < RECOMMENDED_FROM) {
            lenient++;
            expect(summary.zh).toMatch(stands ? /明显高于其他载体|最接近的载体/u : /最接近的载体/u);
          }
          if (affinity < BEST_RECOMMENDED_FROM) outstanding++;
        });
      }
    }
    expect(lenient).toBeGreaterThan(5);
    expect(outstanding).toBeGreaterThan(1);
  });

  it('is the same from the side of the result, of the carrier, and of the pair', () => {
    const verdicts = new Map<string, string>();
    for (const { record } of data.results.slice(0, 60)) {
      for (const { carrierId, verdict } of data.pool.carriersFor(record.id, 'transfer', 60).matches)
        verdicts.set(`${record.id} ${carrierId}`, verdict);
    }
    let compared = 0;
    for (const { record } of data.carriers.slice(0, 12)) {
      const shown = data.pool.resultsFor(record.id, 'transfer', 30);
      const ranked = data.pool
        .rankResults(record.id, 'transfer')
        .map(({ id, verdict }) => ({ resultId: id, verdict }));
      for (const { resultId, verdict } of [...shown, ...ranked]) {
        const known = verdicts.get(`${resultId} ${record.id}`);
        if (known === undefined) continue;
        compared++;
        expect(verdict).toBe(known);
        if (known === 'recommended')
          expect(data.pool.explain(resultId, record.id, 'transfer').verdict).toBe(known);
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  it('a pair asked for by itself is told in the same words as among the carriers of its result', () => {
    for (const purpose of PURPOSES)
      for (const { record } of data.results.slice(0, 80)) {
        const [best] = data.pool.carriersFor(record.id, purpose, 1).matches;
        expect(data.pool.explain(record.id, best!.carrierId, purpose)).toEqual({ ...best, rank: 0 });
      }
  });
});

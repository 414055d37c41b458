import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis, Span } from '../../src/domain/analysis.ts';
import type { Match } from '../../src/domain/match.ts';
import { PURPOSES } from '../../src/domain/purpose.ts';
import type { Analysed } from '../../src/engine/engine.ts';
import { type Demonstration, readDemonstration } from './demonstration.ts';
import { ENGINE } from './given.ts';
import { faultOf } from './quotes.ts';

let results: Demonstration['results'];
let carriers: Demonstration['carriers'];
let matches: readonly Match[];

beforeAll(async () => {
  const demonstration = await readDemonstration();
  ({ results, carriers } = demonstration);
  matches = PURPOSES.flatMap((purpose) => [
    ...results.flatMap(({ record }) => demonstration.pool.carriersFor(record.id, purpose, 5).matches),
    ...carriers.flatMap(({ record }) => demonstration.pool.resultsFor(record.id, purpose, 5)),
  ]);
});

describe('the demonstration data', () => {
  it('is a district: dozens of carriers, well over a hundred results', () => {
    expect(carriers.length).toBeGreaterThanOrEqual(40);
    expect(results.length).toBeGreaterThanOrEqual(150);
    expect(matches.length).toBeGreaterThan(2_000);
  });

  it('every quote of every match stands in its record at its offsets', () => {
    const resultById = new Map(results.map(({ record }) => [record.id, record]));
    const carrierById = new Map(carriers.map(({ record }) => [record.id, record]));
    let quotes = 0;
    const faults = matches.flatMap((match) =>
      [...match.components, ...match.limits].flatMap(({ evidence }) =>
        evidence.flatMap((quote) => {
          quotes++;
          const record =
            quote.side === 'result' ? resultById.get(match.resultId)! : carrierById.get(match.carrierId)!;
          const fault = faultOf(record, quote);
          return fault
            ? [`${match.resultId} × ${match.carrierId} ${match.purpose}, ${quote.side} ${fault}`]
            : [];
        }),
      ),
    );
    expect([...new Set(faults)].slice(0, 10)).toEqual([]);
    expect(quotes).toBeGreaterThan(matches.length);
  });

  it('two words of a carrier’s sectors are quoted where it has two, the first of its text first', () => {
    const words = new Map(carriers.map(({ record, analysis }) => [record.id, analysis.sectors.evidence]));
    let quoted = 0;
    for (const { carrierId, components } of matches) {
      const quotes = components
        .find(({ name }) => name === 'sector')!
        .evidence.filter(({ side }) => side === 'carrier');
      const [first] = quotes;
      if (!first) continue;
      const ofSector = words.get(carrierId)!.filter(({ code }) => code === first.about);
      expect(first.quote).toBe(ofSector[0]!.quote);
      if (ofSector.length > 1) expect(quotes).toHaveLength(2);
      quoted++;
    }
    expect(quoted).toBeGreaterThan(matches.length / 2);
  });

  it('a match is told the same where the analyses note no words', async () => {
    const unnoted = <T>({ record, analysis }: Analysed<T>): Analysed<T> => {
      const { wordEnds: _, ...rest } = analysis;
      return { record, analysis: rest };
    };
    expect(carriers.some(({ analysis }) => analysis.wordEnds)).toBe(true);
    const noted = ENGINE.pool({ results, carriers });
    const pool = ENGINE.pool({ results: results.map(unnoted), carriers: carriers.map(unnoted) });
    for (const purpose of PURPOSES)
      for (const { record } of results)
        expect(pool.carriersFor(record.id, purpose, 5)).toEqual(noted.carriersFor(record.id, purpose, 5));
  });

  it('every span of every analysis stands in its record at its offsets', () => {
    const faults = [...results, ...carriers].flatMap(({ record, analysis }) =>
      spansOf(analysis).flatMap((span) => {
        const fault = faultOf(record, span);
        return fault ? [`${record.id} ${fault}`] : [];
      }),
    );
    expect([...new Set(faults)].slice(0, 10)).toEqual([]);
    const kinds = results.flatMap(({ analysis }) => [
      analysis.capabilities,
      analysis.conditions,
      analysis.quantities,
    ]);
    expect(kinds.flat().length).toBeGreaterThan(results.length);
  });

  it('a recommended match shows what speaks for it on both sides, in 98 of 100 cases at least', () => {
    const recommended = matches.filter(({ verdict }) => verdict === 'recommended');
    const silent = recommended.filter(({ components }) => {
      const sides = new Set(components.flatMap(({ evidence }) => evidence.map(({ side }) => side)));
      return sides.size < 2;
    });
    const named = silent.map(({ resultId, carrierId, purpose }) => `${resultId} × ${carrierId} ${purpose}`);
    expect(recommended.length).toBeGreaterThan(50);
    expect(silent.length / recommended.length, named.join(', ')).toBeLessThanOrEqual(0.02);
  });
});

function spansOf({ sectors, capabilities, conditions, quantities, trl }: Analysis): Span[] {
  return [
    ...sectors.evidence,
    ...[...capabilities, ...conditions, ...quantities].map((mention) => mention.span),
    ...(trl?.evidence ? [trl.evidence] : []),
  ];
}

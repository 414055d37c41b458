import { beforeAll, describe, expect, it } from 'vitest';
import { CarrierSchema } from '../../src/domain/carrier.ts';
import { ResearchResultSchema } from '../../src/domain/research-result.ts';
import type { MatchPool } from '../../src/engine/engine.ts';
import { ENGINE } from '../engine/given.ts';
import { TRAPS, type Trap } from './traps.ts';

let pool: MatchPool;

beforeAll(() => {
  const carriers = TRAPS.map(({ id, carrier }) => ({ ...CarrierSchema.parse(carrier), id }));
  const results = TRAPS.map(({ id, result }) => ({ ...ResearchResultSchema.parse(result), id }));
  pool = ENGINE.pool({
    carriers: carriers.map((record) => ({ record, analysis: ENGINE.analyseCarrier(record) })),
    results: results.map((record) => ({ record, analysis: ENGINE.analyseResult(record) })),
  });
});

describe('golden traps', () => {
  it('at least 20 of 21 are read and ordered right', () => {
    const misses = TRAPS.flatMap((trap) => {
      const wrong = [...wrongSector(trap), ...wrongAsks(trap), ...wrongOrder(trap)];
      return wrong.length > 0 ? [`${trap.id} ${trap.result.title}: ${wrong.join('; ')}`] : [];
    });
    if (misses.length > 0) console.warn(`golden traps missed:\n  ${misses.join('\n  ')}`);
    expect(TRAPS).toHaveLength(21);
    expect(TRAPS.length - misses.length, misses.join('\n')).toBeGreaterThanOrEqual(20);
  });
});

function analysisOf(trap: Trap) {
  return ENGINE.analyseResult(ResearchResultSchema.parse(trap.result));
}

function wrongSector(trap: Trap): string[] {
  const { sectors } = analysisOf(trap);
  const first = sectors.weights[0]?.code ?? 'none';
  // a report says "mainly outside the district's sectors" from this weight on
  const outside = (sectors.outside?.weight ?? 0) >= 0.5;
  const none = (outside || sectors.confidence < 0.4) && trap.sectors.includes('none');
  return none || trap.sectors.includes(first)
    ? []
    : [`sector ${first}, expected ${trap.sectors.join(' or ')}`];
}

function wrongAsks(trap: Trap): string[] {
  const asked = new Set(
    analysisOf(trap)
      .capabilities.filter((m) => m.modality === 'asked')
      .map((m) => m.code),
  );
  const missing = (trap.asks ?? []).filter((codes) => !codes.split('|').some((code) => asked.has(code)));
  const false_ = (trap.asksNot ?? []).filter((code) => asked.has(code));
  return [...missing.map((code) => `does not ask ${code}`), ...false_.map((code) => `asks ${code}`)];
}

function wrongOrder(trap: Trap): string[] {
  const purpose = trap.carrier.kind === 'pilot_platform' && trap.asks?.includes('C04') ? 'pilot' : 'transfer';
  const ranking = pool.rankCarriers(trap.id, purpose);
  const place = ranking.findIndex(({ id }) => id === trap.id);
  if (trap.order === 'best') {
    const foreign = ranking.slice(0, place).find(({ id }) => !sameSector(id, trap));
    return foreign ? [`${foreign.id} of another sector is above the carrier`] : [];
  }
  const wrong: string[] = [];
  if (ranking[place]!.verdict === 'recommended') wrong.push('the trap is recommended');
  const better = trap.better ?? [];
  const firstBetter = ranking.findIndex(({ id }) => better.includes(id));
  if (better.length > 0 && firstBetter > place) wrong.push(`the trap is above ${better.join(', ')}`);
  return wrong;
}

/** A carrier of the same sector may come first; one without sectors stands for none. */
function sameSector(id: string, trap: Trap): boolean {
  const other = TRAPS.find((candidate) => candidate.id === id);
  return (
    (other?.carrier.sectors ?? []).join() === (trap.carrier.sectors ?? []).join() ||
    trap.sectors.includes(other?.carrier.sectors?.[0] ?? '')
  );
}

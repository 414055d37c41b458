import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_TERMS, type RoundAssignment } from '../../src/domain/assignment.ts';
import type { Candidates, ReportHead } from '../../src/domain/round.ts';
import type { Store } from '../../src/store/store.ts';
import { claimKeys, job, match, type OpenStore, plan, T0 } from './store-fixtures.ts';

const noFit = (resultId: string) =>
  ({ resultId, purpose: 'pilot', reason: 'weak', why: { zh: '弱', en: 'weak' } }) as const;

const ASSIGNMENT: RoundAssignment = {
  placements: [],
  unplaced: [],
  pools: [],
  measures: {
    placements: 0,
    totalAffinity: 0,
    withinSlots: 0,
    overloads: 0,
    overloadedCarriers: 0,
    unusedSlots: 0,
    served: 0,
    servable: 0,
    worstServed: null,
  },
  compared: [],
  obstacle: null,
  optimum: 0,
  costOfDraws: 0,
  concentration: [],
  worst: [],
};

function report(roundId: string): ReportHead {
  const none = { transfer: 0, pilot: 0 };
  return {
    format: 'jianyuan.round-report/2',
    roundId,
    createdAt: new Date(T0).toISOString(),
    profile: { id: 'jiangbei', version: '1', name: { zh: '江北', en: 'Jiangbei' } },
    engine: 'engine/1',
    embedding: { model: null, reason: 'not_configured' },
    model: 'f',
    purposes: ['transfer', 'pilot'],
    totals: {
      results: 0,
      carriers: 0,
      pairs: 0,
      recommended: none,
      resultsServed: none,
      resultsWithout: none,
    },
    carriers: [],
    terms: DEFAULT_TERMS,
    assignment: ASSIGNMENT,
    gaps: { cells: [], stages: [], forecasts: [] },
    parks: { proposals: [], considered: [], duplicates: [] },
    targets: [],
    entriesHash: 'e',
    difference: null,
    hash: 'h',
  };
}

/** Rounds: what they were started with, what their chunks bring, how they end. */
export function roundSuite(open: OpenStore): void {
  describe('rounds', () => {
    let store: Store;
    let now = T0;
    beforeEach(async () => {
      now = T0;
      store = await open({ clock: () => now });
      await store.rounds.create(plan('round-1'), [job('report', [job('chunk-0')])]);
    });
    afterEach(() => store.close());

    const running = { state: 'running', createdAt: new Date(T0).toISOString(), finishedAt: null };
    const saveChunk = (
      chunk: number,
      matches: readonly ReturnType<typeof match>[],
      noFits = [noFit(`R-${chunk}`)],
      candidates: Candidates[] = [],
    ) => store.rounds.saveChunk({ roundId: 'round-1', chunk, matches, noFits, candidates, model: 'f' });

    it('starts with its plan and its jobs', async () => {
      expect(await store.rounds.find('round-1')).toEqual({ ...plan('round-1'), ...running });
      expect(await claimKeys(store)).toEqual(['chunk-0']);
      expect(await store.rounds.find('round-2')).toBeNull();
    });

    it('is not started twice, and leaves no jobs of the second start', async () => {
      await expect(store.rounds.create(plan('round-1'), [job('second')])).rejects.toThrow();
      expect(await store.jobs.find('second')).toBeNull();
    });

    it('lists rounds in the order of ids', async () => {
      await store.rounds.create(plan('round-0'), []);
      const ids = async (query: { after?: string; limit: number }) =>
        (await store.rounds.list(query)).map((round) => round.id);
      expect(await ids({ limit: 9 })).toEqual(['round-0', 'round-1']);
      expect(await ids({ after: 'round-0', limit: 9 })).toEqual(['round-1']);
    });

    it('gives back what a chunk brought, as it was saved', async () => {
      const [a, b, c] = [match('R-2', 'C-1', 0.1), match('R-1', 'C-2', 0.9), match('R-1', 'C-1', 0.9)];
      const wanted: Candidates = { resultId: 'R-1', purpose: 'pilot', carriers: [['C-2', 0.9]] };
      await saveChunk(10, [c]);
      await saveChunk(2, [a, b], [noFit('R-2')], [wanted]);
      expect(await store.rounds.chunks('round-1')).toEqual([2, 10]);
      expect(await store.rounds.chunk('round-1', 2)).toEqual({
        roundId: 'round-1',
        chunk: 2,
        matches: [a, b],
        noFits: [noFit('R-2')],
        candidates: [wanted],
        model: 'f',
      });
      expect(await store.rounds.candidates('round-1', 2)).toEqual([wanted]);
      expect(await store.rounds.candidates('round-1', 10)).toEqual([]);
      expect(await store.rounds.chunk('round-1', 3)).toBeNull();
    });

    it('keeps what follows the matching, once for each part', async () => {
      expect(await store.rounds.part('round-1', 'assignment')).toBeNull();
      await store.rounds.savePart('round-1', 'assignment', { ...ASSIGNMENT, explained: [] });
      await store.rounds.savePart('round-1', 'assignment', { ...ASSIGNMENT, optimum: 2, explained: [] });
      expect(await store.rounds.part('round-1', 'assignment')).toEqual({
        ...ASSIGNMENT,
        optimum: 2,
        explained: [],
      });
      expect(await store.rounds.parts('round-1')).toEqual(['assignment']);
      await store.rounds.end('round-1', 'cancelled');
      await store.rounds.savePart('round-1', 'assignment', { ...ASSIGNMENT, optimum: 3, explained: [] });
      expect(await store.rounds.part('round-1', 'assignment')).toMatchObject({ optimum: 2 });
    });

    it('knows the round that was finished last', async () => {
      expect(await store.rounds.lastFinished()).toBeNull();
      await store.rounds.create(plan('round-2'), []);
      now = T0 + 1_000;
      await store.rounds.finish('round-2', report('round-2'));
      now = T0 + 2_000;
      await store.rounds.finish('round-1', report('round-1'));
      expect(await store.rounds.lastFinished()).toMatchObject({ id: 'round-1', state: 'finished' });
    });

    it('tells with which models its chunks were matched', async () => {
      const chunk = { roundId: 'round-1', matches: [], noFits: [], candidates: [] };
      await store.rounds.saveChunk({ ...chunk, chunk: 0, model: 'a' });
      await store.rounds.saveChunk({ ...chunk, chunk: 1, model: 'b' });
      await store.rounds.saveChunk({ ...chunk, chunk: 2, model: 'a' });
      expect(await store.rounds.models('round-1')).toEqual(['a', 'b']);
      await store.rounds.saveChunk({ ...chunk, chunk: 1, model: 'a' });
      expect(await store.rounds.models('round-1')).toEqual(['a']);
    });

    it('replaces a chunk that comes in again', async () => {
      await saveChunk(0, [match('R-1', 'C-1', 0.5), match('R-1', 'C-2', 0.4)]);
      await saveChunk(0, [match('R-1', 'C-3', 0.7)], []);
      expect(await store.rounds.chunk('round-1', 0)).toMatchObject({
        matches: [match('R-1', 'C-3', 0.7)],
        noFits: [],
      });
      expect(await store.rounds.chunks('round-1')).toEqual([0]);
    });

    it('finds matches of a result, a carrier or a purpose, best first, ties by ids', async () => {
      await store.rounds.create(plan('round-2'), []);
      await store.rounds.saveChunk({
        roundId: 'round-2',
        chunk: 0,
        matches: [match('R-1', 'C-1', 1)],
        noFits: [],
        candidates: [],
        model: 'f',
      });
      await saveChunk(0, [match('R-2', 'C-2', 0.5), match('R-1', 'C-2', 0.5), match('R-2', 'C-1', 0.5)]);
      await saveChunk(1, [match('R-1', 'C-3', 0.9), match('R-1', 'C-1', 0.2, { purpose: 'pilot' })]);
      const found = async (query: Parameters<Store['rounds']['matches']>[1]) =>
        (await store.rounds.matches('round-1', query)).map(
          (m) => `${m.resultId} ${m.carrierId} ${m.affinity}`,
        );
      expect(await found({ limit: 9 })).toEqual([
        'R-1 C-3 0.9',
        'R-2 C-1 0.5',
        'R-1 C-2 0.5',
        'R-2 C-2 0.5',
        'R-1 C-1 0.2',
      ]);
      expect(await found({ carrierId: 'C-2', limit: 9 })).toEqual(['R-1 C-2 0.5', 'R-2 C-2 0.5']);
      expect(await found({ resultId: 'R-1', purpose: 'transfer', limit: 2 })).toEqual([
        'R-1 C-3 0.9',
        'R-1 C-2 0.5',
      ]);
      expect(await found({ purpose: 'pilot', limit: 9 })).toEqual(['R-1 C-1 0.2']);
    });

    it('finishes with its report, once', async () => {
      expect(await store.rounds.report('round-1')).toBeNull();
      now = T0 + 60_000;
      await store.rounds.finish('round-1', report('round-1'));
      now = T0 + 90_000;
      await store.rounds.finish('round-1', { ...report('round-1'), hash: 'other' });
      await store.rounds.end('round-1', 'failed');
      await saveChunk(0, [match('R-1', 'C-1', 0.5)]);
      expect(await store.rounds.report('round-1')).toEqual(report('round-1'));
      expect(await store.rounds.find('round-1')).toMatchObject({
        state: 'finished',
        finishedAt: new Date(T0 + 60_000).toISOString(),
      });
      expect(await store.rounds.chunks('round-1')).toEqual([]);
    });

    it('ignores what comes in after it was cancelled', async () => {
      await store.rounds.end('round-1', 'cancelled');
      await saveChunk(0, [match('R-1', 'C-1', 0.5)]);
      await store.rounds.finish('round-1', report('round-1'));
      expect(await store.rounds.chunks('round-1')).toEqual([]);
      expect(await store.rounds.find('round-1')).toMatchObject({ state: 'cancelled' });
      expect(await store.rounds.report('round-1')).toBeNull();
    });

    it('can still be finished after it failed, when its jobs are run again', async () => {
      await store.rounds.end('round-1', 'failed');
      await saveChunk(0, [match('R-1', 'C-1', 0.5)]);
      await store.rounds.finish('round-1', report('round-1'));
      expect(await store.rounds.find('round-1')).toMatchObject({ state: 'finished' });
      expect(await store.rounds.chunks('round-1')).toEqual([0]);
    });

    it('says so where there is no such round', async () => {
      const unknown = { code: 'round.not_found' };
      await expect(store.rounds.finish('x', report('x'))).rejects.toMatchObject(unknown);
      await expect(store.rounds.end('x', 'failed')).rejects.toMatchObject(unknown);
      await expect(
        store.rounds.saveChunk({
          roundId: 'x',
          chunk: 0,
          matches: [],
          noFits: [],
          candidates: [],
          model: 'f',
        }),
      ).rejects.toMatchObject(unknown);
    });
  });
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../src/domain/review.ts';
import type { Store } from '../../src/store/store.ts';
import { type OpenStore, T0 } from './store-fixtures.ts';

function decision(over: Partial<Decision> = {}): Decision {
  return {
    resultId: 'R-1',
    carrierId: 'C-1',
    purpose: 'transfer',
    verdict: 'approved',
    reason: null,
    comment: null,
    reviewer: '王某某',
    ...over,
  };
}

/** What reviewers decided of pairs. */
export function decisionSuite(open: OpenStore): void {
  describe('decisions', () => {
    let store: Store;
    let now = T0;
    beforeEach(async () => {
      now = T0;
      store = await open({ clock: () => now });
    });
    afterEach(() => store.close());

    const at = (ms: number) => new Date(T0 + ms).toISOString();

    it('are kept one for each pair, in the order of result, carrier, purpose', async () => {
      const pilot = decision({
        purpose: 'pilot',
        verdict: 'returned',
        reason: 'trl_unsupported',
        comment: '请补',
      });
      const earlier = decision({ resultId: 'R-0', carrierId: 'C-9' });
      await store.decisions.save([decision(), pilot, earlier]);
      expect(await store.decisions.list()).toEqual(
        [earlier, pilot, decision()].map((made) => ({ ...made, decidedAt: at(0) })),
      );
    });

    it('are replaced by a later one on the same pair', async () => {
      await store.decisions.save([decision({ comment: '同意' })]);
      now = T0 + 5_000;
      const later = decision({ verdict: 'rejected', reason: 'duplicate', reviewer: '李某某' });
      await store.decisions.save([later]);
      expect(await store.decisions.list()).toEqual([{ ...later, decidedAt: at(5_000) }]);
    });

    it('can be taken back, once', async () => {
      await store.decisions.save([decision()]);
      const pair = { resultId: 'R-1', carrierId: 'C-1', purpose: 'transfer' } as const;
      expect(await store.decisions.remove({ ...pair, purpose: 'pilot' })).toBe(false);
      expect(await store.decisions.remove(pair)).toBe(true);
      expect(await store.decisions.remove(pair)).toBe(false);
      expect(await store.decisions.list()).toEqual([]);
    });
  });
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CarrierColumns } from '../../src/engine/index/carrier-columns.ts';
import { OFFER_PARTS, SweptColumns } from '../../src/engine/index/swept-columns.ts';
import { inGroups, Kernel } from '../../src/engine/kernel/kernel.ts';
import { sweepCapability } from '../../src/engine/rank/sweep-capability.ts';

const ROWS = 7;
const strengths = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: ROWS,
  maxLength: ROWS,
});
const asked = fc.array(fc.record({ strengths, weight: fc.double({ min: 0, max: 1, noNaN: true }) }), {
  maxLength: 10,
});

describe('what the offers of all carriers bring', () => {
  it('is never less than their sum, and hardly more, however many capabilities are asked', () => {
    fc.assert(
      fc.property(asked, strengths, fc.double({ min: 0, max: 1, noNaN: true }), (offers, pilot, share) => {
        const columns = new CarrierColumns(0, ROWS);
        columns.size = ROWS;
        columns.speaks.fill(1);
        columns.pilotOffer.set(pilot);
        offers.forEach((offer, i) => {
          columns.offers.set(`C${i}`, Float64Array.from(offer.strengths));
        });
        const weights = offers.map(({ weight }, i) => [`C${i}`, weight] as const);
        const kernel = new Kernel();
        const found = kernel.floats(inGroups(ROWS)).fill(7);
        const sum = { always: 0, pilotOffer: share, offers: [...weights, ['nobody offers it', 1] as const] };
        sweepCapability(sum, { columns, swept: new SweptColumns(columns, kernel), kernel }, 0.5, found);
        const all = share + weights.reduce((total, [, weight]) => total + weight, 0);
        for (let row = 0; row < ROWS; row++) {
          const brought = offers.reduce((total, offer) => total + offer.weight * offer.strengths[row]!, 0);
          const exact = 0.5 * (share * pilot[row]! + brought);
          expect(found[row]!).toBeGreaterThanOrEqual(exact - 1e-6);
          expect(found[row]!).toBeLessThanOrEqual(exact + (0.5 * all) / OFFER_PARTS + 1e-6);
        }
      }),
    );
  });
});

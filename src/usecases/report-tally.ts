/** Counts what a report's totals say, entry by entry. */
import type { Purpose } from '../domain/purpose.ts';
import type { ReportCarrier, ReportEntry, ReportHead, RoundPlan } from '../domain/round.ts';

type PerPurpose = { [purpose in Purpose]: number };

export class ReportTally {
  private readonly plan: RoundPlan;
  private readonly recommended: PerPurpose = { transfer: 0, pilot: 0 };
  private readonly served: PerPurpose = { transfer: 0, pilot: 0 };
  private readonly byCarrier = new Map<string, PerPurpose>();

  constructor(plan: RoundPlan) {
    this.plan = plan;
  }

  add({ matches }: ReportEntry): void {
    const served = new Set<Purpose>();
    for (const { purpose, carrierId, verdict } of matches) {
      if (verdict !== 'recommended') continue;
      served.add(purpose);
      this.recommended[purpose] += 1;
      const own = this.byCarrier.get(carrierId) ?? { transfer: 0, pilot: 0 };
      own[purpose] += 1;
      this.byCarrier.set(carrierId, own);
    }
    for (const purpose of served) this.served[purpose] += 1;
  }

  totals(): ReportHead['totals'] {
    const { results, carriers, purposes } = this.plan;
    const without = (purpose: Purpose) =>
      purposes.includes(purpose) ? results.length - this.served[purpose] : 0;
    return {
      results: results.length,
      carriers: carriers.length,
      pairs: results.length * carriers.length,
      recommended: this.recommended,
      resultsServed: this.served,
      resultsWithout: { transfer: without('transfer'), pilot: without('pilot') },
    };
  }

  recommendedTo(carrierId: string): ReportCarrier['recommended'] {
    return this.byCarrier.get(carrierId) ?? { transfer: 0, pilot: 0 };
  }
}

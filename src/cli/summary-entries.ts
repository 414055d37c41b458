/** Entries of a very large report as far as a summary on the screen shows them: some hundred bytes each. */
import type { NoFit } from '../domain/match.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { ReportEntry } from '../domain/round.ts';
import { BEST_SHOWN } from './output/round-summary.ts';
import { WITHOUT_SHOWN } from './output/without-tables.ts';

export class SummaryEntries {
  /** By purpose: affinities of the best matches so far, best first. */
  private readonly best = new Map<Purpose, number[]>();
  /** By purpose and reason: how many were told. */
  private readonly told = new Map<string, number>();

  /** To be asked in the order of the report. */
  slim({ result, matches, noFits }: ReportEntry): ReportEntry {
    const first = new Set(matches.map(({ purpose }) => purpose));
    return {
      result: { ...result, sectors: [], asked: [] },
      matches: matches.filter(
        ({ purpose, verdict, affinity }) =>
          verdict === 'recommended' && first.delete(purpose) && this.isAmongBest(purpose, affinity),
      ),
      noFits: noFits.map((noFit) => (this.isTold(noFit) ? noFit : { ...noFit, why: UNTOLD })),
      placements: [],
    };
  }

  /** Of two that are as good as each other the earlier one is shown. */
  private isAmongBest(purpose: Purpose, affinity: number): boolean {
    const best = this.best.get(purpose) ?? [];
    if (best.length === BEST_SHOWN && affinity <= best.at(-1)!) return false;
    const now = [...best, affinity].sort((a, b) => b - a).slice(0, BEST_SHOWN);
    this.best.set(purpose, now);
    return true;
  }

  /** Of each reason not more are shown than of all. */
  private isTold({ purpose, reason }: NoFit): boolean {
    const key = `${purpose} ${reason}`;
    const before = this.told.get(key) ?? 0;
    this.told.set(key, before + 1);
    return before < WITHOUT_SHOWN;
  }
}

const UNTOLD = { zh: '', en: '' } as const;

/** Pairs of very many results side by side in memory: sixteen bytes each, objects only while somebody looks at a result. */
import { VERDICTS } from '../../domain/match.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { GrowingFloats } from '../model/growing-floats.ts';
import { GrowingInts } from '../model/growing-ints.ts';
import { Numbering } from '../model/numbering.ts';
import type { PairAffinity, PairsByResult, SparseAffinities } from './affinities.ts';

export class PackedAffinities implements SparseAffinities {
  readonly transfer = new PackedPairs();
  readonly pilot = new PackedPairs();

  /** All pairs of a result for one purpose; each result once. */
  add(purpose: Purpose, resultId: string, pairs: readonly PairAffinity[]): void {
    this[purpose].add(resultId, pairs);
  }
}

class PackedPairs implements PairsByResult {
  private readonly rows = new Map<string, number>();
  /** Where each row begins; it ends where the next one begins. */
  private readonly starts = new GrowingInts();
  private readonly carriers = new GrowingInts();
  private readonly affinities = new GrowingFloats();
  private readonly verdicts = new GrowingInts();
  private readonly ids = new Numbering();

  add(resultId: string, pairs: readonly PairAffinity[]): void {
    this.rows.set(resultId, this.starts.length);
    this.starts.push(this.carriers.length);
    for (const { carrierId, affinity, verdict } of pairs) {
      this.carriers.push(this.ids.number(carrierId));
      this.affinities.push(affinity);
      this.verdicts.push(VERDICTS.indexOf(verdict));
    }
  }

  get(resultId: string): PairAffinity[] | undefined {
    const row = this.rows.get(resultId);
    if (row === undefined) return undefined;
    const end = row + 1 < this.starts.length ? this.starts.at(row + 1) : this.carriers.length;
    const pairs: PairAffinity[] = [];
    for (let at = this.starts.at(row); at < end; at++)
      pairs.push({
        carrierId: this.ids.name(this.carriers.at(at)),
        affinity: this.affinities.at(at),
        verdict: VERDICTS[this.verdicts.at(at)]!,
      });
    return pairs;
  }
}

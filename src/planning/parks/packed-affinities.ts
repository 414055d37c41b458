/**
 * Pairs of very many results side by side in memory: twelve bytes each. Objects are made where somebody looks at a
 * result and kept by nobody: while themes are valued, all results are looked at, again and again.
 */
import { VERDICTS } from '../../domain/match.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { GrowingFloats } from '../../engine/model/growing-floats.ts';
import { GrowingInts } from '../../engine/model/growing-ints.ts';
import { Numbering } from '../../engine/model/numbering.ts';
import type { Affinities, PairAffinity } from './affinities.ts';

export class PackedAffinities implements Affinities {
  private readonly pairs = { transfer: new PackedPairs(), pilot: new PackedPairs() };

  /** All pairs of a result for one purpose; each result once. */
  add(purpose: Purpose, resultId: string, pairs: readonly PairAffinity[]): void {
    this.pairs[purpose].add(resultId, pairs);
  }

  of(purpose: Purpose, resultId: string, carrierId: string): PairAffinity | null {
    return this.pairs[purpose].of(resultId, carrierId);
  }

  carriers(purpose: Purpose, resultId: string): PairAffinity[] {
    return this.pairs[purpose].carriers(resultId);
  }
}

class PackedPairs {
  private readonly rows = new Map<string, number>();
  /** Where each row begins; it ends where the next one begins. */
  private readonly starts = new GrowingInts();
  /** Number of the carrier and of the verdict, together. */
  private readonly marks = new GrowingInts();
  private readonly affinities = new GrowingFloats();
  private readonly ids = new Numbering();

  add(resultId: string, pairs: readonly PairAffinity[]): void {
    this.rows.set(resultId, this.starts.length);
    this.starts.push(this.marks.length);
    for (const { carrierId, affinity, verdict } of pairs) {
      if (verdict === 'unfit') continue;
      this.marks.push(this.ids.number(carrierId) * VERDICTS.length + VERDICTS.indexOf(verdict));
      this.affinities.push(affinity);
    }
  }

  of(resultId: string, carrierId: string): PairAffinity | null {
    const carrier = this.ids.find(carrierId);
    if (carrier === undefined) return null;
    const [from, to] = this.range(resultId);
    for (let at = from; at < to; at++)
      if (Math.floor(this.marks.at(at) / VERDICTS.length) === carrier) return this.pair(at);
    return null;
  }

  carriers(resultId: string): PairAffinity[] {
    const [from, to] = this.range(resultId);
    return Array.from({ length: to - from }, (_, i) => this.pair(from + i));
  }

  private pair(at: number): PairAffinity {
    const mark = this.marks.at(at);
    return {
      carrierId: this.ids.name(Math.floor(mark / VERDICTS.length)),
      affinity: this.affinities.at(at),
      verdict: VERDICTS[mark % VERDICTS.length]!,
    };
  }

  /** Empty where nothing is known of the result. */
  private range(resultId: string): readonly [from: number, to: number] {
    const row = this.rows.get(resultId);
    if (row === undefined) return [0, 0];
    const end = row + 1 < this.starts.length ? this.starts.at(row + 1) : this.marks.length;
    return [this.starts.at(row), end];
  }
}

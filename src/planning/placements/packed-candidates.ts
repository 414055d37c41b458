/** Candidates of very many results side by side in memory: twelve bytes a pair, as long as nobody looks at them. */
import type { Candidates } from '../../domain/round.ts';
import { GrowingFloats } from '../../engine/model/growing-floats.ts';
import { GrowingInts } from '../../engine/model/growing-ints.ts';
import { Numbering } from '../../engine/model/numbering.ts';
import type { PlanCandidates } from './plan-input.ts';

type Pair = Candidates['carriers'][number];

export class PackedCandidates {
  readonly rows: PlanCandidates[] = [];
  private readonly ids = new Numbering();
  private readonly carriers = new GrowingInts();
  private readonly affinities = new GrowingFloats();

  add({ resultId, purpose, carriers }: Candidates): void {
    const from = this.carriers.length;
    for (const [id, affinity] of carriers) this.push(id, affinity);
    const to = this.carriers.length;
    const pairs = { [Symbol.iterator]: () => this.pairs(from, to) };
    this.rows.push({ resultId, purpose, carriers: pairs });
  }

  private *pairs(from: number, to: number): Generator<Pair> {
    for (let at = from; at < to; at++) yield [this.ids.name(this.carriers.at(at)), this.affinities.at(at)];
  }

  private push(id: string, affinity: number): void {
    this.affinities.push(affinity);
    this.carriers.push(this.ids.number(id));
  }
}

/**
 * The affinity of one result with every carrier in a few passes over arrays: the same numbers as `scorePair`, to
 * the bit, without an object for each pair. Values of components are NaN where they are unknown.
 */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { closeness } from '../model/word-vectors.ts';
import { COMPONENTS, roundAffinity, WEIGHTS, type WeightTable, weightTables } from '../score/affinity.ts';
import type { ResultQuery } from './result-query.ts';
import { sweepCapability } from './sweep-capability.ts';
import { sweepLimits } from './sweep-limits.ts';
import { sweepSector, sweepStage } from './sweep-sector.ts';
import { SharedTexts } from './sweep-texts.ts';
import { TopRows } from './top-rows.ts';

const [SUBJECT, RECORD, SEMANTICS, NEEDS, SECTOR, CAPABILITY, STAGE] = COMPONENTS.map((_, i) => i) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

export class CarrierSweep {
  private readonly carriers: CarrierIndex;
  private readonly conditions: ReadonlyMap<string, Condition>;
  private readonly texts: SharedTexts;
  private readonly weights: Readonly<Record<Purpose, WeightTable>>;
  private values: Float64Array[] = [];
  private factors = new Float64Array(0);

  constructor(carriers: CarrierIndex, conditions: ReadonlyMap<string, Condition>) {
    this.carriers = carriers;
    this.conditions = conditions;
    this.texts = new SharedTexts(carriers);
    this.weights = weightTables(carriers.model.words?.trust ?? 0);
  }

  /** The `limit` best carriers, best first, ties in the order of ids. */
  top(query: ResultQuery, purpose: Purpose, limit: number): { row: number; score: number }[] {
    const { carriers } = this;
    const { columns } = carriers;
    const size = columns.size;
    this.reserve(size);
    this.sweep(query, purpose);
    const { values, factors } = this;
    const best = new TopRows(limit, (row) => carriers.rows.id(row));
    const table = this.weights[purpose];
    const assumed = COMPONENTS.map((name) => WEIGHTS[purpose][name].assumed);
    const meaning = query.meaning;
    const sum = (row: number, weights: Float64Array, semantics: number): number => {
      let total = 0;
      for (let k = 0; k < values.length; k++) {
        const value = k === SEMANTICS ? semantics : values[k]![row]!;
        total += weights[k]! * (Number.isNaN(value) ? assumed[k]! : value);
      }
      return roundAffinity(total * factors[row]!);
    };
    for (let row = 0; row < size; row++) {
      if (columns.present[row] === 0) continue;
      const other = meaning && carriers.meanings[row]!;
      const weights = table(columns.described[row] === 1, carriers.portfolios.has(row), !!other);
      if (!other) {
        best.offer(row, sum(row, weights, Number.NaN));
        continue;
      }
      // meaning costs the most: looked at only where it could lift the carrier among the best
      if (sum(row, weights, 1) < best.threshold) continue;
      best.offer(row, sum(row, weights, closeness(meaning, other)));
    }
    return best.sorted();
  }

  private sweep(query: ResultQuery, purpose: Purpose): void {
    const { carriers, values, factors } = this;
    const neutral = WEIGHTS[purpose];
    this.texts.compare(query);
    const trust = this.texts.trust;
    this.texts.subject(neutral.subject.assumed, trust, values[SUBJECT]!);
    this.texts.record(neutral.record.assumed, trust, values[RECORD]!);
    this.texts.needs(neutral.needs.assumed, values[NEEDS]!);
    sweepSector(query.facts, carriers.columns, this.texts.overlap, neutral.sector.assumed, values[SECTOR]!);
    sweepCapability(query.facts, carriers, purpose, values[CAPABILITY]!);
    sweepStage(query.facts, carriers.columns, values[STAGE]!);
    sweepLimits(query.facts, carriers.columns, purpose, this.conditions, factors);
  }

  private reserve(size: number): void {
    if (this.values.length > 0 && this.factors.length >= size) return;
    const room = 16 + Math.ceil(1.5 * size);
    this.values = COMPONENTS.map(() => new Float64Array(room));
    this.factors = new Float64Array(room);
  }
}

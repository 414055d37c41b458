/**
 * The score of one result with every carrier in a few passes over arrays: the same numbers as `scorePair`, to
 * the bit, without an object for each pair. Each component writes what it counts for every row: its value, or
 * what is assumed where it is unknown.
 */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { closeness } from '../model/word-vectors.ts';
import {
  COMPONENTS,
  type ComponentName,
  type TextScores,
  WEIGHTS,
  type WeightTable,
  weightTables,
} from '../score/affinity.ts';
import { roundAffinity } from '../score/calibration.ts';
import type { SweptQuery } from './result-query.ts';
import { sweepCapability } from './sweep-capability.ts';
import { sweepLimits } from './sweep-limits.ts';
import { sweepSector, sweepStage } from './sweep-sector.ts';
import { SweptTexts } from './sweep-texts.ts';
import { TopRows } from './top-rows.ts';

type Counted = Readonly<Record<ComponentName, Float64Array>>;

/** More than the last digits of two sums of the same numbers can differ by. */
const SLACK = 1e-8;

export class CarrierSweep {
  private readonly carriers: CarrierIndex;
  private readonly conditions: ReadonlyMap<string, Condition>;
  private readonly texts: SweptTexts;
  private readonly weights: Readonly<Record<Purpose, WeightTable>>;
  private counted: Counted = countedOf(16);
  private factors = new Float64Array(16);

  constructor(carriers: CarrierIndex, conditions: ReadonlyMap<string, Condition>) {
    this.carriers = carriers;
    this.conditions = conditions;
    this.texts = new SweptTexts(carriers);
    this.weights = weightTables(carriers.trust);
  }

  /** How alike the texts of a result and of the carrier in `row` are. */
  textsOf(query: SweptQuery, row: number): TextScores {
    this.texts.compare(query);
    return this.texts.of(row);
  }

  /** The `limit` best carriers, best first, ties in the order of ids. */
  top(query: SweptQuery, purpose: Purpose, limit: number): { row: number; score: number }[] {
    const { carriers } = this;
    this.sweep(query, purpose);
    const best = new TopRows(limit, (row) => carriers.rows.id(row));
    const { present, size } = carriers.columns;
    const { semantics, alignment } = this.counted;
    const { align } = this.texts;
    const kinds = this.kindsOf(query);
    const weights = this.weights[purpose];
    const { meaning } = query;
    for (let row = 0; row < size; row++) {
      if (present[row] === 0) continue;
      const kind = kinds[row]!;
      // what texts mean costs the most: looked at only where it could lift the carrier among the best
      if (kind >= MEANINGFUL) {
        semantics[row] = kind & MEANINGFUL ? 1 : semantics[row]!;
        alignment[row] = kind & ALIGNABLE ? 1 : alignment[row]!;
        if (this.score(row, weights, kind) + SLACK < best.threshold) continue;
        if (kind & MEANINGFUL) {
          semantics[row] = closeness(meaning!, carriers.meanings[row]!);
          if (this.score(row, weights, kind) + SLACK < best.threshold) continue;
        }
        if (kind & ALIGNABLE) alignment[row] = align!(row);
      }
      const score = this.score(row, weights, kind);
      if (score + SLACK >= best.threshold) best.offer(row, roundAffinity(score));
    }
    return best.sorted();
  }

  /** In the order of COMPONENTS, as `scorePair` adds them. */
  private score(row: number, weights: WeightTable, kind: number): number {
    const { subject, record, semantics, alignment, needs, sector, capability, stage } = this.counted;
    const at = kind * COMPONENTS.length;
    const sum =
      weights[at]! * subject[row]! +
      weights[at + 1]! * record[row]! +
      weights[at + 2]! * semantics[row]! +
      weights[at + 3]! * alignment[row]! +
      weights[at + 4]! * needs[row]! +
      weights[at + 5]! * sector[row]! +
      weights[at + 6]! * capability[row]! +
      weights[at + 7]! * stage[row]!;
    return sum * this.factors[row]!;
  }

  private sweep(query: SweptQuery, purpose: Purpose): void {
    const { carriers, texts } = this;
    const { columns } = carriers;
    this.reserve(columns.size);
    const { counted, factors } = this;
    const settings = WEIGHTS[purpose];
    texts.compare(query);
    texts.subject(settings.subject.assumed, counted.subject);
    texts.record(settings.record.assumed, counted.record);
    texts.needs(settings.needs.assumed, counted.needs);
    counted.semantics.fill(settings.semantics.assumed, 0, columns.size);
    counted.alignment.fill(settings.alignment.assumed, 0, columns.size);
    sweepSector(query.facts, columns, texts.overlap, settings.sector.assumed, counted.sector);
    sweepCapability(query.facts, carriers, purpose, counted.capability);
    sweepStage(query.facts, columns, settings.stage.assumed, counted.stage);
    sweepLimits(query.facts, columns, purpose, this.conditions, factors);
  }

  /** Which texts of a pair there are, by row: the row of the weight table. */
  private kindsOf({ meaning }: SweptQuery): Uint8Array {
    const { kinds } = this.carriers.columns;
    const known = MEANINGFUL - 1 + (meaning ? MEANINGFUL : 0) + (this.texts.align ? ALIGNABLE : 0);
    return kinds.map((kind) => kind & known);
  }

  private reserve(size: number): void {
    if (this.factors.length >= size) return;
    const room = Math.ceil(1.5 * size);
    this.counted = countedOf(room);
    this.factors = new Float64Array(room);
  }
}

/** Bits of a kind: the meaning of both texts is known, their words can be aligned. */
const MEANINGFUL = 4;
const ALIGNABLE = 8;

function countedOf(room: number): Counted {
  return Object.fromEntries(COMPONENTS.map((name) => [name, new Float64Array(room)])) as Counted;
}

/**
 * What costs little of the score of one result with every carrier, block after block of rows: the arrays of a block
 * stay in the processor's cache. Texts were compared before.
 */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { COMPONENTS, WEIGHTS, type WeightTable } from '../score/affinity.ts';
import type { Column } from './column.ts';
import type { SweptQuery } from './result-query.ts';
import { sweepCapability } from './sweep-capability.ts';
import { sweepLimits } from './sweep-limits.ts';
import { sweepSector, sweepStage } from './sweep-sector.ts';
import type { SweptTexts } from './sweep-texts.ts';

/** Rows of a block. */
export const BLOCK = 2048;

/** What is looked at only where it matters. */
export interface CostlyParts {
  readonly semantics: number;
  readonly alignment: number;
}

const PARTS = ['sector', 'capability', 'stage', 'factor'] as const;
type Part = (typeof PARTS)[number];

/** One array for each part, which every question fills anew. */
export function createBlock(): Readonly<Record<Part, Float64Array>> {
  return Object.fromEntries(PARTS.map((part) => [part, new Float64Array(BLOCK)])) as Record<
    Part,
    Float64Array
  >;
}

export class CheapParts {
  readonly block: Readonly<Record<Part, Float64Array>>;
  private readonly columns: Readonly<Record<Part, Column>>;
  private readonly weights: WeightTable;
  private readonly compared: Compared;

  constructor(block: CheapParts['block'], weights: WeightTable, compared: Compared) {
    const { query, purpose, carriers, texts, conditions } = compared;
    this.compared = compared;
    const { columns } = carriers;
    const settings = WEIGHTS[purpose];
    this.block = block;
    this.weights = weights;
    this.columns = {
      sector: sweepSector(query.facts, columns, texts.overlap, settings.sector.assumed),
      capability: sweepCapability(query.facts, carriers, purpose),
      stage: sweepStage(query.facts, columns, settings.stage.assumed),
      factor: sweepLimits(query.facts, columns, purpose, conditions),
    };
  }

  /** Fills the block with the rows `from .. to`. */
  fill(from: number, to: number): void {
    for (const part of PARTS) this.columns[part](from, to, this.block[part]);
  }

  /** The score of a row, added up as `scorePair` does it. */
  score(row: number, kind: number, { semantics, alignment }: CostlyParts): number {
    this.fill(row, row + 1);
    const { block, weights } = this;
    const { texts, purpose } = this.compared;
    const { subject, record, needs } = WEIGHTS[purpose];
    const at = kind * COMPONENTS.length;
    const sum =
      weights[at]! * texts.subject(row, subject.assumed) +
      weights[at + 1]! * texts.record(row, record.assumed) +
      weights[at + 2]! * semantics +
      weights[at + 3]! * alignment +
      weights[at + 4]! * texts.needs(row, needs.assumed) +
      weights[at + 5]! * block.sector[0]! +
      weights[at + 6]! * block.capability[0]! +
      weights[at + 7]! * block.stage[0]!;
    return sum * block.factor[0]!;
  }
}

/** A result and the carriers, their texts compared. */
export interface Compared {
  readonly query: SweptQuery;
  readonly purpose: Purpose;
  readonly carriers: CarrierIndex;
  readonly texts: SweptTexts;
  readonly conditions: ReadonlyMap<string, Condition>;
}

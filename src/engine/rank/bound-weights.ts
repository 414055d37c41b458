/**
 * What each number that a sweep knows of a carrier brings to the bound of its score, for one result and purpose: the
 * weights of `scorePair`, with all that is only assumed in one sum.
 */
import type { Purpose } from '../../domain/purpose.ts';
import { HAN, KIND, SECTORED, SPEAKING, TRAITS } from '../index/swept-columns.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { sectorValue } from '../score/components.ts';
import { COMPONENTS, DESCRIBED, RECORDED, WEIGHTS, type WeightTable } from '../score/weight-tables.ts';
import { FOREIGN_SHARE } from '../settings.ts';
import type { CostlyBounds } from './costly-bounds.ts';
import type { SweptQuery } from './result-query.ts';
import type { CapabilitySum } from './sweep-capability.ts';
import { stageFits, WINDOWS } from './sweep-sector.ts';

const SUBJECT = COMPONENTS.indexOf('subject');
const RECORD = COMPONENTS.indexOf('record');
const NEEDS = COMPONENTS.indexOf('needs');
const SECTOR = COMPONENTS.indexOf('sector');
const CAPABILITY = COMPONENTS.indexOf('capability');
const STAGE = COMPONENTS.indexOf('stage');

/** Numbers for each traits, the last of which says nothing. */
const PLACES = 4;
/** The same bit, once that of the result is taken from it (`^`). */
const FOREIGN = HAN;

export class BoundWeights {
  /**
   * By traits, `PLACES` for each: what counts whatever is found, and what the costly parts can bring; the weight of the
   * subject's value, and that of the trust in shared words for past projects.
   */
  readonly byTraits: Float32Array;
  needs = 0;
  /** Of what the offers come to. */
  capability = 0;
  /** Of the overlap of sectors times the trust in them, and of that trust. */
  overlap = 0;
  sectorTrust = 0;
  /** By window: what the stage brings. */
  readonly stages: Float32Array;

  constructor(kernel: Kernel) {
    this.byTraits = kernel.floats(PLACES * TRAITS);
    this.stages = kernel.floats(WINDOWS);
  }

  /** Of what past projects count, where they are compared. */
  record(traits: number): number {
    return this.byTraits[PLACES * traits + 2]!;
  }

  /** From now on this is asked. */
  begin(
    purpose: Purpose,
    weights: WeightTable,
    { facts, asked }: SweptQuery,
    costly: CostlyBounds,
    offered: CapabilitySum,
  ): void {
    const { subject, record, needs, sector, capability, stage } = WEIGHTS[purpose];
    const { outside, weights: sectors } = facts.analysis.sectors;
    // only the weights of texts depend on which texts there are
    const sectorWeight = weights[SECTOR]!;
    const inside = sectorValue(1, 1, sector.assumed, outside?.weight ?? 0);
    const asks = asked.terms.length > 0;
    this.needs = asks ? weights[NEEDS]! : 0;
    this.capability = weights[CAPABILITY]!;
    this.overlap = sectorWeight * inside;
    this.sectorTrust = -sectorWeight * inside * sector.assumed;
    stageFits(facts, stage.assumed, this.stages);
    for (let window = 0; window < WINDOWS; window++) this.stages[window]! *= weights[STAGE]!;

    const neutral = sectorWeight * sector.assumed;
    const silent = weights[CAPABILITY]! * capability.assumed;
    const speaking = weights[CAPABILITY]! * offered.always;
    const needless = weights[NEEDS]! * needs.assumed;
    for (let traits = 0; traits < TRAITS; traits++) {
      const kind = costly.kindOf(traits & KIND, (traits & FOREIGN) !== 0);
      const subjectWeight = weights[kind * COMPONENTS.length + SUBJECT]!;
      const recordWeight = weights[kind * COMPONENTS.length + RECORD]!;
      // between languages, what is not shared says less: of texts that are compared a share of what is assumed counts
      const least = traits & FOREIGN ? FOREIGN_SHARE : 0;
      const always =
        costly.most[kind]! +
        subjectWeight * subject.assumed * (kind & DESCRIBED ? least : 1) +
        recordWeight * record.assumed * (kind & RECORDED ? least : 1) +
        needless * (asks ? least : 1) +
        neutral * (sectors.length > 0 && traits & SECTORED ? inside : 1) +
        (traits & SPEAKING ? speaking : silent);
      const at = PLACES * traits;
      this.byTraits[at] = always;
      this.byTraits[at + 1] = kind & DESCRIBED ? subjectWeight : 0;
      this.byTraits[at + 2] = kind & RECORDED ? recordWeight : 0;
    }
  }
}

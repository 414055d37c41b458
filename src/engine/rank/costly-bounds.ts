/** What the costly parts of a score, meaning and alignment, can add to it, before they are looked at. */
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { greatestCloseness } from '../model/word-vectors.ts';
import {
  ALIGNABLE,
  COMPONENTS,
  ENGLISH,
  KINDS,
  MEANINGFUL,
  WEIGHTS,
  type WeightTable,
} from '../score/weight-tables.ts';
import type { AlignedWords } from './aligned-words.ts';
import type { SweptQuery } from './result-query.ts';

const SEMANTICS = COMPONENTS.indexOf('semantics');
const ALIGNMENT = COMPONENTS.indexOf('alignment');

export class CostlyBounds {
  /** The bits of a carrier's kind that hold with this result. */
  mask = 0;
  /** ENGLISH, of carriers of the result's language, where that is English. */
  private english = 0;
  mostSemantics = 0;
  mostAlignment = 0;
  /** By kind. */
  readonly semanticsWeight = new Float64Array(KINDS);
  readonly alignmentWeight = new Float64Array(KINDS);
  /** Both together, by kind. */
  readonly most = new Float64Array(KINDS);

  /** From now on this result is looked at. */
  begin(
    weights: WeightTable,
    purpose: Purpose,
    { meaning, facts }: SweptQuery,
    { longestMeaning }: CarrierIndex,
    aligned: AlignedWords | null,
  ): void {
    this.mask = MEANINGFUL - 1 + (meaning ? MEANINGFUL : 0) + (aligned ? ALIGNABLE : 0);
    this.english = facts.analysis.language === 'latin' ? ENGLISH : 0;
    this.mostSemantics = meaning ? greatestCloseness(meaning, longestMeaning) : 0;
    this.mostAlignment = aligned?.most ?? 0;
    const { semantics, alignment } = WEIGHTS[purpose];
    for (let kind = 0; kind < KINDS; kind++) {
      const semanticsWeight = weights[kind * COMPONENTS.length + SEMANTICS]!;
      const alignmentWeight = weights[kind * COMPONENTS.length + ALIGNMENT]!;
      this.semanticsWeight[kind] = semanticsWeight;
      this.alignmentWeight[kind] = alignmentWeight;
      this.most[kind] =
        semanticsWeight * (kind & MEANINGFUL ? this.mostSemantics : semantics.assumed) +
        alignmentWeight * (kind & ALIGNABLE ? this.mostAlignment : alignment.assumed);
    }
  }

  /** Of the pair with a carrier of this kind. */
  kindOf(carrier: number, foreign: boolean): number {
    return (carrier & this.mask) | (foreign ? 0 : this.english);
  }
}

/**
 * The terms of one record as numbers side by side, in memory that the next record overwrites: an index reads millions
 * of terms, and goes to their strings once.
 */
import type { FieldTerms } from '../../domain/analysis.ts';
import { widened } from './widened.ts';

/** Terms of a field with their numbers, in the same order. */
export interface NumberedField extends FieldTerms {
  readonly numbers: Int32Array;
}

export class NumberedRecord {
  fields: readonly FieldTerms[] = [];
  /** Terms of field f are at starts[f] .. starts[f + 1]. */
  starts = new Int32Array(1 << 4);
  numbers = new Int32Array(1 << 10);
  /** How often each stands in its field. */
  counts = new Float64Array(1 << 10);
  /** Codes of the Han characters with which the terms of field f begin are at hanStarts[f] .. hanStarts[f + 1]. */
  hanStarts = new Int32Array(1 << 4);
  han = new Uint16Array(1 << 10);
  /** How often the term of each stands in its field. */
  hanCounts = new Float64Array(1 << 10);

  /** Room for the terms of these fields, which take the place of the last ones. */
  begin(fields: readonly FieldTerms[]): void {
    this.fields = fields;
    let terms = 0;
    for (let f = 0; f < fields.length; f++) terms += fields[f]!.terms.length;
    if (fields.length >= this.starts.length) {
      this.starts = new Int32Array(2 * fields.length + 1);
      this.hanStarts = new Int32Array(2 * fields.length + 1);
    }
    if (terms < this.numbers.length) return;
    this.numbers = new Int32Array(2 * terms);
    this.counts = new Float64Array(2 * terms);
  }

  /** The fields with numbers of their own. */
  kept(): NumberedField[] {
    const { starts, numbers } = this;
    return this.fields.map((field, f) => ({ ...field, numbers: numbers.slice(starts[f]!, starts[f + 1]!) }));
  }

  /** Room for so many more Han characters behind the first `taken`. */
  reserveHan(taken: number, more: number): void {
    if (taken + more <= this.han.length) return;
    this.han = widened(this.han, 2 * (taken + more));
    this.hanCounts = widened(this.hanCounts, 2 * (taken + more));
  }
}

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
  /** Of the strings of the terms. */
  lengths = new Int32Array(1 << 10);
  numbers = new Int32Array(1 << 10);
  /** How often each stands in its field. */
  counts = new Float64Array(1 << 10);
  /**
   * Han characters with which terms of field f begin, each once, are at hanStarts[f] .. hanStarts[f + 1], by their places
   * in `Characters`.
   */
  hanStarts = new Int32Array(1 << 4);
  han = new Uint16Array(1 << 10);
  /** How often the terms of each stand in their field. */
  hanCounts = new Float64Array(1 << 10);
  private hanEnd = 0;
  /** Of the field that is being read, by place; all zero between fields. */
  private inField = new Float64Array(1 << 12);

  /** Room for the terms of these fields, which take the place of the last ones. */
  begin(fields: readonly FieldTerms[]): void {
    this.fields = fields;
    this.hanEnd = 0;
    if (fields.length >= this.starts.length) {
      this.starts = new Int32Array(2 * fields.length + 1);
      this.hanStarts = new Int32Array(2 * fields.length + 1);
    }
    for (let f = 0; f < fields.length; f++) this.starts[f + 1] = this.starts[f]! + fields[f]!.terms.length;
    const terms = this.starts[fields.length]!;
    if (terms > this.numbers.length) {
      this.lengths = new Int32Array(2 * terms);
      this.numbers = new Int32Array(2 * terms);
      this.counts = new Float64Array(2 * terms);
    }
    this.measure(fields);
  }

  /**
   * Notes what is met on the way to the letters of the terms, and nothing that a branch hangs on: strings lie all over
   * the memory, and the processor then waits for many of them at once.
   */
  private measure(fields: readonly FieldTerms[]): void {
    const { lengths, counts } = this;
    let at = 0;
    for (const { terms } of fields) {
      for (let i = 0; i < terms.length; i++, at++) {
        const pair = terms[i]!;
        lengths[at] = pair[0].length;
        counts[at] = pair[1];
      }
    }
  }

  /** The fields with numbers of their own. */
  kept(): NumberedField[] {
    const { starts, numbers } = this;
    return this.fields.map((field, f) => ({ ...field, numbers: numbers.slice(starts[f]!, starts[f + 1]!) }));
  }

  /** A term of the field that is being read, and that stands there so often, has this character. */
  countCharacter(place: number, count: number): void {
    if (place >= this.inField.length) this.inField = widened(this.inField, 2 * place);
    const before = this.inField[place]!;
    this.inField[place] = before + count;
    if (before > 0) return;
    if (this.hanEnd === this.han.length) {
      this.han = widened(this.han, 2 * this.hanEnd);
      this.hanCounts = widened(this.hanCounts, 2 * this.hanEnd);
    }
    this.han[this.hanEnd++] = place;
  }

  /** What comes now is of the next field. */
  endField(field: number): void {
    const { han, hanCounts, inField, hanEnd } = this;
    const start = this.hanStarts[field]!;
    for (let at = start; at < hanEnd; at++) {
      const place = han[at]!;
      hanCounts[at] = inField[place]!;
      inField[place] = 0;
    }
    this.hanStarts[field + 1] = hanEnd;
  }
}

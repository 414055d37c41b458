/**
 * The terms of one record as numbers side by side, in memory that the next record overwrites: an index reads millions
 * of terms, and goes to their strings once.
 */
import { type FieldTerms, TERM_BREAK } from '../../domain/analysis.ts';
import { isHan, SIGN } from './han.ts';
import { widened } from './widened.ts';

const BREAK = TERM_BREAK.charCodeAt(0);

/** Terms of a field with their numbers, in the same order. */
export interface NumberedField extends FieldTerms {
  readonly numbers: Int32Array;
}

export class NumberedRecord {
  fields: readonly FieldTerms[] = [];
  /** Terms of field f are at starts[f] .. starts[f + 1]. */
  starts = new Int32Array(1 << 4);
  /** UTF-16 codes of the terms, a break behind each: term t is at begins[t] .. begins[t + 1] − 1. */
  codes = new Uint16Array(1 << 12);
  begins = new Int32Array((1 << 10) + 1);
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
    let codes = 0;
    for (let f = 0; f < fields.length; f++) {
      this.starts[f + 1] = this.starts[f]! + fields[f]!.counts.length;
      codes += fields[f]!.terms.length + 1;
    }
    if (codes > this.codes.length) this.codes = new Uint16Array(2 * codes);
    const terms = this.starts[fields.length]!;
    if (terms > this.numbers.length) {
      this.begins = new Int32Array(2 * terms + 1);
      this.numbers = new Int32Array(2 * terms);
      this.counts = new Float64Array(2 * terms);
    }
    for (let f = 0; f < fields.length; f++) this.lay(fields[f]!, this.starts[f]!);
  }

  /** Lays the terms of a field out behind those of the last one. */
  private lay({ terms, counts: given }: FieldTerms, first: number): void {
    if (given.length === 0) return;
    const { codes, begins, counts } = this;
    let term = first;
    let to = begins[first]!;
    for (let i = 0; i < terms.length; i++) {
      const code = terms.charCodeAt(i);
      codes[to++] = code;
      if (code === BREAK) begins[++term] = to;
    }
    codes[to] = BREAK;
    begins[term + 1] = to + 1;
    for (let i = 0; i < given.length; i++) counts[first + i] = given[i]!;
  }

  /** The fields with numbers of their own. */
  kept(): NumberedField[] {
    const { starts, numbers } = this;
    return this.fields.map((field, f) => ({ ...field, numbers: numbers.slice(starts[f]!, starts[f + 1]!) }));
  }

  /** As `isChinese` of the term. */
  isChinese(term: number): boolean {
    const first = this.begins[term]!;
    return isHan(this.codes[this.codes[first] === SIGN ? first + 1 : first]!);
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
